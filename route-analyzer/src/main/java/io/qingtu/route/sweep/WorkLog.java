package io.qingtu.route.sweep;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.StretchMatcher.Piece;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.sweep.WorkRecord.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the stretches of one vehicle into runs, and drops the runs that only cross a street. */
final class WorkLog {
  /** Open runs are looked through for ended ones when there are more than this. */
  private static final int MANY = 16;

  private record Key(Operation op, String segmentId, Side side) {
    boolean is(Operation otherOp, String otherId, Side otherSide) {
      return op == otherOp && side == otherSide && segmentId.equals(otherId);
    }
  }

  private static final class OpenRun {
    final List<Stretch> stretches = new ArrayList<>();
    final double segmentLength;
    double low = Double.MAX_VALUE;
    double high;
    int openedBefore = -1;

    OpenRun(double segmentLength) {
      this.segmentLength = segmentLength;
    }

    void add(Stretch s) {
      stretches.add(s);
      low = Math.min(low, s.fromMetres());
      high = Math.max(high, s.toMetres());
    }

    Stretch last() {
      return stretches.get(stretches.size() - 1);
    }
  }

  private final String plate;
  private final Parameters numbers;
  private final Duration pause;
  private final double crossing;
  private final List<Run> ended = new ArrayList<>();
  private final Map<Key, OpenRun> open = new LinkedHashMap<>();
  private Key latestKey;
  private OpenRun latest;

  /** How many runs have been opened: only a new one can have turned back. */
  private int opened;

  WorkLog(String plate, Parameters numbers) {
    this.plate = plate;
    this.numbers = numbers;
    this.crossing = numbers.get(Parameter.CROSSING_M);
    this.pause = Duration.ofMillis(numbers.millis(Parameter.RUN_GAP_S));
  }

  void add(Operation op, Piece piece, Stretch stretch) {
    find(op, piece.flat().segment().id(), piece.side());
    if (latest != null && isOver(latest, stretch)) {
      end(latestKey, latest, ended);
      open.remove(latestKey);
      latest = null;
    }
    if (latest == null) {
      if (open.size() > MANY) {
        endAllBefore(stretch);
      }
      latest = new OpenRun(piece.flat().length());
      open.put(latestKey, latest);
      opened++;
    }
    latest.add(stretch);
    if (latest.high - latest.low >= crossing && latest.openedBefore != opened) {
      endTurnedBack(latestKey);
      latest.openedBefore = opened;
    }
  }

  /** Nearly always the run that the last stretch was of. */
  private void find(Operation op, String segmentId, Side side) {
    if (latestKey == null || !latestKey.is(op, segmentId, side)) {
      latestKey = new Key(op, segmentId, side);
      latest = open.get(latestKey);
    }
  }

  /** Work in the other direction ends the run in this one; a few metres of it are a manoeuvre. */
  private void endTurnedBack(Key key) {
    Side other = key.side == Side.FWD ? Side.REV : Side.FWD;
    Key before = new Key(key.op, key.segmentId, other);
    OpenRun run = open.remove(before);
    if (run != null) {
      end(before, run, ended);
    }
  }

  WorkRecord record() {
    List<Run> runs = new ArrayList<>(ended);
    open.forEach((key, run) -> end(key, run, runs));
    return new WorkRecord(runs);
  }

  private void endAllBefore(Stretch next) {
    open.entrySet()
        .removeIf(
            e -> {
              boolean over = isOver(e.getValue(), next);
              if (over) {
                end(e.getKey(), e.getValue(), ended);
              }
              return over;
            });
  }

  private boolean isOver(OpenRun run, Stretch next) {
    return Duration.between(run.last().end(), next.start()).compareTo(pause) > 0;
  }

  private void end(Key key, OpenRun run, List<Run> target) {
    if (!isCrossing(run.stretches, run.segmentLength, numbers)) {
      target.add(new Run(plate, key.op, key.segmentId, key.side, run.stretches));
    }
  }

  /** Little of the segment and less than half of it: the vehicle came across or turned. */
  private static boolean isCrossing(List<Stretch> stretches, double length, Parameters numbers) {
    double cell = numbers.get(Parameter.CELL_M);
    Intervals decimetres = new Intervals();
    for (Stretch s : stretches) {
      double widen = s.toMetres() > s.fromMetres() ? 0 : cell / 2;
      decimetres.add(
          (int) Math.round((s.fromMetres() - widen) * 10),
          (int) Math.round((s.toMetres() + widen) * 10));
    }
    double metres = decimetres.size() / 10.0;
    return metres < numbers.get(Parameter.CROSSING_M) && metres < length / 2;
  }
}
