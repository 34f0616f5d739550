package io.qingtu.route.forensics;

import java.util.List;

/**
 * The answer of P10.
 *
 * @param compared those with enough trips, the most conspicuous first
 * @param tooFew those with too few trips to say anything, in the order of their names
 */
public record Behaviour(List<Conduct> compared, List<Conduct> tooFew) {
  public Behaviour {
    compared = List.copyOf(compared);
    tooFew = List.copyOf(tooFew);
  }
}
