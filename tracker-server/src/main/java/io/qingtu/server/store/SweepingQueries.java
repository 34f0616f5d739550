package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;

/** Reads what became of the cleaning plan. */
public final class SweepingQueries {
  /**
   * The passes of one side of a segment in one window.
   *
   * @param coverage 0–1
   * @param judged whether the result is a verdict; otherwise it is UPCOMING or RUNNING
   * @param first null where no valid work was seen
   */
  public record PassRow(
      String road,
      String grade,
      String contractor,
      String requirementId,
      String segmentId,
      String side,
      String op,
      Instant windowStart,
      Instant windowEnd,
      int required,
      int done,
      double coverage,
      boolean judged,
      String result,
      Instant first,
      Instant last,
      List<String> plates) {}

  private final Database database;

  public SweepingQueries(Database database) {
    this.database = database;
  }

  /**
   * The windows that begin in a period, and those that still run into it or are of its week, by
   * road, grade and contractor. A company sees what it has contracted for, and of the vehicles that
   * were there its own.
   */
  public List<PassRow> between(Instant from, Instant to, Scope scope) {
    return new Query(
            """
            select p.*, coalesce(s.road, '') road, coalesce(s.grade, '') grade,
              coalesce(q.contractor, '') contractor,
              array(select plate from unnest(p.plates) with ordinality seen(plate, n)
                where ? or exists (select 1 from vehicle v where v.plate = seen.plate and\
            """
                + " "
                + Scope.CONDITION
                + """
            ) order by n) seen
            from pass_result p
            left join segment s on s.id = p.segment_id
            left join requirement q on q.id = p.requirement_id
            left join company c on c.name = q.contractor
            where (? or c.id = any(?)) and not p.superseded and (p.window_start >= ? and p.window_start < ?
              or (not p.judged or p.window_end - p.window_start > interval '1 day')
                and p.window_start < ? and p.window_end > ?)
            order by road, s.grade, contractor, p.segment_id, p.op, p.side, p.window_start
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
        .list(
            database,
            r ->
                new PassRow(
                    r.getString("road"),
                    r.getString("grade"),
                    r.getString("contractor"),
                    r.getString("requirement_id"),
                    r.getString("segment_id"),
                    r.getString("side"),
                    r.getString("op"),
                    Database.instant(r, "window_start"),
                    Database.instant(r, "window_end"),
                    r.getInt("required"),
                    r.getInt("done"),
                    r.getDouble("coverage"),
                    r.getBoolean("judged"),
                    r.getString("result"),
                    Database.instant(r, "first_time"),
                    Database.instant(r, "last_time"),
                    Query.texts(r, "seen")));
  }
}
