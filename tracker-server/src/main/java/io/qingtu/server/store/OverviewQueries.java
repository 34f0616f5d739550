package io.qingtu.server.store;

import io.qingtu.route.report.CompanyWeek;
import io.qingtu.route.report.Kpi;
import io.qingtu.route.report.Period;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.util.List;

/**
 * Counts for who leads rather than operates: how many, not which. The terms are those of the weekly
 * report; only sums leave the database.
 */
public final class OverviewQueries {
  /**
   * Cases whose limit runs.
   *
   * @param overdue of them, those past it
   */
  public record Cases(long open, long overdue) {}

  /**
   * Passes of windows that are not exempt.
   *
   * @param due of all windows, judged or not
   * @param worked of them; more than required in one window does not count for another
   * @param required of judged windows
   * @param done of them
   * @param unobserved windows of which nothing can be said
   */
  public record Sweeping(long due, long worked, long required, long done, long unobserved) {}

  private static final String NEWEST_REVIEW =
      """
      left join lateral (
        select decision from review where alert_id = a.id order by at desc, id desc limit 1) r on true
      """;

  private final Database database;

  public OverviewQueries(Database database) {
    this.database = database;
  }

  public Cases cases(Instant now, Scope scope) {
    return database
        .query(
            """
            select count(*) open, count(*) filter (where due_at <= ?) overdue from case_file
            where due_at is not null and (? or company_id = any(?) or side_id = any(?))
            """,
            row -> new Cases(row.getLong("open"), row.getLong("overdue")),
            now,
            scope.wholeCity(),
            scope.ids(),
            scope.ids())
        .get(0);
  }

  /** The loaded trips of a week by company; a company without any is not there. */
  public List<CompanyWeek.Trips> trips(Period week, Scope scope) {
    return new Query(
            """
            select c.name, count(*) trips, count(*) filter (where t.observed_share >= ?) observed,
              count(*) filter (where t.observed_share >= ? and t.end_kind = 'OK' and t.grade <> 'C') closed,
              coalesce(sum(t.observed_share * extract(epoch from t.end_time - t.out_time)), 0) observed_s,
              coalesce(sum(extract(epoch from t.end_time - t.out_time)), 0) seconds
            from trip t join vehicle v on v.id = t.vehicle_id join company c on c.id = v.company_id
            where not t.superseded and t.out_time >= ? and t.out_time < ? and
            """,
            Kpi.MINIMUM_OBSERVED,
            Kpi.MINIMUM_OBSERVED,
            week.start(),
            week.end())
        .and(Scope.CONDITION, scope.arguments())
        .and("group by c.name order by c.name")
        .list(
            database,
            row ->
                new CompanyWeek.Trips(
                    row.getString("name"),
                    row.getLong("trips"),
                    row.getLong("observed"),
                    row.getLong("closed"),
                    row.getDouble("observed_s"),
                    row.getDouble("seconds")));
  }

  /**
   * Of the loaded trips of a week those that are still under way: early in a week, when they are
   * many, the rate of those in order is low without anybody's fault.
   */
  public long tripsUnderWay(Period week, Scope scope) {
    return new Query(
            "select count(*) from trip t join vehicle v on v.id = t.vehicle_id"
                + " where not t.superseded and t.end_kind = ? and t.out_time >= ? and t.out_time < ? and",
            Trip.EndKind.UNDER_WAY,
            week.start(),
            week.end())
        .and(Scope.CONDITION, scope.arguments())
        .first(database, row -> row.getLong(1))
        .orElseThrow();
  }

  /** The confirmed violations of muck trucks (rules M) that began in a week. */
  public List<CompanyWeek.Confirmed> confirmed(Period week, Scope scope) {
    return new Query(
            "select c.name, a.severity, count(*) violations from alert a"
                + " join vehicle v on v.id = a.vehicle_id join company c on c.id = v.company_id "
                + NEWEST_REVIEW)
        .and(
            "where r.decision = 'CONFIRMED' and a.rule like 'M%' and a.status in ('OPEN', 'ENDED')")
        .and("and a.start_time >= ? and a.start_time < ? and", week.start(), week.end())
        .and(Scope.CONDITION, scope.arguments())
        .and("group by c.name, a.severity order by c.name, a.severity")
        .list(
            database,
            row ->
                new CompanyWeek.Confirmed(
                    row.getString("name"), row.getInt("severity"), row.getLong("violations")));
  }

  /** The windows that begin in a period. A company sees what it has contracted for. */
  public Sweeping sweeping(Instant from, Instant to, Scope scope) {
    return database
        .query(
            """
            select coalesce(sum(p.required), 0) due,
              coalesce(sum(least(p.done, p.required)), 0) worked,
              coalesce(sum(p.required) filter (where p.judged), 0) required,
              coalesce(sum(least(p.done, p.required)) filter (where p.judged), 0) done,
              count(*) filter (where p.result = 'UNOBSERVED') unobserved
            from pass_result p left join requirement q on q.id = p.requirement_id
              left join company c on c.name = q.contractor
            where not p.superseded and p.result <> 'EXEMPT'
              and p.window_start >= ? and p.window_start < ? and (? or c.id = any(?))
            """,
            row ->
                new Sweeping(
                    row.getLong("due"),
                    row.getLong("worked"),
                    row.getLong("required"),
                    row.getLong("done"),
                    row.getLong("unobserved")),
            from,
            to,
            scope.wholeCity(),
            scope.ids())
        .get(0);
  }
}
