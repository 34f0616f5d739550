package io.qingtu.server.store;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.ReviewDecision;
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

/** A period as the store holds it: what its report is made from. */
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

  /**
   * The periods of which any vehicle sent anything, the newest first.
   *
   * @param kind week or month
   */
  public List<Period> periods(Period.Kind kind) {
    String unit = kind == Period.Kind.WEEK ? "week" : "month";
    return database.query(
        """
            select p::date first from generate_series(
                (select date_trunc(?, min(day)::timestamp) from quality_day),
                (select max(day)::timestamp from quality_day), ('1 ' || ?)::interval) p
              where exists (select from quality_day
                where day >= p::date and day < (p + ('1 ' || ?)::interval)::date)
              order by first desc""",
        row -> Period.of(kind, row.getObject("first", LocalDate.class)),
        unit,
        unit,
        unit);
  }

  /** Everything that a period's report needs, with all that is known by now. */
  public ReportInput input(Period period) {
    return input(period, Optional.empty());
  }

  /**
   * Everything that a period's report needs, without what was decided after a moment.
   *
   * @param asOf the last moment of which decisions are known
   */
  public ReportInput input(Period period, Instant asOf) {
    return input(period, Optional.of(asOf));
  }

  /** The period before is absent where nothing is of it. */
  private ReportInput input(Period period, Optional<Instant> asOf) {
    CityPlan city = plan.read(new Validity(period.previous().start(), period.end()));
    Ledger now = ledger(period);
    Ledger before = ledger(period.previous());
    Set<String> versions =
        now.alerts().stream()
            .map(Alert::ruleVersion)
            .collect(Collectors.toCollection(TreeSet::new));
    if (versions.isEmpty()) {
      versions.add(RuleSet.VERSION + "+" + Parameters.DEFAULTS.fingerprint());
    }
    return new ReportInput(
        period,
        city,
        networked(),
        now,
        before.quality().isEmpty() ? Optional.empty() : Optional.of(before),
        reviews(period, asOf),
        part(versions, 0),
        part(versions, 1),
        handling.of(period, city, asOf),
        uptime.of(new Validity(period.previous().start(), period.end())),
        hotSpots(period, asOf),
        sites(period, asOf));
  }

  /** Of as many days as a hot spot is looked for in, to the period's end. */
  private List<HotSpot> hotSpots(Period period, Optional<Instant> asOf) {
    Parameters p = inForce(period);
    return new DumpQueries(database, p)
        .hotSpots(period.end().minus(days(p)), period.end(), asOf.orElse(Instant.MAX), Scope.CITY);
  }

  /** Of as many days. */
  private List<SuspectedSite> sites(Period period, Optional<Instant> asOf) {
    Parameters p = inForce(period);
    return new SiteQueries(database, p)
        .suspected(period.end().minus(days(p)), period.end(), asOf.orElse(Instant.MAX));
  }

  private static Duration days(Parameters p) {
    return Duration.ofDays(Math.round(p.get(Parameter.HOT_SPOT_DAYS)));
  }

  private Parameters inForce(Period period) {
    return parameters
        .inForce(period.end())
        .map(ParameterVersion::parameters)
        .orElse(Parameters.DEFAULTS);
  }

  /** Rules are versioned as {@code catalogue+parameters}; a period may have run with several. */
  private static String part(Set<String> versions, int index) {
    return versions.stream()
        .map(v -> v.split("\\+", 2))
        .map(v -> index < v.length ? v[index] : "")
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private Ledger ledger(Period period) {
    return new Ledger(
        alerts.between(period.start(), period.end()).stream().map(StoredAlert::alert).toList(),
        ledger.trips(period.start(), period.end()),
        ledger.passes(period.start(), period.end()),
        ledger.quality(period.first(), period.last()),
        ledger.work(period.first(), period.last()),
        ledger.points(period.start(), period.end()),
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

  /** The newest decision of each alert of the period and of the one before. */
  private Map<String, ReviewDecision> reviews(Period period, Optional<Instant> asOf) {
    return database
        .query(
            "select distinct on (a.id) a.key, r.decision, r.reason from review r join alert a on"
                + " a.id = r.alert_id where a.start_time >= ? and a.start_time < ? and r.at <="
                + " coalesce(?::timestamptz, 'infinity') order by a.id, r.at desc, r.id desc",
            row -> Map.entry(row.getString("key"), decision(row)),
            period.previous().start(),
            period.end(),
            asOf.orElse(null))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ReviewDecision decision(ResultSet row) throws SQLException {
    return new ReviewDecision(
        ReviewDecision.Decision.valueOf(row.getString("decision")), row.getString("reason"));
  }
}
