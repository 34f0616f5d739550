package io.qingtu.route.report;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** One period of a ledger with its plan and reviews, indexed: what every section asks. */
final class PeriodFacts {
  /** Health of a sensor that works, as the ledger writes it. */
  static final String HEALTHY = "HEALTHY";

  final Period period;
  final CityPlan plan;
  final Set<String> networked;
  final List<Alert> alerts;
  final List<Trip> trips;
  final List<PassResult> passes;
  final List<VehicleDayQuality> quality;
  final List<VehicleDayWork> work;
  final List<PointDuty> points;
  final Handling handling;
  final Standards standards;
  final LaidUp laidUp;
  final PlatformUptime.Link platform;
  final List<HotSpot> hotSpots;
  final List<SuspectedSite> sites;
  private final Map<String, ReviewDecision> reviews;
  private final Map<String, Vehicle> vehicles;
  private final Map<String, Segment> segments;
  private final Map<String, Place> places;
  private final Map<String, Requirement> requirements;
  private final Map<String, List<Permit>> permits;
  private final Map<String, String> contractorOfSegment = new HashMap<>();
  private final Map<String, Double> lengths = new HashMap<>();
  private final Map<String, VehicleDayQuality> qualityByDay;

  PeriodFacts(ReportInput input, Period period, Ledger ledger) {
    this.period = period;
    this.plan = input.plan();
    this.networked = input.networked();
    this.handling = input.handling();
    this.standards = handling.scoring().standards();
    this.platform = input.uptime().during(period);
    this.hotSpots = input.hotSpots();
    this.sites = input.sites();
    this.laidUp = new LaidUp(plan.records().vehicleOrders());
    this.reviews = decided(input);
    this.alerts = ledger.alerts().stream().filter(a -> period.contains(a.start())).toList();
    this.trips = ledger.trips().stream().filter(t -> period.contains(t.outTime())).toList();
    this.passes = ledger.passes().stream().filter(p -> period.contains(p.windowStart())).toList();
    this.quality = ledger.quality().stream().filter(q -> period.contains(q.day())).toList();
    this.work = ledger.work().stream().filter(w -> period.contains(w.day())).toList();
    this.points =
        ledger.points().stream()
            .filter(p -> period.contains(p.windowStart()) && p.state().isJudged())
            .toList();
    this.vehicles = index(plan.vehicles(), Vehicle::plate);
    this.segments = index(plan.segments(), Segment::id);
    this.places = index(plan.places(), Place::id);
    this.requirements = index(plan.requirements(), Requirement::id);
    this.permits = plan.permits().stream().collect(Collectors.groupingBy(Permit::plate));
    this.qualityByDay = index(quality, q -> q.plate() + q.day());
    plan.segments().forEach(s -> lengths.put(s.id(), measureKm(s)));
    passes.forEach(p -> contractorOfSegment.put(p.segmentId(), contractor(p)));
  }

  /** Reviews as they stand; who upheld an appeal has rejected the violation. */
  private static Map<String, ReviewDecision> decided(ReportInput input) {
    Map<String, ReviewDecision> all = new HashMap<>(input.reviews());
    ReviewDecision upheld =
        new ReviewDecision(ReviewDecision.Decision.REJECTED, ReviewDecision.APPEAL_UPHELD);
    input.handling().upheld().forEach(key -> all.replace(key, upheld));
    return all;
  }

  private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> b));
  }

  private static double measureKm(Segment s) {
    Coordinate[] line = s.line().getCoordinates();
    LocalPlane plane = new LocalPlane(line[0].x, line[0].y);
    double metres = 0;
    for (int i = 1; i < line.length; i++) {
      metres +=
          Math.hypot(
              plane.x(line[i].x, line[i].y) - plane.x(line[i - 1].x, line[i - 1].y),
              plane.y(line[i].x, line[i].y) - plane.y(line[i - 1].x, line[i - 1].y));
    }
    return metres / 1000;
  }

  Optional<Vehicle> vehicle(String plate) {
    return Optional.ofNullable(vehicles.get(plate));
  }

  boolean isMuckTruck(String plate) {
    return vehicle(plate).filter(v -> v.kind() == VehicleKind.MUCK_TRUCK).isPresent();
  }

  List<Vehicle> muckTrucks() {
    return plan.vehicles().stream().filter(v -> v.kind() == VehicleKind.MUCK_TRUCK).toList();
  }

  List<Vehicle> sanitationVehicles() {
    return plan.vehicles().stream()
        .filter(v -> v.kind().cleansRoads() || v.kind() == VehicleKind.COLLECTION_TRUCK)
        .toList();
  }

  Optional<Segment> segment(String id) {
    return Optional.ofNullable(segments.get(id));
  }

  /** Of a vehicle, those too that are not valid any more. */
  List<Permit> permits(String plate) {
    return permits.getOrDefault(plate, List.of());
  }

  /** The smallest sample of a rate over trips, road-shifts or vehicles. */
  double least(Standard sample) {
    return standards.get(sample);
  }

  /** Length of a segment, km; 0 where the plan does not know it. */
  double lengthKm(String segmentId) {
    return lengths.getOrDefault(segmentId, 0.0);
  }

  /** Name of a place, its id where the plan does not know it. */
  String placeName(String id) {
    Place place = places.get(id);
    return place == null ? id : place.name();
  }

  /** Haulage company or contractor; empty where the plan does not know the vehicle. */
  String company(String plate) {
    return vehicle(plate).map(Vehicle::company).orElse("");
  }

  /** Who answers for an alert: the vehicle's company, or the contractor of the road. */
  String company(Alert a) {
    if (!a.plate().isEmpty()) {
      return company(a.plate());
    }
    return a.segmentIds().stream()
        .map(contractorOfSegment::get)
        .filter(c -> c != null && !c.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Who had to do a pass. */
  String contractor(PassResult p) {
    Requirement r = requirements.get(p.requirementId());
    return r == null ? "" : r.contractor();
  }

  Optional<ReviewDecision> review(Alert a) {
    return Optional.ofNullable(reviews.get(a.key()));
  }

  /** Given out as an alarm (报警): neither held back nor taken back. */
  static boolean isEmitted(Alert a) {
    return a.status() == AlertStatus.OPEN || a.status() == AlertStatus.ENDED;
  }

  /** Given out and confirmed by a person: the only violations that count. */
  boolean isConfirmed(Alert a) {
    return isEmitted(a) && review(a).filter(ReviewDecision::isConfirmed).isPresent();
  }

  List<Alert> confirmed() {
    return alerts.stream().filter(this::isConfirmed).toList();
  }

  List<Alert> emitted() {
    return alerts.stream().filter(PeriodFacts::isEmitted).toList();
  }

  /** Whether a fitted sensor was healthy that day; no record is not healthy. */
  boolean isHealthy(String plate, SensorKind sensor, LocalDate day) {
    VehicleDayQuality q = qualityByDay.get(plate + day);
    return q != null && isHealthy(q, sensor);
  }

  static boolean isHealthy(VehicleDayQuality q, SensorKind sensor) {
    return q.sensorHealth().entrySet().stream()
        .anyMatch(e -> e.getKey().equalsIgnoreCase(sensor.name()) && e.getValue().equals(HEALTHY));
  }

  /** The vehicle's record of a day, if it sent anything. */
  Optional<VehicleDayQuality> quality(String plate, LocalDate day) {
    return Optional.ofNullable(qualityByDay.get(plate + day));
  }
}
