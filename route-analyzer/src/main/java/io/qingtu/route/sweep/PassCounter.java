package io.qingtu.route.sweep;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the passes that runs make over one side of a segment: runs join until they cover it, and
 * those that follow a pass too soon are none of their own (convoy, gaming). The same runs in any
 * order give the same count.
 *
 * <p>The measure is cells of 10 m, as the catalogue counts: a cell that any fix or filled stretch
 * touches is covered whole. Metres between the outermost fixes would come out up to a reporting
 * interval shorter at each end of every run, and 86 cells of 100 would no longer be 0.86.
 */
public final class PassCounter {
  /** Valid work of one vehicle on the side, without a long pause. */
  public record Run(String plate, Instant start, Instant end, Intervals cells) {}

  /**
   * @param done passes
   * @param doneCoverage of the last pass done, 0–1; 0 where there is none
   * @param open coverage of each attempt that became no pass, 0–1, best first
   * @param building coverage of the attempt that the next run would join, 0–1; 0 where there is
   *     none
   * @param joinable until when a run may join it; {@link Instant#MIN} where there is none
   * @param lastDone end of the last pass done, also before these runs; null where there is none
   */
  public record Count(
      int done,
      double doneCoverage,
      List<Double> open,
      double building,
      Instant joinable,
      Instant lastDone) {
    public Count {
      open = List.copyOf(open);
    }

    /** Coverage of the pass that is being built at a moment, 0–1. */
    double buildingAt(Instant moment) {
      return moment.isAfter(joinable) ? 0 : building;
    }
  }

  private static final Comparator<Run> ORDER =
      Comparator.comparing(Run::start)
          .thenComparing(Run::end)
          .thenComparing(Run::plate)
          .thenComparing(r -> r.cells().toString());

  private final double passMin;
  private final long passGapMs;
  private final long joinMaxMs;

  public PassCounter(Parameters p) {
    this.passMin = p.get(Parameter.PASS_MIN);
    this.passGapMs = p.millis(Parameter.PASS_GAP_S);
    this.joinMaxMs = p.millis(Parameter.JOIN_MAX_S);
  }

  /**
   * @param runs of one operation on one side within one window
   * @param cells countable cells of the side
   * @param doneBefore end of the last pass that was done before; null where there is none. The end
   *     of a window excuses no convoy
   */
  public Count count(List<Run> runs, int cells, Instant doneBefore) {
    List<Run> sorted = new ArrayList<>(runs);
    sorted.sort(ORDER);
    List<Double> closed = new ArrayList<>();
    Intervals open = new Intervals();
    Instant openFirst = null;
    Instant lastDone = doneBefore;
    int done = 0;
    double doneCoverage = 0;
    for (Run run : sorted) {
      if (lastDone != null && run.start.isBefore(lastDone.plusMillis(passGapMs))) {
        continue;
      }
      if (!open.isEmpty() && run.start.isAfter(openFirst.plusMillis(joinMaxMs))) {
        closed.add((double) open.size() / cells);
        open = new Intervals();
      }
      if (open.isEmpty()) {
        openFirst = run.start;
      }
      open.addAll(run.cells);
      if (open.size() >= passMin * cells - 1e-9) {
        done++;
        doneCoverage = (double) open.size() / cells;
        lastDone = run.end;
        open = new Intervals();
      }
    }
    double building = (double) open.size() / cells;
    if (!open.isEmpty()) {
      closed.add(building);
    }
    closed.sort(Comparator.reverseOrder());
    Instant joinable = open.isEmpty() ? Instant.MIN : openFirst.plusMillis(joinMaxMs);
    return new Count(done, doneCoverage, closed, building, joinable, lastDone);
  }
}
