package io.qingtu.web.api;

import io.qingtu.server.store.SweepingQueries.PassRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work on one road of one contractor in a day.
 *
 * @param due passes in all windows that are not exempted, judged or not
 * @param worked of them; a pass that nobody observed is none
 * @param required passes in judged windows that are not exempted
 * @param done of them; more passes than required in one window do not count for another
 * @param rate done ÷ required, 0–1; NaN where nothing is required
 * @param undone windows that run and lack passes yet: no result, and neither required nor done
 */
record RoadWork(
    String road,
    String grade,
    String contractor,
    int due,
    int worked,
    int required,
    int done,
    double rate,
    int undone,
    List<Row> rows) {
  /** One side of one segment in one window. */
  record Row(
      String requirementId,
      String segmentId,
      String side,
      String op,
      Instant windowStart,
      Instant windowEnd,
      int required,
      int done,
      double coverage,
      String result,
      Instant first,
      Instant last,
      List<String> plates) {
    static Row of(PassRow r) {
      return new Row(
          r.requirementId(),
          r.segmentId(),
          r.side(),
          r.op(),
          r.windowStart(),
          r.windowEnd(),
          r.required(),
          r.done(),
          r.coverage(),
          r.result(),
          r.first(),
          r.last(),
          r.plates());
    }
  }

  /** By road, grade and contractor, in the order of the rows. */
  static List<RoadWork> of(List<PassRow> rows) {
    Map<List<String>, List<PassRow>> byRoad = new LinkedHashMap<>();
    for (PassRow r : rows) {
      List<String> key = List.of(r.road(), r.grade(), r.contractor());
      byRoad.computeIfAbsent(key, k -> new ArrayList<>()).add(r);
    }
    return byRoad.values().stream().map(RoadWork::ofRoad).toList();
  }

  private static RoadWork ofRoad(List<PassRow> rows) {
    int due = 0;
    int worked = 0;
    int required = 0;
    int done = 0;
    int undone = 0;
    for (PassRow r : rows) {
      if (r.result().equals("EXEMPT")) {
        continue;
      }
      int passes = Math.min(r.done(), r.required());
      due += r.required();
      worked += passes;
      required += r.judged() ? r.required() : 0;
      done += r.judged() ? passes : 0;
      undone += r.result().equals("RUNNING") && r.done() < r.required() ? 1 : 0;
    }
    PassRow any = rows.get(0);
    return new RoadWork(
        any.road(),
        any.grade(),
        any.contractor(),
        due,
        worked,
        required,
        done,
        required == 0 ? Double.NaN : (double) done / required,
        undone,
        rows.stream().map(Row::of).toList());
  }
}
