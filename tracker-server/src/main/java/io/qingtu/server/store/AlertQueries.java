package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import io.qingtu.server.store.AlertFilter.ReviewState;
import io.qingtu.server.store.AlertRow.ReviewRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what the analysis filed and what people decided of it. */
public final class AlertQueries {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a vehicle its company counts, of a road or a point who has contracted for the work. */
  private static final String CONDITION =
      "(? or v.company_id = any(?) or a.contractors && ?::int[])";

  private static final String SELECT =
      """
      select a.*, coalesce(v.plate, '') plate, coalesce(v.kind, '') kind,
        coalesce(c.id, 0) company_id, coalesce(c.name, '') company,
        coalesce(p.name, '') place_name, coalesce(s.road, '') road,
        r.decision review_decision, r.reason review_reason, r.note review_note, r.grade review_grade,
        r.at review_at, u.login review_user
      from alert a
      left join vehicle v on v.id = a.vehicle_id
      left join company c on c.id = coalesce(v.company_id, case when cardinality(a.contractors) = 1 then a.contractors[1] end)
      left join place p on p.id = a.place_id
      left join segment s on s.id = a.segment_ids[1]
      left join lateral (
        select * from review where alert_id = a.id order by at desc, id desc limit 1) r on true
      left join app_user u on u.id = r.user_id
      where\
      """
          + " "
          + CONDITION;

  /** How many alerts share a value. */
  public record Count(String rule, String grade, String review, long count) {}

  private final Database database;
  private final AlertStore store;

  public AlertQueries(Database database) {
    this.database = database;
    this.store = new AlertStore(database);
  }

  /** At most {@code limit} alerts, newest start first. */
  public List<AlertRow> page(AlertFilter f, Scope scope, int limit) {
    Query q = new Query(SELECT, arguments(scope));
    f.from().ifPresent(t -> q.and("and a.start_time >= ?", t));
    f.to().ifPresent(t -> q.and("and a.start_time < ?", t));
    f.rule().ifPresent(r -> q.and("and a.rule = ?", r));
    f.grade().ifPresent(g -> q.and("and a.grade = ?", g.name()));
    q.and("and a.severity >= ?", f.minSeverity());
    f.status().ifPresent(s -> q.and("and a.status = ?", s.name()));
    f.plate().ifPresent(p -> q.and("and v.plate = ?", p));
    f.review()
        .ifPresent(
            r -> {
              if (r == ReviewState.OPEN) {
                q.and("and r.decision is null");
              } else {
                q.and("and r.decision = ?", r.name());
              }
            });
    f.after().ifPresent(c -> q.and("and (a.start_time, a.id) < (?, ?)", c.start(), c.id()));
    return q.and("order by a.start_time desc, a.id desc limit ?", limit)
        .list(database, AlertQueries::row);
  }

  public Optional<AlertRow> find(long id, Scope scope) {
    return new Query(SELECT, arguments(scope))
        .and("and a.id = ?", id)
        .first(database, AlertQueries::row);
  }

  /** The alert with a key, see {@link io.qingtu.route.alert.Alert#key()}. */
  public Optional<AlertRow> find(String key, Scope scope) {
    return new Query(SELECT, arguments(scope))
        .and("and a.key = ?", key)
        .first(database, AlertQueries::row);
  }

  /** The alerts that turn a vehicle red, see {@link AlertRow#isAlarm()}. */
  public List<AlertRow> alarms() {
    return new Query(SELECT, arguments(Scope.CITY))
            .and("and a.status = 'OPEN' and a.severity >= ?", Alert.SERIOUS)
            .and("and r.decision is null")
            .list(database, AlertQueries::row)
            .stream()
            .filter(AlertRow::isAlarm)
            .toList();
  }

  /** The alerts revised or reviewed at or after a moment, oldest change first. */
  public List<AlertRow> changedSince(Instant moment) {
    return new Query(SELECT, arguments(Scope.CITY))
        .and("and a.id in (select id from alert where updated_at >= ?", moment)
        .and("union select alert_id from review where at >= ?)", moment)
        .and("order by greatest(a.updated_at, r.at), a.id")
        .list(database, AlertQueries::row);
  }

  /** Every state an alert has been in, oldest first. */
  public List<AlertRevision> revisions(long alertId) {
    return AlertRevision.of(store.revisions(alertId));
  }

  /**
   * Alerts raised in a period by rule, grade and review state; without those that the analysis took
   * back or held back.
   */
  public List<Count> counts(Instant from, Instant to, Scope scope) {
    return new Query(
            """
            select a.rule, a.grade, coalesce(r.decision, 'OPEN') review, count(*) n
            from alert a
            left join vehicle v on v.id = a.vehicle_id
            left join lateral (
              select decision from review where alert_id = a.id order by at desc, id desc limit 1
            ) r on true
            where a.start_time >= ? and a.start_time < ? and a.status in ('OPEN', 'ENDED') and
            """,
            from,
            to)
        .and(CONDITION, arguments(scope))
        .and("group by 1, 2, 3 order by 1, 2, 3")
        .list(
            database,
            r ->
                new Count(
                    r.getString("rule"),
                    r.getString("grade"),
                    r.getString("review"),
                    r.getLong("n")));
  }

  private static Object[] arguments(Scope scope) {
    return new Object[] {scope.wholeCity(), scope.ids(), scope.ids()};
  }

  private static AlertRow row(ResultSet r) throws SQLException {
    AlertStatus status = AlertStatus.valueOf(r.getString("status"));
    Instant decided = Database.instant(r, "decided_time");
    Instant filed = Database.instant(r, "created_at");
    return new AlertRow(
        r.getLong("id"),
        r.getString("rule"),
        r.getString("plate"),
        r.getString("company"),
        r.getInt("company_id"),
        r.getString("kind"),
        Database.instant(r, "start_time"),
        decided,
        Database.instant(r, "end_time"),
        Database.number(r, "lon"),
        Database.number(r, "lat"),
        Grade.valueOf(r.getString("grade")),
        r.getInt("severity"),
        status,
        r.getString("reason"),
        r.getString("place_id"),
        r.getString("place_name"),
        r.getString("permit_id"),
        r.getString("trip_id"),
        Query.texts(r, "segment_ids"),
        r.getString("road"),
        Database.number(r, "measured"),
        Database.number(r, "allowed"),
        r.getString("unit"),
        r.getString("rule_version"),
        r.getInt("revision"),
        AlertRevision.Kind.of(r.getInt("revision"), status),
        !decided.plus(AlertRow.LATE).isAfter(filed),
        decision(r.getString("decision")),
        review(r));
  }

  private static ReviewRow review(ResultSet r) throws SQLException {
    String decision = r.getString("review_decision");
    return decision == null
        ? null
        : new ReviewRow(
            Review.Decision.valueOf(decision),
            r.getString("review_reason"),
            r.getString("review_note"),
            r.getString("review_user"),
            Database.instant(r, "review_at"),
            r.getString("review_grade"));
  }

  private static List<Condition> decision(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Condition>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an alert's decision is no list of conditions: " + json, e);
    }
  }
}
