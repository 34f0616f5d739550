package io.qingtu.route;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.camera.GateTrack;
import io.qingtu.route.datum.DeviceSentinel;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.rule.AlertSink;
import io.qingtu.route.rule.ClockRule;
import io.qingtu.route.rule.Detector;
import io.qingtu.route.rule.Detectors;
import io.qingtu.route.rule.Moment;
import io.qingtu.route.rule.OfflineMovingRule;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.rule.TerminalWatch;
import io.qingtu.route.sweep.DepotLog;
import io.qingtu.route.sweep.PointLog;
import io.qingtu.route.sweep.UnseenWay;
import io.qingtu.route.sweep.Whereabouts;
import io.qingtu.route.sweep.WorkRecord;
import io.qingtu.route.sweep.WorkRecorder;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import io.qingtu.route.track.MotionTrack;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Presence;
import io.qingtu.route.track.QualityLog;
import io.qingtu.route.track.SensorHealth;
import io.qingtu.route.track.SensorMemory;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.TrackCleaner;
import io.qingtu.route.track.TrackOrder;
import io.qingtu.route.trip.GateLog;
import io.qingtu.route.trip.HaulMachines;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.TripEvent;
import io.qingtu.route.trip.Visit;
import io.qingtu.route.trip.WaybillMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The step function of one vehicle: fixes in, findings out. It reads no clock and does no I/O;
 * live, batch and replay feed the same object. Fixes must come in the order of their fix time; one
 * that is older than the newest is the caller's reason to begin a new analysis from an earlier
 * moment. One whose fix time cannot be right (C03) may come at any time, best when it is received.
 *
 * <p>Position → {@link TrackCleaner} → {@link MotionTrack} → {@link HaulMachines} → {@link Moment}
 * → the {@link Detectors}.
 */
public final class VehicleAnalysis {
  private final RuleSet rules;
  private final Vehicle vehicle;
  private final TrackCleaner cleaner;
  private final MotionTrack track;
  private final SensorMemory memory;
  private final HealthFeed feed;
  private final SensorHealth health;
  private final HaulMachines haul;
  private final QualityLog quality;
  private final WorkRecorder work;
  private final DeviceSentinel device;
  private final UnseenWay unseen;
  private final DepotLog depots = new DepotLog();
  private final PointLog points;
  private final OfflineMovingRule offline;
  private final ClockRule clock;
  private final TerminalWatch terminal;
  private final Detectors detectors;
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Map<String, Alert> changed = new LinkedHashMap<>();
  private final AlertSink sink = this::raise;
  private Instant asOf = Instant.MIN;
  private final GateLog gateLog;
  private Instant firstFix;
  private Instant lastFix;

  /**
   * @param city the rules of the whole city; those of the vehicle's fleet are taken from them
   */
  public VehicleAnalysis(RuleSet city, Vehicle vehicle) {
    RuleSet rules = city.of(vehicle);
    this.rules = rules;
    this.vehicle = vehicle;
    var p = rules.parameters();
    quality = new QualityLog(vehicle);
    cleaner = new TrackCleaner(rules.plane(), rules::covers, p, new Cleaned());
    track = new MotionTrack(rules.tunnels(), p);
    memory = new SensorMemory(vehicle, p);
    feed = new HealthFeed(rules, vehicle);
    health = feed.health();
    haul =
        new HaulMachines(vehicle, rules.places(), rules.roads(), rules.permits(), rules.gates(), p);
    gateLog = new GateLog(rules.places(), rules.gates().places(), p);
    work = new WorkRecorder(vehicle, rules.roads(), rules.cleaning(), p);
    device = new DeviceSentinel(rules.roads(), rules.plane(), p);
    unseen = new UnseenWay(vehicle, p);
    points =
        new PointLog(vehicle, rules.sanitation().points(), rules.plan().records().services(), p);
    offline = new OfflineMovingRule(rules, vehicle);
    clock = new ClockRule(rules, vehicle);
    terminal = new TerminalWatch(rules, vehicle);
    List<Detector> all = Rules.begin(rules, vehicle);
    all.addAll(List.of(offline, clock, terminal));
    detectors = new Detectors(all);
  }

  /**
   * Takes the next fix and returns the alerts that it raised or changed.
   *
   * @throws IllegalArgumentException where the fix is older than one that came before
   */
  public List<Alert> accept(Position fix) {
    begin();
    quality.received(fix);
    boolean plausible = TrackOrder.plausible(fix, rules.parameters());
    if (plausible) {
      // what its time alone decides is decided before it, as if a deadline had been looked at
      cleaner.advance(fix.fixTime());
    }
    detectors.receive(fix, plausible, sink);
    cleaner.accept(fix);
    return news();
  }

  /**
   * Fires the deadlines up to an event time at which nothing new has come; returns the alerts
   * raised or changed.
   */
  public List<Alert> advance(Instant eventTime) {
    begin();
    cleaner.advance(eventTime);
    asOf = eventTime.isAfter(asOf) ? eventTime : asOf;
    steps(haul.advance(eventTime), eventTime);
    detectors.advance(eventTime, sink);
    return news();
  }

  /** The period is over: judges what waited for more. No fix may follow. */
  public List<Alert> finish(Instant periodEnd) {
    begin();
    cleaner.finish();
    asOf = periodEnd.isAfter(asOf) ? periodEnd : asOf;
    steps(haul.finish(periodEnd), periodEnd);
    detectors.finish(periodEnd, sink);
    return news();
  }

  /** All findings so far; may be called at any time. */
  public VehicleFindings findings() {
    List<OpenTrip> trips = haul.trips();
    boolean known = !rules.waybills().isEmpty();
    WorkRecord worked = work.record();
    List<Waybill> own = rules.waybills().of(vehicle.plate());
    WaybillMatch papers = new WaybillMatch(own, rules.parameters());
    List<Trip> matched = papers.match(trips, known, asOf);
    Presence presence = new Presence(firstFix, lastFix, gaps, rules.parameters());
    List<Gap> dark = new ArrayList<>(gaps);
    dark.addAll(unseen.pieces());
    return new VehicleFindings(
        vehicle,
        List.copyOf(alerts.values()),
        matched,
        haul.stays(),
        haul.suspects(),
        haul.transits(),
        worked,
        dark,
        offline.silences(),
        quality.days(),
        work.days(worked),
        papers.loose(matched, haul.visits(), presence, asOf),
        new GateTrack(vehicle, haul.visits(), gateLog.passes()),
        new Whereabouts(depots.stays(), points.visits()),
        terminal.findings());
  }

  private void moment(CleanFix fix) {
    Gap gap = track.gap();
    if (gap != null) {
      gaps.add(gap);
    }
    asOf = fix.time();
    if (device.accept(fix)) {
      quality.reportsIn(device.datum());
      List.copyOf(alerts.values()).forEach(this::raise);
    }
    firstFix = firstFix == null ? asOf : firstFix;
    lastFix = asOf;
    gateLog.accept(fix);
    long t = fix.millis();
    Sensors fitted = memory.accept(t, fix.sensors());
    Sensors believed = health.judge(fix, fitted);
    quality.accepted(fix, track.previous(), gap != null, believed, health);
    if (track.speedsDiffer()) {
      quality.speedsDiffer(fix.time());
    }
    work.accept(fix, believed);
    unseen.accept(fix, believed);
    haul.accept(fix, track.previous(), gap, believed);
    feed.learn(fix, fitted, haul);
    if (vehicle.kind() != VehicleKind.MUCK_TRUCK) {
      Visit yard = haul.yard();
      depots.accept(fix, yard != null && yard.place().kind() == PlaceKind.DEPOT);
      points.accept(fix);
    }
    Moment m =
        new Moment(
            fix,
            track.previous(),
            gap,
            haul.places(),
            believed,
            health,
            haul.visit(),
            haul.yard(),
            haul.load(),
            haul.trip(),
            haul.events(),
            haul.unload(),
            clock.aheadAt(fix.position()));
    steps(haul.events(), fix.time());
    detectors.accept(m, sink);
  }

  private void steps(List<TripEvent> events, Instant decided) {
    for (TripEvent e : events) {
      detectors.step(e, decided, sink);
    }
  }

  private void begin() {
    if (!changed.isEmpty()) {
      changed.clear();
    }
  }

  private List<Alert> news() {
    return changed.isEmpty() ? List.of() : List.copyOf(changed.values());
  }

  private void raise(Alert raised) {
    Alert alert = device.judge(raised);
    if (!alert.equals(alerts.put(alert.key(), alert))) {
      changed.put(alert.key(), alert);
    }
  }

  /** What the cleaning lets through, and what not. */
  private final class Cleaned implements TrackCleaner.Sink {
    @Override
    public void accepted(TrackCleaner.Point point) {
      moment(track.accept(point));
    }

    @Override
    public void dropped(Position position, String reason) {
      quality.dropped(position, reason);
    }
  }
}
