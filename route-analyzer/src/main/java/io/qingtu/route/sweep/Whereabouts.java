package io.qingtu.route.sweep;

import java.time.Instant;
import java.util.List;

/**
 * Where one vehicle of the city's cleaning was, as far as its duties ask.
 *
 * @param stays in a depot, seen without a gap
 * @param visits of collection points
 */
public record Whereabouts(List<DepotLog.Stay> stays, List<PointVisit> visits) {
  public Whereabouts {
    stays = List.copyOf(stays);
    visits = List.copyOf(visits);
  }

  /** Whether it was seen in a depot from one moment to another. */
  public boolean inDepot(Instant from, Instant to) {
    return stays.stream().anyMatch(s -> s.covers(from, to));
  }
}
