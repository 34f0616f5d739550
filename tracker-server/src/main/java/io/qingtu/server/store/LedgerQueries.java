package io.qingtu.server.store;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.route.report.Week;
import io.qingtu.route.report.WeekInput;
import io.qingtu.route.rule.RuleSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A week as the store holds it: what the weekly report is made from. */
public final class LedgerQueries {
  private final Database database;
  private final AlertStore alerts;
  private final LedgerStore ledger;
  private final PlanStore plan;
  private final HandlingQueries handling;
  private final UptimeStore uptime;
  private final ParameterStore parameters;

  public LedgerQueries(Database database) {
    this.database = database;
    this.alerts = new AlertStore(database);
    this.ledger = new LedgerStore(database);
    this.plan = new PlanStore(database);
    this.handling = new HandlingQueries(database);
    this.uptime = new UptimeStore(database);
    this.parameters = new ParameterStore(database);
  }

  /** The weeks of which any vehicle sent anything, the newest first. */
  public List<Week> weeks() {
    return database
        .query(
            """
            select w::date monday from generate_series(
                (select date_trunc('week', min(day)::timestamp) from quality_day),
                (select max(day)::timestamp from quality_day), interval '7 days') w
              where exists (select from quality_day where day >= w::date and day < w::date + 7)
              order by monday desc""",
            row -> row.getObject("monday", LocalDate.class))
        .stream()
        .map(Week::new)
        .toList();
  }

  /** Everything that a week's report needs, with all that is known by now. */
  public WeekInput input(Week week) {
    return input(week, Optional.empty());
  }

  /**
   * Everything that a week's report needs, without what was decided after a moment.
   *
   * @param asOf the last moment of which decisions are known
   */
  public WeekInput input(Week week, Instant asOf) {
    return input(week, Optional.of(asOf));
  }

  /** The week before is absent where nothing is of it. */
  private WeekInput input(Week week, Optional<Instant> asOf) {
    CityPlan city = plan.read(new Validity(week.previous().start(), week.end()));
    Ledger now = ledger(week);
    Ledger before = ledger(week.previous());
    Set<String> versions =
        now.alerts().stream()
            .map(Alert::ruleVersion)
            .collect(Collectors.toCollection(TreeSet::new));
    if (versions.isEmpty()) {
      versions.add(RuleSet.VERSION + "+" + Parameters.DEFAULTS.fingerprint());
    }
    return new WeekInput(
        week,
        city,
        networked(),
        now,
        before.quality().isEmpty() ? Optional.empty() : Optional.of(before),
        reviews(week, asOf),
        part(versions, 0),
        part(versions, 1),
        handling.of(week, city, asOf),
        uptime.of(new Validity(week.previous().start(), week.end())),
        hotSpots(week, asOf),
        sites(week, asOf));
  }

  /** Of as many days as a hot spot is looked for in, to the week's end. */
  private List<HotSpot> hotSpots(Week week, Optional<Instant> asOf) {
    Parameters p = inForce(week);
    return new DumpQueries(database, p)
        .hotSpots(week.end().minus(days(p)), week.end(), asOf.orElse(Instant.MAX), Scope.CITY);
  }

  /** Of as many days. */
  private List<SuspectedSite> sites(Week week, Optional<Instant> asOf) {
    Parameters p = inForce(week);
    return new SiteQueries(database, p)
        .suspected(week.end().minus(days(p)), week.end(), asOf.orElse(Instant.MAX));
  }

  private static Duration days(Parameters p) {
    return Duration.ofDays(Math.round(p.get(Parameter.HOT_SPOT_DAYS)));
  }

  private Parameters inForce(Week week) {
    return parameters
        .inForce(week.end())
        .map(ParameterVersion::parameters)
        .orElse(Parameters.DEFAULTS);
  }

  /** Rules are versioned as {@code catalogue+parameters}; a week may have run with several. */
  private static String part(Set<String> versions, int index) {
    return versions.stream()
        .map(v -> v.split("\\+", 2))
        .map(v -> index < v.length ? v[index] : "")
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private Ledger ledger(Week week) {
    return new Ledger(
        alerts.between(week.start(), week.end()).stream().map(StoredAlert::alert).toList(),
        ledger.trips(week.start(), week.end()),
        ledger.passes(week.start(), week.end()),
        ledger.quality(week.monday(), week.monday().plusDays(6)),
        ledger.work(week.monday(), week.monday().plusDays(6)),
        ledger.points(week.start(), week.end()),
        List.of(),
        List.of(),
        List.of());
  }

  /** Plates with a terminal that was accepted once and is not switched off. */
  private Set<String> networked() {
    return Set.copyOf(
        database.query(
            "select distinct v.plate from terminal t join vehicle v on v.id = t.vehicle_id"
                + " where t.enabled and t.registered_at is not null",
            row -> row.getString("plate")));
  }

  /** The newest decision of each alert of the week and of the week before. */
  private Map<String, ReviewDecision> reviews(Week week, Optional<Instant> asOf) {
    return database
        .query(
            "select distinct on (a.id) a.key, r.decision, r.reason from review r join alert a on"
                + " a.id = r.alert_id where a.start_time >= ? and a.start_time < ? and r.at <="
                + " coalesce(?::timestamptz, 'infinity') order by a.id, r.at desc, r.id desc",
            row -> Map.entry(row.getString("key"), decision(row)),
            week.previous().start(),
            week.end(),
            asOf.orElse(null))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ReviewDecision decision(ResultSet row) throws SQLException {
    return new ReviewDecision(
        ReviewDecision.Decision.valueOf(row.getString("decision")), row.getString("reason"));
  }
}
