package io.qingtu.route.plan;

import java.util.Set;

/**
 * A registered driver (驾驶员).
 *
 * @param plates the vehicles that this person may drive
 */
public record Driver(String id, Set<String> plates) {
  public Driver {
    plates = Set.copyOf(plates);
  }
}
