package io.qingtu.route.sweep;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import java.time.Instant;
import java.util.List;

/**
 * What became of the passes that were required of one side of a segment in one window.
 *
 * @param requirementId the line of the plan
 * @param required passes asked for
 * @param done passes done
 * @param coverage of the first pass that is not DONE, else of the last one, 0–1
 * @param first first valid work in the window; null where none
 * @param last last valid work in the window; null where none
 */
public record PassResult(
    String requirementId,
    String segmentId,
    Side side,
    Operation op,
    Instant windowStart,
    Instant windowEnd,
    int required,
    int done,
    double coverage,
    Outcome result,
    Instant first,
    Instant last,
    List<String> plates) {
  /** UNOBSERVED is never DONE. */
  public enum Outcome {
    DONE,
    PARTIAL,
    MISSED,
    UNOBSERVED,
    EXEMPT
  }

  public PassResult {
    plates = List.copyOf(plates);
  }
}
