package io.qingtu.server.analyze;

import io.qingtu.route.CityAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.VehicleFindings;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.LongView;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.sweep.OpenWindow;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The look at the whole city, but for what {@link LookBack} finds: joins the vehicles' findings,
 * publishes what only all of them show, takes back what no analysis finds any more, keeps the
 * ledger and the board of open windows. Belongs to one thread.
 */
final class CityJudge {
  static final String LATE_DATA = "late_data";
  static final String PARAMETERS = "parameters";
  static final String EXEMPT = "exempt";

  private final AlertStore alertStore;
  private final LedgerStore ledgerStore;
  private final AlertPublisher publisher;
  private final StayBoard stays;
  private final CollectionBoard points;
  private Set<String> heldBack = Set.of();
  private Set<Object> written = Set.of();
  private Set<OpenWindow> board = Set.of();
  private RuleSet boardRules;
  private final Set<String> repeated = new HashSet<>();

  CityJudge(AlertStore alertStore, LedgerStore ledgerStore, AlertPublisher publisher) {
    this.alertStore = alertStore;
    this.ledgerStore = ledgerStore;
    this.publisher = publisher;
    this.stays = new StayBoard(ledgerStore);
    this.points = new CollectionBoard(ledgerStore);
  }

  /**
   * @param asOf event time up to which is judged
   * @param window of the analysis, behind which nothing is judged
   * @param reports asked once the alerts that are known have been read: what a vehicle raises in
   *     between must not be taken for gone
   */
  void judge(
      RuleSet rules, Instant asOf, Duration window, Supplier<List<AnalysisWorker.Report>> reports) {
    List<StoredAlert> known =
        alertStore.between(asOf.minus(window.multipliedBy(3)), asOf.plus(window));
    List<VehicleFindings> findings = new ArrayList<>();
    Map<String, Instant> settledFrom = new TreeMap<>();
    Instant firstFix = Instant.MAX;
    boolean complete = true;
    for (AnalysisWorker.Report report : reports.get()) {
      complete &= report.complete();
      findings.addAll(report.findings());
      settledFrom.putAll(report.settledFrom());
      repeated.addAll(report.repeated());
      firstFix = report.firstFix().isBefore(firstFix) ? report.firstFix() : firstFix;
    }
    if (!complete || !firstFix.isBefore(asOf)) {
      return; // what has not been seen, or not all of it, is not the same as nothing happened
    }
    Ledger ledger = CityAnalysis.judge(rules, findings, firstFix, asOf);
    Settled settled = Settled.of(settledFrom, rules);
    publish(rules, ledger, new Seen(findings, settled), known);
    write(ledger, settled, window);
    supersede(ledger, settled);
    stays.write(ledger, settled.byPlate());
    points.write(rules, ledger.points(), settled.city());
    writeBoard(rules, CityAnalysis.openWindows(rules, findings, asOf), settled);
  }

  /** From when on an analysis has seen enough to speak. */
  private record Settled(Map<String, Instant> byPlate, Instant city, Set<String> registered) {
    static Settled of(Map<String, Instant> byPlate, RuleSet rules) {
      return new Settled(
          byPlate,
          byPlate.values().stream().max(Instant::compareTo).orElse(Instant.EPOCH),
          rules.plan().vehicles().stream().map(Vehicle::plate).collect(Collectors.toSet()));
    }

    /** Of roads and of plates that no vehicle has, the city speaks. */
    boolean covers(String plate, Instant moment) {
      Instant from = registered.contains(plate) ? byPlate.getOrDefault(plate, Instant.MAX) : city;
      return !moment.isBefore(from);
    }
  }

  /** What the vehicles have found, and from when on it counts. */
  private record Seen(List<VehicleFindings> findings, Settled settled) {}

  private void publish(RuleSet rules, Ledger ledger, Seen seen, List<StoredAlert> known) {
    Settled settled = seen.settled();
    Map<String, Alert> own = new HashMap<>();
    Excuses excuses = new Excuses(ledger);
    seen.findings().forEach(f -> f.alerts().forEach(a -> own.put(a.key(), a)));
    Set<String> found = new HashSet<>(own.keySet());
    List<Alert> judged = new ArrayList<>();
    Map<String, Alert> held = new HashMap<>();
    Set<String> inLedger = new HashSet<>();
    for (Alert a : ledger.alerts()) {
      found.add(a.key());
      inLedger.add(a.key());
      if (LongView.counts(a.rule()) || !settled.covers(a.plate(), a.start())) {
        continue;
      }
      Alert ofVehicle = own.get(a.key());
      if (ofVehicle != null && !ofVehicle.equals(a)) {
        held.put(a.key(), a);
      }
      // a vehicle's own alert that the city leaves alone was published by its worker
      if (!a.equals(ofVehicle) || heldBack.contains(a.key())) {
        judged.add(a);
      }
    }
    for (Alert a : own.values()) {
      // the city has made it part of another alert, as a return to the site (M07) that M02 explains
      if (!inLedger.contains(a.key()) && a.stands() && settled.covers(a.plate(), a.start())) {
        Alert merged = Revision.of(a, AlertStatus.MERGED, a.reason());
        judged.add(merged);
        held.put(a.key(), merged);
      }
    }
    for (StoredAlert k : known) {
      Alert a = k.alert();
      if (a.status() != AlertStatus.RETRACTED
          && !LongView.counts(a.rule())
          && settled.covers(a.plate(), a.start())
          && !found.contains(a.key())) {
        lost(rules, a, excuses).ifPresent(judged::add);
      }
    }
    publisher.publish(judged, held);
    heldBack = Set.copyOf(held.keySet());
  }

  /**
   * What becomes of an alert that the analysis does not find any more. What was decided by earlier
   * numbers stands, but for what is excused by now; where it goes on, it ends with them.
   */
  private static Optional<Alert> lost(RuleSet rules, Alert a, Excuses excuses) {
    if (excuses.cover(a)) {
      return Optional.of(Revision.takenBack(a, EXEMPT));
    }
    if (!a.decided().isBefore(rules.since())) {
      boolean late = a.ruleVersion().equals(rules.version());
      return Optional.of(Revision.takenBack(a, late ? LATE_DATA : PARAMETERS));
    }
    return a.end() == null && a.stands()
        ? Optional.of(Revision.endedAt(a, rules.since()))
        : Optional.empty();
  }

  /** Only what differs from the last time goes to the store. */
  private void write(Ledger ledger, Settled settled, Duration window) {
    List<Trip> trips = new ArrayList<>(ledger.trips());
    trips.removeIf(t -> !settled.covers(t.plate(), t.outTime()));
    List<PassResult> passes = new ArrayList<>(ledger.passes());
    passes.removeIf(p -> !settled.covers("", p.windowStart()));
    List<VehicleDayQuality> days = new ArrayList<>(ledger.quality());
    days.removeIf(d -> !settled.covers(d.plate(), wholeSince(d.day(), window)));
    List<VehicleDayWork> work = new ArrayList<>(ledger.work());
    work.removeIf(d -> !settled.covers(d.plate(), wholeSince(d.day(), window)));
    Set<Object> all = new HashSet<>(trips);
    all.addAll(passes);
    all.addAll(days);
    all.addAll(work);
    Set<Object> before = written;
    trips.removeIf(before::contains);
    passes.removeIf(before::contains);
    days.removeIf(before::contains);
    work.removeIf(before::contains);
    ledgerStore.replace(trips, passes, days, work);
    written = all;
  }

  /** Windows leave the board when they are judged, or when the plan that they are of does. */
  private void writeBoard(RuleSet rules, List<OpenWindow> open, Settled settled) {
    Set<OpenWindow> known = new HashSet<>(open);
    known.removeIf(w -> !settled.covers("", w.windowStart()));
    Set<OpenWindow> changed = new HashSet<>(known);
    if (rules == boardRules) {
      changed.removeAll(board);
    }
    ledgerStore.replaceOpen(changed, rules != boardRules);
    board = known;
    boardRules = rules;
  }

  /** Of a day is counted what came since the window began, a third before anything is settled. */
  private static Instant wholeSince(LocalDate day, Duration window) {
    return day.atStartOfDay(DailyHours.CITY_ZONE).toInstant().plus(window.dividedBy(3));
  }

  private void supersede(Ledger ledger, Settled settled) {
    for (String plate : repeated) {
      if (settled.byPlate().containsKey(plate)) {
        List<String> found =
            ledger.trips().stream().filter(t -> t.plate().equals(plate)).map(Trip::id).toList();
        ledgerStore.supersede(plate, settled.byPlate().get(plate), found);
      }
    }
    repeated.clear();
  }
}
