package io.qingtu.server.store;

import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.AppealRow.Appeal;
import io.qingtu.server.store.AppealRow.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What companies are charged with by reviews alone, and their appeals. */
public final class AppealQueries {
  /** Which of them are asked for. */
  public enum State {
    /** No appeal yet, and time for one. */
    CHARGED,
    /** Somebody has to decide. */
    OPEN,
    /** Decided in the last thirty days. */
    DECIDED
  }

  /** So long a decision is shown. */
  private static final Duration SHOWN = Duration.ofDays(30);

  /** The confirmation of {@code a} as it stands: since when, and who confirmed it. */
  static final String CONFIRMATION =
      """
      select min(r.at) at, array_agg(distinct r.user_id) users from review r
      where r.alert_id = a.id and r.decision = 'CONFIRMED' and not exists (select from review l
        where l.alert_id = a.id and l.decision <> 'CONFIRMED' and (l.at, l.id) > (r.at, r.id))\
      """;

  /** Whether a case has taken {@code a} up; what was not filed leaves it to the review. */
  static final String IN_CASE =
      "exists (select from case_source s join case_file f on f.id = s.case_id"
          + " where s.source = 'alert' and s.source_id = a.id::text and f.stage <> 'NOT_FILED')";

  private static final String SELECT =
      """
      select a.id alert_id, a.rule, v.plate, v.company_id, c.name company, a.start_time, a.lon, a.lat,
        coalesce(p.confirmed_at, k.at) confirmed_at, coalesce(k.users, '{}') confirmers,
        coalesce(p.id, 0) id, coalesce(p.user_id, 0) user_id, coalesce(u.display_name, '') lodger,
        p.at, coalesce(p.reason, '') reason, p.decision, coalesce(w.display_name, '') decider,
        p.decided_at, coalesce(p.decision_reason, '') decision_reason
      from alert a
      join vehicle v on v.id = a.vehicle_id
      join company c on c.id = v.company_id
      left join lateral (%s) k on true
      left join alert_appeal p on p.alert_id = a.id
      left join app_user u on u.id = p.user_id
      left join app_user w on w.id = p.decided_by
      where %s\
      """
          .formatted(CONFIRMATION, Scope.CONDITION);

  private static final String CHARGED =
      "k.at is not null and p.id is null and a.status not in ('SUPPRESSED', 'RETRACTED') and not "
          + IN_CASE;

  private final Database database;

  public AppealQueries(Database database) {
    this.database = database;
  }

  /**
   * What companies may still appeal against, or have; what ends, or was lodged or decided, first
   * comes first.
   */
  public List<AppealRow> all(
      State state, Scope scope, WorkCalendar calendar, Instant now, int most) {
    Query page = new Query(SELECT, scope.arguments());
    String order =
        switch (state) {
          case CHARGED -> {
            Instant first = calendar.earliest(Limit.TO_APPEAL, now);
            page.and(
                "and a.id in (select alert_id from review where decision = 'CONFIRMED' and at >= ?)"
                    + " and k.at >= ? and "
                    + CHARGED,
                first,
                first);
            yield "k.at";
          }
          case OPEN -> {
            page.and("and p.id is not null and p.decision is null");
            yield "p.at";
          }
          case DECIDED -> {
            page.and("and p.decided_at >= ?", now.minus(SHOWN));
            yield "p.decided_at";
          }
        };
    return page.and("order by " + order + ", a.id limit ?", most)
        .list(database, AppealQueries::row);
  }

  /** What an alert is charged by, and the appeal against it; empty where neither is. */
  public Optional<AppealRow> ofAlert(long alertId, Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("and a.id = ? and (p.id is not null or " + CHARGED + ")", alertId)
        .first(database, AppealQueries::row);
  }

  public Optional<AppealRow> find(long id, Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("and p.id = ?", id)
        .first(database, AppealQueries::row);
  }

  private static AppealRow row(ResultSet r) throws SQLException {
    String decision = r.getString("decision");
    return new AppealRow(
        r.getLong("alert_id"),
        r.getString("rule"),
        r.getString("plate"),
        r.getInt("company_id"),
        r.getString("company"),
        Database.instant(r, "start_time"),
        Database.number(r, "lon"),
        Database.number(r, "lat"),
        Database.instant(r, "confirmed_at"),
        List.of((Integer[]) r.getArray("confirmers").getArray()),
        new Appeal(
            r.getLong("id"),
            r.getInt("user_id"),
            r.getString("lodger"),
            Database.instant(r, "at"),
            r.getString("reason"),
            decision == null ? null : Decision.valueOf(decision),
            r.getString("decider"),
            Database.instant(r, "decided_at"),
            r.getString("decision_reason")));
  }
}
