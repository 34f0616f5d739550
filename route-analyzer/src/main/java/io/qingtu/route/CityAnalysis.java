package io.qingtu.route;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.camera.CameraMatch;
import io.qingtu.route.camera.GateTrack;
import io.qingtu.route.rule.CameraFaults;
import io.qingtu.route.rule.CameraRules;
import io.qingtu.route.rule.CityTerminals;
import io.qingtu.route.rule.CollectionRounds;
import io.qingtu.route.rule.CoverageRules;
import io.qingtu.route.rule.Crew;
import io.qingtu.route.rule.CrowdDetour;
import io.qingtu.route.rule.DeadZones;
import io.qingtu.route.rule.EarlyLateRule;
import io.qingtu.route.rule.FaultyEvidence;
import io.qingtu.route.rule.GamingRule;
import io.qingtu.route.rule.MissedPointRule;
import io.qingtu.route.rule.NightGathering;
import io.qingtu.route.rule.NoShowRule;
import io.qingtu.route.rule.OpenStays;
import io.qingtu.route.rule.OverdueTrips;
import io.qingtu.route.rule.PlaceDrift;
import io.qingtu.route.rule.PlatformOutage;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.rule.SuspectedDumps;
import io.qingtu.route.rule.Traffic;
import io.qingtu.route.rule.VolumeRules;
import io.qingtu.route.rule.WatchedVehicle;
import io.qingtu.route.rule.WaybillRules;
import io.qingtu.route.sweep.Coverage;
import io.qingtu.route.sweep.OpenWindow;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.sweep.VehicleWork;
import io.qingtu.route.sweep.Verdict;
import io.qingtu.route.sweep.WorkSensor;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.LooseWaybill;
import io.qingtu.route.trip.SuspectStay;
import io.qingtu.route.trip.Transit;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.VehicleStay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What only the whole city shows: coverage of roads by all vehicles, detours by many, an outage of
 * the platform. A function of the vehicles' findings, whatever their order.
 */
public final class CityAnalysis {
  private static final Comparator<Alert> BY_START =
      Comparator.comparing(Alert::start)
          .thenComparing(Alert::rule)
          .thenComparing(Alert::plate)
          .thenComparing(a -> a.segmentIds().isEmpty() ? "" : a.segmentIds().get(0))
          .thenComparing(Alert::reason)
          .thenComparing(Alert::key);

  private static final Comparator<Trip> BY_EXIT =
      Comparator.comparing(Trip::outTime).thenComparing(Trip::plate).thenComparing(Trip::id);

  private CityAnalysis() {}

  /**
   * Joins the vehicles' findings while more data may come: what is missed on a road stays a
   * candidate until late data have had their time.
   *
   * @param periodStart first fix time of the period
   * @param asOf event time up to which is judged; windows that have not ended by then are not
   * @return all alerts (the vehicles' own, some of them suppressed, and the city's), trips, passes
   *     and quality
   */
  public static Ledger judge(
      RuleSet rules, Collection<VehicleFindings> findings, Instant periodStart, Instant asOf) {
    return judge(rules, findings, periodStart, asOf, asOf);
  }

  /** The same of data that are complete: there is nothing left to wait for. */
  public static Ledger conclude(
      RuleSet rules, Collection<VehicleFindings> findings, Instant periodStart, Instant asOf) {
    return judge(rules, findings, periodStart, asOf, Instant.MAX);
  }

  /**
   * What is still to be done: the windows of a moment's day that {@link #judge} leaves out because
   * they have not ended.
   */
  public static List<OpenWindow> openWindows(
      RuleSet rules, Collection<VehicleFindings> findings, Instant asOf) {
    return coverage(rules, findings).open(asOf);
  }

  private static Ledger judge(
      RuleSet rules,
      Collection<VehicleFindings> findings,
      Instant periodStart,
      Instant asOf,
      Instant settled) {
    Joined all = new Joined(rules, findings);
    Traffic traffic = new Traffic(rules.parameters(), all.stays);
    SuspectedDumps dumps = new SuspectedDumps(rules, all.suspects, all.stays, traffic);
    OverdueTrips overdue = new OverdueTrips(rules, all.transits);
    List<Alert> alerts = dumps.judge(overdue.judge(traffic.judge(all.alerts)));
    List<Trip> trips = dumps.judgeTrips(overdue.judgeTrips(all.trips));
    alerts.addAll(new NightGathering(rules).judge(all.stays));
    List<Alert> sound = FaultyEvidence.judge(alerts);
    List<Alert> driven = new PlaceDrift(rules).judge(new CrowdDetour(rules).judge(sound));
    Coverage.Judgement coverage = coverage(rules, findings).judge(periodStart, asOf);
    List<Verdict> verdicts = coverage.verdicts();
    List<Alert> lost = new DeadZones(rules).judge(all.outage.judge(driven));
    List<WatchedVehicle> watched =
        findings.stream()
            .map(f -> new WatchedVehicle(f.vehicle(), f.terminal(), f.silences(), f.quality()))
            .toList();
    List<Alert> judged =
        new CityTerminals(rules, watched, all.outage).judge(lost, periodStart, asOf, settled);
    judged.addAll(new CoverageRules(rules).judge(verdicts, settled));
    judged.addAll(new VolumeRules(rules).judge(trips, periodStart, asOf));
    judged.addAll(new WaybillRules(rules).judge(trips, all.waybills, settled));
    judged = withCameras(rules, findings, judged);
    judged.addAll(new EarlyLateRule(rules).judge(coverage.turnouts(), watched));
    List<Crew> crews = crews(rules, findings);
    List<PointDuty> points = new CollectionRounds(rules).of(crews, periodStart, asOf, settled);
    judged.addAll(new NoShowRule(rules).judge(crews, periodStart, asOf));
    judged.addAll(duties(rules, findings, points));
    judged.sort(BY_START);
    trips.sort(BY_EXIT);
    return new Ledger(
        judged,
        trips,
        verdicts.stream().map(Verdict::result).toList(),
        all.quality,
        all.days,
        points,
        dumps.listed(),
        dumps.restPlaces(),
        new OpenStays(rules, traffic, dumps.restPlaces()).of(all.stays));
  }

  /** The vehicles' findings side by side; days in their order. */
  private static final class Joined {
    private final List<Alert> alerts = new ArrayList<>();
    private final List<Trip> trips = new ArrayList<>();
    private final List<VehicleStay> stays = new ArrayList<>();
    private final List<SuspectStay> suspects = new ArrayList<>();
    private final List<Transit> transits = new ArrayList<>();
    private final List<VehicleDayQuality> quality = new ArrayList<>();
    private final List<VehicleDayWork> days = new ArrayList<>();
    private final List<LooseWaybill> waybills = new ArrayList<>();
    private final PlatformOutage outage;

    Joined(RuleSet rules, Collection<VehicleFindings> findings) {
      outage = new PlatformOutage(rules.parameters());
      for (VehicleFindings f : findings) {
        alerts.addAll(f.alerts());
        trips.addAll(f.trips());
        stays.addAll(f.stays());
        suspects.addAll(f.suspects());
        transits.addAll(f.transits());
        quality.addAll(f.quality());
        days.addAll(f.days());
        waybills.addAll(f.waybills());
        if (!f.quality().isEmpty()) {
          outage.add(f.vehicle().plate(), f.silences());
        }
      }
      quality.sort(
          Comparator.comparing(VehicleDayQuality::day).thenComparing(VehicleDayQuality::plate));
      days.sort(Comparator.comparing(VehicleDayWork::day).thenComparing(VehicleDayWork::plate));
    }
  }

  /** What gate cameras add, and what of the rest they explain. */
  private static List<Alert> withCameras(
      RuleSet rules, Collection<VehicleFindings> findings, List<Alert> alerts) {
    List<GateTrack> tracks = findings.stream().map(VehicleFindings::gates).toList();
    CameraMatch match = new CameraMatch(rules.plan().gateEvents(), tracks, rules.parameters());
    List<Alert> own = new CameraRules(rules).judge(match);
    List<Alert> all = CameraRules.explain(alerts, match, own);
    all.addAll(own);
    all.addAll(new CameraFaults(rules).judge(match, tracks));
    return all;
  }

  /** What was not collected, whose passes are none. */
  private static List<Alert> duties(
      RuleSet rules, Collection<VehicleFindings> findings, List<PointDuty> points) {
    List<Alert> alerts = new ArrayList<>(new MissedPointRule(rules).judge(points));
    GamingRule gaming = new GamingRule(rules);
    for (VehicleFindings f : findings) {
      if (f.vehicle().kind().cleansRoads()) {
        alerts.addAll(gaming.judge(f.vehicle(), f.work()));
      }
    }
    return alerts;
  }

  /** Those of whom something is asked. */
  private static List<Crew> crews(RuleSet rules, Collection<VehicleFindings> findings) {
    return findings.stream()
        .filter(f -> !rules.sanitation().duties().of(f.vehicle()).isEmpty())
        .map(f -> new Crew(f.vehicle(), f.where(), f.gaps(), heard(f)))
        .toList();
  }

  private static Set<LocalDate> heard(VehicleFindings f) {
    return f.quality().stream()
        .filter(q -> q.received() > 0)
        .map(VehicleDayQuality::day)
        .collect(Collectors.toSet());
  }

  private static Coverage coverage(RuleSet rules, Collection<VehicleFindings> findings) {
    List<VehicleWork> works =
        findings.stream()
            .filter(f -> f.vehicle().kind().cleansRoads())
            .map(f -> new VehicleWork(f.vehicle(), f.work(), f.gaps(), blindDays(f), heard(f)))
            .toList();
    return new Coverage(
        rules.roads(), rules.cleaning(), rules.plan().exemptions(), rules.parameters(), works);
  }

  private static Set<LocalDate> blindDays(VehicleFindings f) {
    Set<LocalDate> days = new HashSet<>();
    String sensor =
        WorkSensor.fittedTo(f.vehicle()).map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("");
    for (VehicleDayQuality q : f.quality()) {
      String health = q.sensorHealth().get(sensor);
      if (health != null && !health.equals("HEALTHY")) {
        days.add(q.day());
      }
    }
    return days;
  }
}
