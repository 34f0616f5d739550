package io.qingtu.route.sweep;

import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.sweep.WorkRecord.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Parts runs where the vehicle began the segment again: a run may hold several laps of a block. */
public final class Laps {
  /**
   * Work along one side, always onward.
   *
   * @param from nearest to the segment's start, m
   * @param to farthest from it, m
   */
  public record Lap(Run run, Instant start, Instant end, double from, double to, Intervals cells) {
    public double extent() {
      return to - from;
    }

    /** Whether the other lap worked at least half of the smaller one again. */
    public boolean retraces(Lap other) {
      Intervals both = new Intervals();
      both.addAll(cells);
      both.addAll(other.cells);
      int shared = cells.size() + other.cells.size() - both.size();
      return 2 * shared >= Math.min(cells.size(), other.cells.size());
    }
  }

  private Laps() {}

  /**
   * The laps of a run, of its valid work.
   *
   * @param back how far behind the farthest place a lap begins again, m
   */
  public static List<Lap> of(Run run, Cells cells, double back) {
    List<Lap> laps = new ArrayList<>();
    List<Stretch> lap = new ArrayList<>();
    double farthest = -Double.MAX_VALUE;
    for (Stretch s : run.stretches()) {
      if (!s.valid()) {
        continue;
      }
      double begin = run.side() == Side.FWD ? s.fromMetres() : -s.toMetres();
      double end = run.side() == Side.FWD ? s.toMetres() : -s.fromMetres();
      if (!lap.isEmpty() && begin < farthest - back) {
        laps.add(lap(run, lap, cells));
        lap.clear();
        farthest = -Double.MAX_VALUE;
      }
      lap.add(s);
      farthest = Math.max(farthest, end);
    }
    if (!lap.isEmpty()) {
      laps.add(lap(run, lap, cells));
    }
    return laps;
  }

  private static Lap lap(Run run, List<Stretch> stretches, Cells cells) {
    Intervals touched = new Intervals();
    double from = Double.MAX_VALUE;
    double to = 0;
    for (Stretch s : stretches) {
      cells.addTouched(s.fromMetres(), s.toMetres(), touched);
      from = Math.min(from, s.fromMetres());
      to = Math.max(to, s.toMetres());
    }
    Stretch last = stretches.get(stretches.size() - 1);
    return new Lap(run, stretches.get(0).start(), last.end(), from, to, touched);
  }
}
