package io.qingtu.route.sweep;

import io.qingtu.route.plan.CollectionPoint;
import java.time.Instant;
import java.util.Optional;

/**
 * What became, or may yet become, of a collection point in one of its windows.
 *
 * @param visit what served it; else the nearest that a truck has come; empty where none has
 * @param plate of that truck; empty where none came
 */
public record PointDuty(
    CollectionPoint point,
    Instant windowStart,
    Instant windowEnd,
    State state,
    Optional<PointVisit> visit,
    String plate) {
  /** UNOBSERVED is never SERVED; what is UPCOMING or RUNNING has no verdict yet. */
  public enum State {
    UPCOMING,
    /** Its window has begun, and it may be served yet, be it late. */
    RUNNING,
    SERVED,
    MISSED,
    UNOBSERVED,
    EXEMPT;

    /** Whether it is a verdict. */
    public boolean isJudged() {
      return this != UPCOMING && this != RUNNING;
    }
  }

  /** Whether it was served, and inside its window: a minute before or after is not in time. */
  public boolean inTime() {
    return state == State.SERVED
        && visit
            .filter(v -> v.start().isBefore(windowEnd) && !v.end().isBefore(windowStart))
            .isPresent();
  }
}
