package io.qingtu.server.store;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Step;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IdentityBook;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.report.CaseRecord;
import io.qingtu.route.report.Handling;
import io.qingtu.route.report.Handling.Scoring;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.RepeatOffences;
import io.qingtu.route.scoring.HalfYear;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.Judged.Decision;
import io.qingtu.route.scoring.Judged.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done about violations: the weekly report's cases, reviews and appeals. */
final class HandlingQueries {
  /** Who was in the vehicle longer before is not taken for who drove. */
  private static final Duration DRIVER_SINCE = Duration.ofHours(12);

  private static final String CASES =
      """
      select c.id, c.type, c.accepted_at, c.first_due_at, coalesce(o.name, s.name, '') company,
        array(select source from case_source where case_id = c.id order by id) sources
      from case_file c left join company o on o.id = c.company_id left join company s on s.id = c.side_id
      where c.accepted_at < ? and (c.due_at is not null or c.stage = 'ON_LEDGER' or exists (
        select from case_step t where t.case_id = c.id and t.at >= ?))
      order by c.id\
      """;

  private static final String STEPS =
      "select case_id, move, coalesce(user_id, 0) actor, at, coalesce(side_id, 0) side, culprit,"
          + " note, extra, extra_unit, due_at from case_step where case_id = any(?) order by case_id, version";

  private static final String REVIEWS =
      """
      select r.alert_id, r.at, r.decision, 0::bigint case_id from review r join alert a on a.id = r.alert_id
      where a.start_time >= ? and a.start_time < ?
        and not exists (select from alert_appeal p where p.review_id = r.id)
      order by r.at, r.id\
      """;

  /** Against what no case took up; the review that an upheld one has made is not told twice. */
  private static final String APPEALS_BESIDE_CASES =
      """
      select p.alert_id, d.at, d.decision, 0::bigint case_id
      from alert_appeal p join alert a on a.id = p.alert_id cross join lateral (values
        (p.at, 'APPEALED'),
        (p.decided_at, case p.decision when 'UPHELD' then 'APPEAL_UPHELD' else 'APPEAL_REJECTED' end)
      ) d(at, decision)
      where a.start_time >= ? and a.start_time < ? and d.at is not null order by d.at, p.id\
      """;

  /** Of a case about vehicles of several companies, the appeal of one is about its own. */
  private static final String APPEALS =
      """
      select a.id alert_id, t.at, t.case_id, case t.move when 'APPEAL' then 'APPEALED'
        when 'REJECT_APPEAL' then 'APPEAL_REJECTED' when 'UPHOLD_APPEAL' then 'APPEAL_UPHELD'
        else 'FOUND' end decision
      from case_step t join case_file c on c.id = t.case_id
        join case_source s on s.case_id = t.case_id and s.source = 'alert'
        join alert a on a.id = case when s.source_id ~ '^\\d{1,18}$' then s.source_id::bigint end
        join vehicle v on v.id = a.vehicle_id and v.company_id = c.company_id
      where a.start_time >= ? and a.start_time < ?
        and (t.move in ('APPEAL', 'REJECT_APPEAL', 'UPHOLD_APPEAL') or t.culprit and a.vehicle_id = c.vehicle_id)
      order by t.case_id, t.version\
      """;

  private record Head(
      long id,
      CaseType type,
      Instant acceptedAt,
      String company,
      List<String> sources,
      Optional<Instant> firstDue) {}

  private record Filed(Step step, Optional<Instant> due) {}

  private record Made(long alertId, Verdict verdict) {}

  private final Database database;
  private final AlertStore alerts;
  private final CalendarStore calendar;
  private final PointStore points;
  private final StandardStore standards;

  HandlingQueries(Database database) {
    this.database = database;
    this.alerts = new AlertStore(database);
    this.calendar = new CalendarStore(database);
    this.points = new PointStore(database);
    this.standards = new StandardStore(database);
  }

  /**
   * What was done until a moment about the violations of the cycle of points and of a period.
   *
   * @param asOf empty for all that is known
   */
  Handling of(Period period, CityPlan plan, Optional<Instant> asOf) {
    Instant cycle = HalfYear.of(period.end().minusSeconds(1)).start();
    Instant before = period.previous().start();
    // of the period before, too, is asked who did it again
    Instant repeated = period.start().minus(RepeatOffences.PERIOD);
    return new Handling(
        cases(before, period.end()),
        judged(cycle.isBefore(repeated) ? cycle : repeated, period.end(), plan),
        calendar.read(),
        new Scoring(points.read(), standards.inForce(period.first())),
        asOf);
  }

  private List<CaseRecord> cases(Instant from, Instant to) {
    List<Head> heads = database.query(CASES, HandlingQueries::head, to, from);
    Map<Long, List<Filed>> steps = new HashMap<>();
    database.query(
        STEPS,
        row ->
            steps
                .computeIfAbsent(row.getLong("case_id"), k -> new ArrayList<>())
                .add(new Filed(step(row), due(row, "due_at"))),
        (Object) heads.stream().map(Head::id).toArray(Long[]::new));
    return heads.stream().map(h -> record(h, steps.getOrDefault(h.id, List.of()))).toList();
  }

  private static CaseRecord record(Head head, List<Filed> steps) {
    return new CaseRecord(
        head.id,
        head.type,
        head.company,
        head.sources,
        head.acceptedAt,
        steps.stream().map(Filed::step).toList(),
        Stream.concat(Stream.of(head.firstDue), steps.stream().map(Filed::due)).toList());
  }

  private static Optional<Instant> due(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(Database.instant(row, column));
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getLong("id"),
        CaseType.valueOf(row.getString("type")),
        Database.instant(row, "accepted_at"),
        row.getString("company"),
        Arrays.asList((String[]) row.getArray("sources").getArray()),
        due(row, "first_due_at"));
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        Move.valueOf(row.getString("move")),
        row.getInt("actor"),
        Database.instant(row, "at"),
        row.getInt("side"),
        Optional.ofNullable((Boolean) row.getObject("culprit")),
        Optional.empty(),
        row.getString("note"),
        CaseStore.extra(row));
  }

  private List<Judged> judged(Instant from, Instant to, CityPlan plan) {
    Map<Long, List<Verdict>> verdicts = new HashMap<>();
    for (String question : List.of(REVIEWS, APPEALS, APPEALS_BESIDE_CASES)) {
      database
          .query(question, HandlingQueries::made, from, to)
          .forEach(m -> verdicts.computeIfAbsent(m.alertId, k -> new ArrayList<>()).add(m.verdict));
    }
    Map<String, String> companies =
        plan.vehicles().stream().collect(Collectors.toMap(Vehicle::plate, Vehicle::company));
    IdentityBook identities =
        new IdentityBook(plan.records().identities(), plan.records().drivers());
    return alerts.confirmed(from, to).stream()
        .map(a -> judged(a, verdicts.getOrDefault(a.id(), List.of()), companies::get, identities))
        .toList();
  }

  private static Made made(ResultSet row) throws SQLException {
    return new Made(
        row.getLong("alert_id"),
        new Verdict(
            Database.instant(row, "at"),
            Decision.valueOf(row.getString("decision")),
            row.getLong("case_id")));
  }

  private static Judged judged(
      StoredAlert stored,
      List<Verdict> made,
      Function<String, String> companies,
      IdentityBook identities) {
    Alert alert = stored.alert();
    List<Verdict> verdicts = new ArrayList<>(made);
    if (alert.status() == AlertStatus.SUPPRESSED || alert.status() == AlertStatus.RETRACTED) {
      verdicts.add(new Verdict(stored.updatedAt(), Decision.WITHDRAWN, 0));
    }
    String company = companies.apply(alert.plate());
    return new Judged(alert, company == null ? "" : company, driver(alert, identities), verdicts);
  }

  /** Who has shown that he or she drives, else the one who does so by what the company has said. */
  private static String driver(Alert alert, IdentityBook identities) {
    return identities.of(alert.plate(), Identity.Kind.DRIVER).stream()
        .filter(i -> !i.time().isAfter(alert.start()))
        .filter(i -> !i.time().isBefore(alert.start().minus(DRIVER_SINCE)))
        .reduce((a, b) -> b)
        .filter(Identity::isKnown)
        .map(i -> identities.idOf(i, alert.start()))
        .or(() -> identities.onTurn(alert.plate(), alert.start()))
        .orElse("");
  }
}
