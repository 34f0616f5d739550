package io.qingtu.server.store;

import io.qingtu.route.rule.OpenStay;
import io.qingtu.route.rule.RestPlace;
import io.qingtu.route.rule.SuspectedDump;
import java.time.Instant;
import java.util.List;

/**
 * What an analysis found of a truck's stays.
 *
 * @param from since when it has seen enough to speak: what it does not name any more is superseded
 *     from there on
 * @param suspects none of them begins earlier
 * @param open stays that nothing explains (P01); none of them begins earlier
 */
public record VehicleStays(
    String plate,
    Instant from,
    List<SuspectedDump> suspects,
    List<RestPlace> rests,
    List<OpenStay> open) {
  public VehicleStays {
    suspects = List.copyOf(suspects);
    rests = List.copyOf(rests);
    open = List.copyOf(open);
  }
}
