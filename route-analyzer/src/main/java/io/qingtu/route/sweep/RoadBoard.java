package io.qingtu.route.sweep;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Passes by road, as a duty officer reads them: one line for each side, operation and window. */
public final class RoadBoard {
  /**
   * A road with its lines, by side, operation and window.
   *
   * @param grade the highest among its segments
   */
  public record Road(String name, RoadGrade grade, List<Row> rows) {
    public Road {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One side of a road in one window.
   *
   * @param required passes asked for on the segment that asks for most
   * @param done passes that every segment has
   * @param coverage mean over the segments, weighted by their length, 0–1
   * @param last last valid work; null where none
   * @param segments how many segments came to each result
   * @param lacking segments that are PARTIAL or MISSED
   */
  public record Row(
      Side side,
      Operation op,
      Instant windowStart,
      Instant windowEnd,
      int required,
      int done,
      double coverage,
      Instant last,
      Map<Outcome, Integer> segments,
      List<String> lacking) {
    public Row {
      segments = Map.copyOf(segments);
      lacking = List.copyOf(lacking);
    }
  }

  private record Line(Side side, Operation op, Instant start, Instant end) {}

  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::side)
          .thenComparing(Line::op)
          .thenComparing(Line::start)
          .thenComparing(Line::end);

  private RoadBoard() {}

  /**
   * Groups passes into roads, by name; a segment whose road has no name stands for itself.
   *
   * @param segments the plan's; passes of a segment that is not among them are left out
   */
  public static List<Road> of(Collection<Segment> segments, Collection<PassResult> passes) {
    Map<String, Segment> byId = new HashMap<>();
    segments.forEach(s -> byId.put(s.id(), s));
    Map<String, TreeMap<Line, List<PassResult>>> roads = new TreeMap<>();
    for (PassResult p : passes) {
      Segment s = byId.get(p.segmentId());
      if (s != null) {
        roads
            .computeIfAbsent(nameOf(s), k -> new TreeMap<>(ORDER))
            .computeIfAbsent(
                new Line(p.side(), p.op(), p.windowStart(), p.windowEnd()), k -> new ArrayList<>())
            .add(p);
      }
    }
    List<Road> board = new ArrayList<>();
    roads.forEach((name, lines) -> board.add(road(name, lines, byId)));
    return board;
  }

  private static String nameOf(Segment s) {
    return s.road().isEmpty() ? s.id() : s.road();
  }

  private static Road road(
      String name, TreeMap<Line, List<PassResult>> lines, Map<String, Segment> byId) {
    RoadGrade grade = RoadGrade.LANE;
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Line, List<PassResult>> e : lines.entrySet()) {
      rows.add(row(e.getKey(), e.getValue(), byId));
      for (PassResult p : e.getValue()) {
        RoadGrade own = byId.get(p.segmentId()).grade();
        grade = own.compareTo(grade) < 0 ? own : grade;
      }
    }
    return new Road(name, grade, rows);
  }

  private static Row row(Line line, List<PassResult> passes, Map<String, Segment> byId) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    List<String> lacking = new ArrayList<>();
    int required = 0;
    int done = Integer.MAX_VALUE;
    double covered = 0;
    double length = 0;
    Instant last = null;
    for (PassResult p : passes) {
      // degrees do as weights: the segments of one road lie side by side
      double weight = byId.get(p.segmentId()).line().getLength();
      covered += weight * p.coverage();
      length += weight;
      required = Math.max(required, p.required());
      done = Math.min(done, p.done());
      outcomes.merge(p.result(), 1, Integer::sum);
      if (p.result() == Outcome.PARTIAL || p.result() == Outcome.MISSED) {
        lacking.add(p.segmentId());
      }
      if (p.last() != null && (last == null || p.last().isAfter(last))) {
        last = p.last();
      }
    }
    lacking.sort(Comparator.naturalOrder());
    return new Row(
        line.side,
        line.op,
        line.start,
        line.end,
        required,
        done,
        length == 0 ? 0 : covered / length,
        last,
        outcomes,
        lacking);
  }
}
