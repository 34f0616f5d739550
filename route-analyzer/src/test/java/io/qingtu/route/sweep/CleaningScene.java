package io.qingtu.route.sweep;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadBan;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.Weather;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Gap;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.route.track.TrackCleaner;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A made-up city in metres around its centre, the plan of its streets and what its vehicles drive,
 * on Monday 16 November 2026.
 */
public final class CleaningScene {
  private static final GeometryFactory JTS = new GeometryFactory();
  private static final double LONGITUDE = 119.1;
  private static final double LATITUDE = 36.7;
  private static final LocalPlane DRAWING = new LocalPlane(LONGITUDE, LATITUDE);

  public static final String CONTRACTOR = "East";

  private final List<Segment> segments = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final Map<String, Vehicle> vehicles = new LinkedHashMap<>();
  private final Map<String, List<CleanFix>> fixes = new TreeMap<>();
  private final List<CollectionPoint> points = new ArrayList<>();
  private final List<Weather> weather = new ArrayList<>();
  private final List<VehicleOrder> orders = new ArrayList<>();
  private final List<RoadBan> bans = new ArrayList<>();
  private final List<PointService> services = new ArrayList<>();
  private List<LocalDate> heard =
      LocalDate.of(2026, 11, 16).datesUntil(LocalDate.of(2026, 11, 24)).toList();
  private Parameters parameters = Parameters.DEFAULTS;
  private boolean ignition = true;

  /** A moment of the Monday; hours from 24 on are the days after. */
  public static Instant at(String time) {
    String[] p = time.split(":");
    int hour = Integer.parseInt(p[0]);
    return LocalDateTime.of(2026, 11, 16, 0, 0)
        .plusHours(hour)
        .plusMinutes(Integer.parseInt(p[1]))
        .plusSeconds(p.length > 2 ? Integer.parseInt(p[2]) : 0)
        .atZone(DailyHours.CITY_ZONE)
        .toInstant();
  }

  /** A street through these points, x and y by turns, in metres from the city's centre. */
  public CleaningScene street(String id, String road, RoadGrade grade, double... xy) {
    Coordinate[] c = new Coordinate[xy.length / 2];
    for (int i = 0; i < c.length; i++) {
      c[i] =
          new Coordinate(
              DRAWING.longitude(xy[2 * i], xy[2 * i + 1]),
              DRAWING.latitude(xy[2 * i], xy[2 * i + 1]));
    }
    segments.add(
        new Segment(
            id, road, grade, EnumSet.allOf(Side.class), JTS.createLineString(c), 50, false));
    return this;
  }

  /** A straight street of 1,000 m to the east: S1 on Main Road. */
  public CleaningScene mainRoad() {
    return street("S1", "Main Road", RoadGrade.FIRST, 0, 0, 1000, 0);
  }

  public CleaningScene requires(String segment, Side side, Operation op, int passes, String hours) {
    String[] h = hours.split("-");
    requirements.add(
        new Requirement(
            "Q" + (requirements.size() + 1),
            Optional.of(segment),
            Optional.empty(),
            side == null ? EnumSet.allOf(Side.class) : EnumSet.of(side),
            op,
            passes,
            new DailyHours(LocalTime.parse(h[0]), LocalTime.parse(h[1])),
            EnumSet.allOf(DayOfWeek.class),
            CONTRACTOR));
    return this;
  }

  /** A place in a rectangle, from its south-west to its north-east corner. */
  public CleaningScene place(
      String id, PlaceKind kind, double west, double south, double east, double north) {
    double[][] corners = {
      {west, south}, {east, south}, {east, north}, {west, north}, {west, south}
    };
    Coordinate[] c = new Coordinate[corners.length];
    for (int i = 0; i < c.length; i++) {
      c[i] =
          new Coordinate(
              DRAWING.longitude(corners[i][0], corners[i][1]),
              DRAWING.latitude(corners[i][0], corners[i][1]));
    }
    places.add(new Place(id, id, kind, JTS.createPolygon(c), Validity.ALWAYS, DailyHours.ALL_DAY));
    return this;
  }

  public CleaningScene requirement(Requirement r) {
    requirements.add(r);
    return this;
  }

  public CleaningScene exempt(
      Exemption.Kind kind, Operation op, Set<String> ids, String from, String to) {
    exemptions.add(
        new Exemption(
            kind, Optional.ofNullable(op), ids, new Validity(at(from), at(to)), "duty officer"));
    return this;
  }

  /** Closed by water that nobody knows the end of. */
  public CleaningScene flooded(String segment, String from) {
    exemptions.add(
        new Exemption(
            Exemption.Kind.CLOSURE,
            Optional.empty(),
            Set.of(segment),
            new Validity(at(from), Instant.MAX),
            "water level"));
    return this;
  }

  public CleaningScene vehicle(String plate, VehicleKind kind, SensorKind... sensors) {
    vehicles.put(plate, new Vehicle(plate, kind, CONTRACTOR, Double.NaN, Set.of(sensors)));
    fixes.put(plate, new ArrayList<>());
    return this;
  }

  public CleaningScene sweeper(String plate) {
    return vehicle(plate, VehicleKind.SWEEPER, SensorKind.BRUSH);
  }

  public CleaningScene parameters(Map<String, Double> overrides) {
    parameters = Parameters.with(overrides);
    return this;
  }

  /**
   * A straight drive at one speed, a fix every {@code interval} seconds, the last one at its end.
   */
  public CleaningScene drive(
      String plate, String time, double kmh, int interval, Switch work, double... xyxy) {
    double length = Math.hypot(xyxy[2] - xyxy[0], xyxy[3] - xyxy[1]);
    double seconds = length / (kmh / 3.6);
    double bearing = Math.toDegrees(Math.atan2(xyxy[2] - xyxy[0], xyxy[3] - xyxy[1]));
    int heading = (int) Math.round((bearing + 360) % 360) % 360;
    for (double t = 0; ; t += interval) {
      double share = Math.min(1, t / seconds);
      fix(
          plate,
          at(time).plusMillis(Math.round(Math.min(t, seconds) * 1000)),
          xyxy[0] + share * (xyxy[2] - xyxy[0]),
          xyxy[1] + share * (xyxy[3] - xyxy[1]),
          kmh,
          kmh < 5 ? -1 : heading,
          work);
      if (share >= 1) {
        return this;
      }
    }
  }

  public CleaningScene fix(
      String plate, Instant time, double x, double y, double kmh, int heading, Switch work) {
    Sensors both = new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, work, work);
    return fix(plate, time, x, y, kmh, heading, both);
  }

  public CleaningScene fix(
      String plate, Instant time, double x, double y, double kmh, int heading, Sensors sensors) {
    List<CleanFix> own = fixes.get(plate);
    CleanFix before = own.isEmpty() ? null : own.get(own.size() - 1);
    boolean gap = before != null && before.time().plusSeconds(120).isBefore(time);
    double lon = DRAWING.longitude(x, y);
    double lat = DRAWING.latitude(x, y);
    Position p =
        new Position(
            plate,
            time,
            time,
            lon,
            lat,
            true,
            kmh,
            Double.NaN,
            heading,
            0,
            ignition,
            12,
            Double.NaN,
            0,
            3,
            sensors,
            false);
    LocalPlane plane = rules().plane();
    TrackCleaner.Point seen = new TrackCleaner.Point(p, plane.x(lon, lat), plane.y(lon, lat));
    own.add(new CleanFix(seen, seen.x(), seen.y(), kmh, heading, kmh >= 3, gap));
    return this;
  }

  /** Stands from one moment to another, a fix every {@code interval} seconds. */
  public CleaningScene stand(
      String plate, String from, String to, int interval, Switch work, double x, double y) {
    for (Instant t = at(from); !t.isAfter(at(to)); t = t.plusSeconds(interval)) {
      fix(plate, t, x, y, 0, -1, work);
    }
    return this;
  }

  /** From here on the ignition is on, or off. */
  public CleaningScene ignition(boolean on) {
    ignition = on;
    return this;
  }

  public CleaningScene weather(String from, String to, double celsius, Boolean rain) {
    Validity period = new Validity(at(from), at(to));
    weather.add(new Weather(period, celsius, Optional.ofNullable(rain)));
    return this;
  }

  public CleaningScene order(String plate, VehicleOrder.Kind kind, String from, String to) {
    orders.add(new VehicleOrder(plate, kind, new Validity(at(from), at(to)), "duty officer", ""));
    return this;
  }

  /** A ban for these operations, or where there are none for all work and slow driving. */
  public CleaningScene ban(String segment, String hours, Operation... ops) {
    String[] h = hours.split("-");
    bans.add(
        new RoadBan(
            "B" + (bans.size() + 1),
            Set.of(segment),
            Set.of(),
            Set.of(ops),
            new DailyHours(LocalTime.parse(h[0]), LocalTime.parse(h[1])),
            EnumSet.allOf(DayOfWeek.class),
            Validity.ALWAYS));
    return this;
  }

  /** A collection point that is due in these hours. */
  public CleaningScene point(String id, double x, double y, String hours) {
    String[] h = hours.split("-");
    points.add(
        new CollectionPoint(
            id,
            DRAWING.longitude(x, y),
            DRAWING.latitude(x, y),
            new DailyHours(LocalTime.parse(h[0]), LocalTime.parse(h[1])),
            EnumSet.allOf(DayOfWeek.class),
            CONTRACTOR));
    return this;
  }

  public CleaningScene point(CollectionPoint point) {
    points.add(point);
    return this;
  }

  /** The truck's own equipment counted. */
  public CleaningScene counted(String plate, String time, PointService.Kind kind, String pointId) {
    services.add(new PointService(plate, at(time), kind, pointId));
    return this;
  }

  /** The ledger of all fixes, through the whole analysis. */
  public Ledger ledger() {
    List<Position> all = new ArrayList<>();
    fixes.values().forEach(own -> own.forEach(f -> all.add(f.position())));
    return BatchAnalysis.run(rules(), all);
  }

  /** Alerts of one rule in that ledger. */
  public List<Alert> alerts(String rule) {
    return ledger().alerts().stream().filter(a -> a.rule().equals(rule)).toList();
  }

  public RuleSet rules() {
    return new RuleSet(
        new CityPlan(
            List.copyOf(vehicles.values()),
            places,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            segments,
            requirements,
            points,
            exemptions,
            new CityRecords(weather, List.of(), orders, List.of(), List.of(), services, bans)),
        parameters);
  }

  public Vehicle vehicle(String plate) {
    return vehicles.get(plate);
  }

  public List<CleanFix> fixes(String plate) {
    return List.copyOf(fixes.get(plate));
  }

  /** The place that a fix lies in; null where none. */
  public Place findPlace(CleanFix fix) {
    var point =
        JTS.createPoint(new Coordinate(fix.position().longitude(), fix.position().latitude()));
    return places.stream().filter(p -> p.polygon().contains(point)).findFirst().orElse(null);
  }

  public WorkRecord record(String plate) {
    return recorder(plate).record();
  }

  /** What the vehicle did on the Monday. */
  public VehicleDayWork work(String plate) {
    WorkRecorder recorder = recorder(plate);
    return recorder.days(recorder.record()).get(0);
  }

  private WorkRecorder recorder(String plate) {
    RuleSet rules = rules();
    WorkRecorder recorder =
        new WorkRecorder(vehicles.get(plate), rules.roads(), rules.cleaning(), rules.parameters());
    fixes.get(plate).forEach(f -> recorder.accept(f, f.sensors()));
    return recorder;
  }

  public List<Gap> gaps(String plate) {
    List<Gap> gaps = new ArrayList<>();
    List<CleanFix> own = fixes.get(plate);
    for (int i = 1; i < own.size(); i++) {
      if (own.get(i).afterGap()) {
        gaps.add(new Gap(own.get(i - 1), own.get(i), false));
      }
    }
    return gaps;
  }

  /** Nothing comes from any vehicle but on these days; else something does on every day. */
  public CleaningScene heardOn(LocalDate... days) {
    heard = List.of(days);
    return this;
  }

  public List<VehicleWork> works() {
    List<VehicleWork> works = new ArrayList<>();
    vehicles.forEach(
        (plate, v) ->
            works.add(new VehicleWork(v, record(plate), gaps(plate), Set.of(), Set.copyOf(heard))));
    return works;
  }

  public List<Verdict> verdicts(List<VehicleWork> works, String from, String asOf) {
    return coverage(works).judge(at(from), at(asOf)).verdicts();
  }

  /** When the work of the windows that have ended began. */
  public List<Turnout> turnouts(String asOf) {
    return coverage(works()).judge(at("00:00"), at(asOf)).turnouts();
  }

  /** The windows that a moment's board shows beside the judged ones. */
  public List<OpenWindow> open(String asOf) {
    return coverage(works()).open(at(asOf));
  }

  private Coverage coverage(List<VehicleWork> works) {
    RuleSet rules = rules();
    return new Coverage(rules.roads(), rules.cleaning(), exemptions, rules.parameters(), works);
  }

  public List<PassResult> judge(List<VehicleWork> works, String from, String asOf) {
    return verdicts(works, from, asOf).stream().map(Verdict::result).toList();
  }

  public List<PassResult> judge(String asOf) {
    return judge(works(), "00:00", asOf);
  }
}
