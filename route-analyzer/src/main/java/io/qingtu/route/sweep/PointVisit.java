package io.qingtu.route.sweep;

import java.time.Instant;

/**
 * What a collection truck had to do with a collection point.
 *
 * @param metres distance at the nearest; 0 where it does not matter
 * @param kmh speed there
 */
public record PointVisit(
    String pointId, Kind kind, Instant start, Instant end, double metres, double kmh) {
  /** How it is known. */
  public enum Kind {
    /** Stood there long enough, by its track. */
    STOP,
    /** Its equipment counted there. */
    COUNTED,
    /** May have stood there between two fixes. */
    UNSEEN,
    /** Came near and did not stop. */
    PASS
  }
}
