package io.qingtu.server.store;

import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.PointVisit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of {@code point_duty}: collection points in their windows. */
final class PointRows {
  /** What is judged is never open again. */
  private static final String REPLACE =
      """
      insert into point_duty as d (point_id, window_start, window_end, state, judged, plate, visit,
          visit_start, visit_end, visit_m, visit_kmh)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (point_id, window_start) do update set window_end = excluded.window_end,
        state = excluded.state, judged = excluded.judged, plate = excluded.plate,
        visit = excluded.visit, visit_start = excluded.visit_start, visit_end = excluded.visit_end,
        visit_m = excluded.visit_m, visit_kmh = excluded.visit_kmh, superseded = false
        where excluded.judged or not d.judged""";

  private PointRows() {}

  static void replace(Connection connection, Collection<PointDuty> duties) throws SQLException {
    Database.updateAll(connection, REPLACE, duties, PointRows::values);
  }

  /** Open windows of an earlier plan are no longer read. */
  static void supersedeOpen(Connection connection) throws SQLException {
    Database.update(
        connection, "update point_duty set superseded = true where not judged and not superseded");
  }

  static List<PointDuty> judged(Database database, Instant from, Instant to) {
    return database.query(
        "select d.*, c.* from point_duty d join collection_point c on c.id = d.point_id"
            + " where d.judged and not d.superseded and d.window_start >= ? and d.window_start < ?"
            + " order by d.window_start, d.point_id",
        PointRows::duty,
        from,
        to);
  }

  private static Object[] values(PointDuty d) {
    Optional<PointVisit> visit = d.visit();
    return new Object[] {
      d.point().id(),
      d.windowStart(),
      d.windowEnd(),
      d.state(),
      d.state().isJudged(),
      d.plate(),
      visit.map(PointVisit::kind).orElse(null),
      visit.map(PointVisit::start).orElse(null),
      visit.map(PointVisit::end).orElse(null),
      visit.map(PointVisit::metres).orElse(null),
      visit.map(v -> Database.orNull(v.kmh())).orElse(null)
    };
  }

  private static PointDuty duty(ResultSet row) throws SQLException {
    return new PointDuty(
        PlanRows.collectionPoint(row),
        Database.instant(row, "window_start"),
        Database.instant(row, "window_end"),
        PointDuty.State.valueOf(row.getString("state")),
        visit(row),
        row.getString("plate"));
  }

  private static Optional<PointVisit> visit(ResultSet row) throws SQLException {
    if (row.getString("visit") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PointVisit(
            row.getString("point_id"),
            PointVisit.Kind.valueOf(row.getString("visit")),
            Database.instant(row, "visit_start"),
            Database.instant(row, "visit_end"),
            row.getDouble("visit_m"),
            Database.number(row, "visit_kmh")));
  }
}
