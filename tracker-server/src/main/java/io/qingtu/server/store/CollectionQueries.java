package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads what became of the collection points (收集点). */
public final class CollectionQueries {
  /**
   * A point in one of its windows.
   *
   * @param state as {@link io.qingtu.route.sweep.PointDuty.State}
   * @param plate of the truck that served it, else of the one that came nearest; empty where none
   *     came, or where the reader may not see it
   * @param visitStart when it came; null where none did
   * @param visitMetres how near it came; NaN where none did
   * @param inTime whether it was served inside its window
   */
  public record PointRow(
      String pointId,
      double lon,
      double lat,
      String contractor,
      Instant windowStart,
      Instant windowEnd,
      String state,
      String plate,
      Instant visitStart,
      double visitMetres,
      boolean inTime) {}

  private final Database database;

  public CollectionQueries(Database database) {
    this.database = database;
  }

  /**
   * The windows that begin in a period, and open ones that still run into it, by their begin and
   * point. A company sees the points that it has contracted for.
   */
  public List<PointRow> between(Instant from, Instant to, Scope scope) {
    return new Query(
            """
            select d.*, p.lon, p.lat, p.contractor,
              case when ? or exists (select 1 from vehicle v where v.plate = d.plate and\
            """
                + " "
                + Scope.CONDITION
                + """
            ) then d.plate else '' end seen,
              d.state = 'SERVED' and d.visit_start < d.window_end and d.visit_end >= d.window_start in_time
            from point_duty d
            join collection_point p on p.id = d.point_id
            left join company c on c.name = p.contractor
            where (? or c.id = any(?)) and not d.superseded
              and (d.window_start >= ? and d.window_start < ?
                or not d.judged and d.window_start < ? and d.window_end > ?)
            order by d.window_start, d.point_id
            """,
            scope.wholeCity(),
            scope.wholeCity(),
            scope.ids(),
            scope.wholeCity(),
            scope.ids(),
            from,
            to,
            from,
            from)
        .list(database, CollectionQueries::row);
  }

  private static PointRow row(ResultSet r) throws SQLException {
    return new PointRow(
        r.getString("point_id"),
        r.getDouble("lon"),
        r.getDouble("lat"),
        r.getString("contractor"),
        Database.instant(r, "window_start"),
        Database.instant(r, "window_end"),
        r.getString("state"),
        r.getString("seen"),
        Database.instant(r, "visit_start"),
        Database.number(r, "visit_m"),
        r.getBoolean("in_time"));
  }
}
