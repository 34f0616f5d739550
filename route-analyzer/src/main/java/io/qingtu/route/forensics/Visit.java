package io.qingtu.route.forensics;

import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle's time within an area, as far as its fixes tell: it came at the first of them or not
 * long before, and left at the last or not long after.
 *
 * @param from time of the first fix inside
 * @param to time of the last fix inside
 * @param fixes inside
 */
public record Visit(Instant from, Instant to, int fixes) {
  /** Fixes inside that are farther apart belong to two visits. */
  public static final Duration PAUSE = Duration.ofMinutes(5);

  public Duration dwell() {
    return Duration.between(from, to);
  }

  /**
   * @param inside a vehicle's fixes within the area, in the order of time
   */
  public static List<Visit> of(List<Position> inside) {
    List<Visit> visits = new ArrayList<>();
    Instant from = null;
    Instant to = null;
    int fixes = 0;
    for (Position p : inside) {
      if (to != null && to.plus(PAUSE).isBefore(p.fixTime())) {
        visits.add(new Visit(from, to, fixes));
        from = null;
      }
      if (from == null) {
        from = p.fixTime();
        fixes = 0;
      }
      to = p.fixTime();
      fixes++;
    }
    if (from != null) {
      visits.add(new Visit(from, to, fixes));
    }
    return visits;
  }
}
