package io.qingtu.route.sweep;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import java.time.Instant;
import java.util.List;

/** What one vehicle worked, where and when: the raw material of coverage. */
public record WorkRecord(List<Run> runs) {
  public static final WorkRecord NONE = new WorkRecord(List.of());

  /**
   * Work along one side of one segment without a long pause, in one driving direction.
   *
   * @param stretches worked metres from the segment's start, with the moments of both ends
   */
  public record Run(
      String plate, Operation op, String segmentId, Side side, List<Stretch> stretches) {
    public Run {
      stretches = List.copyOf(stretches);
    }
  }

  /**
   * @param fromMetres along the segment, smaller than {@code toMetres}
   * @param valid whether it counts: not faster than v_invalid of the operation
   */
  public record Stretch(
      double fromMetres,
      double toMetres,
      Instant start,
      Instant end,
      double speedKmh,
      boolean valid) {}

  public WorkRecord {
    runs = List.copyOf(runs);
  }
}
