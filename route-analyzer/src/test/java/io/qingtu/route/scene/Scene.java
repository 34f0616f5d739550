package io.qingtu.route.scene;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Driver;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.rule.RuleSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A city drawn in metres for one test: places, routes, permits and trucks that drive in it. All of
 * it is synthetic.
 */
public final class Scene {
  /** Night of the scene: 2026-11-03 in the city's time. */
  public static final LocalDateTime DAY = LocalDateTime.of(2026, 11, 3, 0, 0);

  private static final GeometryFactory SHAPES = new GeometryFactory();

  final LocalPlane plane;
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<Drive> drives = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<PermittedRoute> routes = new ArrayList<>();
  private final List<Permit> permits = new ArrayList<>();
  private final List<Waybill> waybills = new ArrayList<>();
  private final List<GateEvent> gates = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<CollectionPoint> points = new ArrayList<>();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final List<VehicleOrder> orders = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();
  private final List<Driver> drivers = new ArrayList<>();
  private final List<IncidentReport> reports = new ArrayList<>();

  public Scene() {
    this(0);
  }

  /**
   * @param degrees how far east of its usual place the city lies
   */
  public Scene(double degrees) {
    plane = new LocalPlane(119.15 + degrees, 36.70);
  }

  /**
   * Site S1 around (0, 0), disposal ground D1 around (6000, 0), both 200 m square, and the road
   * along y = 0 between them.
   */
  public static Scene haul() {
    return new Scene()
        .place("S1", PlaceKind.SITE, 0, 0, 100)
        .place("D1", PlaceKind.DISPOSAL, 6000, 0, 100);
  }

  /** A moment of the night: hours from 12 on belong to the 3rd, earlier ones to the 4th. */
  public static Instant at(String hhmmss) {
    LocalTime t = LocalTime.parse(hhmmss);
    LocalDateTime local = (t.getHour() < 12 ? DAY.plusDays(1) : DAY).with(t);
    return local.atZone(DailyHours.CITY_ZONE).toInstant();
  }

  /** A square place. */
  public Scene place(String id, PlaceKind kind, double x, double y, double half) {
    return place(id, kind, DailyHours.ALL_DAY, x, y, half);
  }

  /** A square zone that is closed in these hours. */
  public Scene place(String id, PlaceKind kind, DailyHours hours, double x, double y, double half) {
    Coordinate[] c = {
      point(x - half, y - half),
      point(x + half, y - half),
      point(x + half, y + half),
      point(x - half, y + half),
      point(x - half, y - half)
    };
    Polygon square = SHAPES.createPolygon(c);
    places.add(new Place(id, id, kind, square, Validity.ALWAYS, hours));
    return this;
  }

  public Scene route(String id, double... xy) {
    routes.add(new PermittedRoute(id, line(xy), Double.NaN));
    return this;
  }

  /** A route whose corridor has a half-width of its own. */
  public Scene corridor(String id, double halfWidth, double... xy) {
    routes.add(new PermittedRoute(id, line(xy), halfWidth));
    return this;
  }

  public Scene segment(String id, double limit, boolean tunnel, double... xy) {
    segments.add(
        new Segment(id, id, RoadGrade.FIRST, Set.of(Side.FWD, Side.REV), line(xy), limit, tunnel));
    return this;
  }

  /** A permit from S1 to D1 on R1 for every hour of 2026. */
  public Scene permit(String plate) {
    return permit("P-" + plate, plate, List.of("D1"), List.of("R1"), null, null);
  }

  /**
   * @param hours as 21:00-06:00; null for none
   * @param entered when it was typed in; null where unknown
   */
  public Scene permit(
      String id,
      String plate,
      List<String> ends,
      List<String> routeIds,
      String hours,
      Instant entered) {
    return permit(id, plate, ends, routeIds, hours, entered, Instant.parse("2026-12-31T16:00:00Z"));
  }

  public Scene permit(
      String id,
      String plate,
      List<String> ends,
      List<String> routeIds,
      String hours,
      Instant entered,
      Instant validTo) {
    DailyHours daily =
        hours == null
            ? null
            : new DailyHours(
                LocalTime.parse(hours.split("-")[0]), LocalTime.parse(hours.split("-")[1]));
    Validity validity = new Validity(Instant.parse("2025-12-31T16:00:00Z"), validTo);
    permits.add(new Permit(id, plate, "S1", ends, routeIds, validity, daily, entered));
    return this;
  }

  public Scene waybill(String id, String plate, Instant out, Instant in) {
    return waybill(id, plate, out, in, 15);
  }

  public Scene waybill(String id, String plate, Instant out, Instant in, double tonnes) {
    waybills.add(new Waybill(id, plate, "S1", "D1", out, in, tonnes));
    return this;
  }

  /** A capture at the exit of S1. */
  public Scene gateOut(String plate, Instant time, Boolean loaded, Boolean covered) {
    return gateOut(plate, time, loaded, covered, null);
  }

  /** The same, with what it shows of the wheels. */
  public Scene gateOut(
      String plate, Instant time, Boolean loaded, Boolean covered, Boolean wheelDirty) {
    gates.add(
        new GateEvent(
            "C1",
            "S1",
            false,
            time,
            plate,
            0.98,
            Optional.ofNullable(loaded),
            Optional.ofNullable(covered),
            Optional.ofNullable(wheelDirty)));
    return this;
  }

  /** A capture by another camera that shows the plate and no more. */
  public Scene gate(String camera, String placeId, boolean in, Instant time, String plate) {
    gates.add(
        new GateEvent(
            camera,
            placeId,
            in,
            time,
            plate,
            0.98,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  /**
   * @param published null where nobody knows when
   */
  public Scene stopOrder(Instant from, Instant to, Instant published, String... segmentIds) {
    exemptions.add(
        new Exemption(
            Exemption.Kind.STOP_ORDER,
            Optional.empty(),
            Set.of(segmentIds),
            new Validity(from, to),
            "office",
            published));
    return this;
  }

  public Scene order(
      String plate, VehicleOrder.Kind kind, Instant from, Instant to, String otherPlate) {
    orders.add(new VehicleOrder(plate, kind, new Validity(from, to), "office", otherPlate));
    return this;
  }

  public Scene identity(String plate, Instant time, Identity.Kind kind, String value) {
    return identity(new Identity(plate, time, kind, value));
  }

  public Scene identity(Identity shown) {
    identities.add(shown);
    return this;
  }

  public Scene driver(String id, String... plates) {
    drivers.add(new Driver(id, Set.of(plates)));
    return this;
  }

  /** Who drives a vehicle for a while, as its company says. */
  public Scene turn(String id, String plate, Instant from, Instant to) {
    drivers.add(Driver.onTurns(id, List.of(new Driver.Turn(plate, new Validity(from, to)))));
    return this;
  }

  public Scene closure(Instant from, Instant to, String... segmentIds) {
    exemptions.add(
        new Exemption(
            Exemption.Kind.CLOSURE,
            Optional.empty(),
            Set.of(segmentIds),
            new Validity(from, to),
            "office"));
    return this;
  }

  /** What somebody found at a point. */
  public Scene report(String id, IncidentReport.Kind kind, Instant time, double x, double y) {
    reports.add(new IncidentReport(id, kind, time, plane.longitude(x, y), plane.latitude(x, y)));
    return this;
  }

  /** A muck truck of 15 t that starts empty at a point. */
  public Drive truck(String plate, double x, double y, String time, SensorKind... sensors) {
    return truckOf("haulier", plate, x, y, time, sensors);
  }

  /** The same of another company. */
  public Drive truckOf(
      String company, String plate, double x, double y, String time, SensorKind... sensors) {
    Set<SensorKind> fitted = Set.copyOf(Arrays.asList(sensors));
    vehicles.add(new Vehicle(plate, VehicleKind.MUCK_TRUCK, company, 15, fitted));
    Drive drive = new Drive(this, plate, x, y, at(time));
    drives.add(drive);
    return drive;
  }

  /** A vehicle that is driven elsewhere. */
  public Scene vehicle(String plate, VehicleKind kind, String company, Set<SensorKind> sensors) {
    vehicles.add(new Vehicle(plate, kind, company, 15, sensors));
    return this;
  }

  /** Both sides of a segment are to be cleaned, every day. */
  public Scene require(
      String id,
      String segmentId,
      Operation op,
      int passes,
      String from,
      String to,
      String contractor) {
    requirements.add(
        new Requirement(
            id,
            Optional.of(segmentId),
            Optional.empty(),
            Set.of(Side.FWD, Side.REV),
            op,
            passes,
            new DailyHours(LocalTime.parse(from), LocalTime.parse(to)),
            Set.of(DayOfWeek.values()),
            contractor));
    return this;
  }

  /** A collection point that is to be served every day. */
  public Scene collectionPoint(
      String id, double x, double y, String from, String to, String contractor) {
    Coordinate c = point(x, y);
    DailyHours window = new DailyHours(LocalTime.parse(from), LocalTime.parse(to));
    points.add(new CollectionPoint(id, c.x, c.y, window, Set.of(DayOfWeek.values()), contractor));
    return this;
  }

  public CityPlan plan() {
    return new CityPlan(
        vehicles,
        places,
        routes,
        permits,
        waybills,
        gates,
        segments,
        requirements,
        points,
        exemptions,
        new CityRecords(List.of(), reports, orders, identities, drivers, List.of()));
  }

  public RuleSet rules() {
    return new RuleSet(plan(), Parameters.DEFAULTS);
  }

  public Stream<io.qingtu.route.track.Position> positions() {
    return drives.stream().flatMap(d -> d.positions().stream());
  }

  public Ledger run() {
    return BatchAnalysis.run(rules(), positions().toList());
  }

  /** The alerts of one rule that stand, in order. */
  public List<Alert> alerts(String rule) {
    return run().alerts().stream().filter(a -> a.rule().equals(rule)).toList();
  }

  /** Codes of all alerts, in order of their start. */
  public List<String> codes() {
    return run().alerts().stream()
        .sorted(Comparator.comparing(Alert::start))
        .map(Alert::rule)
        .toList();
  }

  /** Longitude and latitude of a point in metres. */
  public Coordinate degrees(double x, double y) {
    return point(x, y);
  }

  private Coordinate point(double x, double y) {
    return new Coordinate(plane.longitude(x, y), plane.latitude(x, y));
  }

  private LineString line(double... xy) {
    Coordinate[] c = new Coordinate[xy.length / 2];
    for (int i = 0; i < c.length; i++) {
      c[i] = point(xy[2 * i], xy[2 * i + 1]);
    }
    return SHAPES.createLineString(c);
  }
}
