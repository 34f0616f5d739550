package io.qingtu.route.sweep;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import java.time.Instant;
import java.util.List;

/**
 * How far the passes of a window have come that has not been judged: what a duty officer can still
 * see to. It says nothing of compliance, and no figure counts it.
 *
 * @param requirementId the line of the plan
 * @param required passes asked for
 * @param done passes done so far
 * @param coverage of the pass that is being built, 0–1; of the last one where none is lacking
 * @param first first valid work that counts for the window; null where none
 * @param last last valid work that counts for the window; null where none
 */
public record OpenWindow(
    String requirementId,
    String segmentId,
    Side side,
    Operation op,
    Instant windowStart,
    Instant windowEnd,
    State state,
    int required,
    int done,
    double coverage,
    Instant first,
    Instant last,
    List<String> plates) {
  /** Whether the window has begun. */
  public enum State {
    UPCOMING,
    RUNNING
  }

  public OpenWindow {
    plates = List.copyOf(plates);
  }
}
