package io.qingtu.web.report;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Permit;
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
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.report.Handling;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A synthetic week with the size of a district's: 40 trucks of four companies, 12 sweepers of three
 * contractors, 30 roads of 120 segments. The same seed gives the same week. Names hold characters
 * that GB 2312 lacks (龘, 㙓, 峂).
 */
final class SyntheticWeek {
  static final Period WEEK = Period.parse("2026-W46");
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final List<String> COMPANIES =
      List.of("龘运渣土运输有限公司", "潍水运输有限公司", "北海土石方工程有限公司", "小散车队");
  private static final List<String> CONTRACTORS = List.of("城东环卫", "㙓里保洁服务", "峂山区环卫所");
  private static final List<String> RULES =
      List.of("M01", "M03", "M04", "M05", "M06a", "M06c", "M07", "M08", "D01", "D02", "S04", "S05");

  private final Random random = new Random(46);
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<Waybill> waybills = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final Map<String, ReviewDecision> reviews = new HashMap<>();

  private SyntheticWeek() {
    for (int i = 0; i < 40; i++) {
      String company = COMPANIES.get(i == 39 ? 3 : i % 3);
      vehicles.add(
          new Vehicle(
              String.format("鲁G%05d", 10200 + i),
              VehicleKind.MUCK_TRUCK,
              company,
              16,
              Set.of(SensorKind.COVER, SensorKind.LIFT, SensorKind.WEIGHT)));
    }
    for (int i = 0; i < 12; i++) {
      vehicles.add(
          new Vehicle(
              String.format("鲁V%05d", 500 + i),
              i % 2 == 0 ? VehicleKind.SWEEPER : VehicleKind.SPRINKLER,
              CONTRACTORS.get(i % 3),
              Double.NaN,
              Set.of(SensorKind.BRUSH)));
    }
    for (int i = 0; i < 120; i++) {
      segments.add(segment(i));
    }
  }

  static ReportInput input() {
    return new SyntheticWeek().make();
  }

  static ReportInput withoutData() {
    ReportInput full = input();
    return new ReportInput(
        WEEK,
        full.plan(),
        full.networked(),
        Ledger.NOTHING,
        Optional.empty(),
        Map.of(),
        "1.0",
        "0badcafe");
  }

  private ReportInput make() {
    Ledger before = ledger(WEEK.previous());
    Ledger now = ledger(WEEK);
    CityPlan plan =
        new CityPlan(
            vehicles,
            places(),
            List.of(),
            permits(),
            waybills,
            List.of(),
            segments,
            requirements(),
            List.of(),
            List.of());
    Set<String> networked =
        vehicles.stream().skip(1).map(Vehicle::plate).collect(Collectors.toSet());
    return new ReportInput(
            WEEK, plan, networked, now, Optional.of(before), reviews, "1.0", "0badcafe")
        .handled(handling(now));
  }

  /** Every fifth confirmed violation is appealed against; of these every second is upheld. */
  private Handling handling(Ledger now) {
    List<Judged> judged = new ArrayList<>();
    List<Alert> confirmed =
        now.alerts().stream()
            .filter(a -> reviews.containsKey(a.key()) && reviews.get(a.key()).isConfirmed())
            .toList();
    for (int i = 0; i < confirmed.size(); i++) {
      Alert a = confirmed.get(i);
      List<Judged.Verdict> verdicts = new ArrayList<>();
      verdicts.add(verdict(a, 2, Judged.Decision.CONFIRMED, 0));
      if (i % 5 == 0) {
        verdicts.add(verdict(a, 20, Judged.Decision.APPEALED, 100 + i));
      }
      if (i % 10 == 0) {
        verdicts.add(verdict(a, 40, Judged.Decision.APPEAL_UPHELD, 100 + i));
      }
      judged.add(new Judged(a, company(a.plate()), "D" + a.plate().substring(2), verdicts));
    }
    return new Handling(
        List.of(), judged, WorkCalendar.USUAL, Handling.Scoring.USUAL, Optional.empty());
  }

  private String company(String plate) {
    return vehicles.stream()
        .filter(v -> v.plate().equals(plate))
        .findFirst()
        .orElseThrow()
        .company();
  }

  private static Judged.Verdict verdict(Alert a, int hours, Judged.Decision decision, long caseId) {
    return new Judged.Verdict(a.decided().plusSeconds(3600L * hours), decision, caseId);
  }

  private Ledger ledger(Period week) {
    List<Trip> trips = new ArrayList<>();
    List<VehicleDayQuality> quality = new ArrayList<>();
    for (Vehicle v : vehicles) {
      for (int day = 0; day < 7; day++) {
        quality.add(quality(v, week, day));
        if (v.kind() == VehicleKind.MUCK_TRUCK && !v.company().equals(COMPANIES.get(3))) {
          trips.addAll(trips(v, week, day));
        }
      }
    }
    trips.addAll(trips(vehicles.get(39), week, 2));
    return new Ledger(alerts(week, trips), trips, passes(week), quality, work(week));
  }

  private List<VehicleDayWork> work(Period week) {
    return vehicles.stream().flatMap(v -> week.days().stream().map(day -> work(v, day))).toList();
  }

  /** Eight hours of duty, of it four at work where the vehicle cleans. */
  private static VehicleDayWork work(Vehicle v, LocalDate day) {
    double operating = v.kind() == VehicleKind.MUCK_TRUCK ? 0 : 14_400;
    List<Long> delays = new ArrayList<>(Collections.nCopies(12, 0L));
    delays.set(1, 2400L);
    delays.set(4, 100L);
    return new VehicleDayWork(
        v.plate(),
        day,
        28_800,
        27_900,
        operating,
        operating * 2,
        operating * 1.9,
        operating * 1.8,
        delays);
  }

  private List<Trip> trips(Vehicle v, Period week, int day) {
    List<Trip> trips = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      Instant out =
          week.start().plusSeconds(86_400L * day + 3600L * (21 + n) + random.nextInt(3600));
      String id = v.plate() + "-" + week + "-" + day + n;
      double luck = random.nextDouble();
      Trip.EndKind end =
          luck < 0.94
              ? Trip.EndKind.OK
              : luck < 0.97 ? Trip.EndKind.WRONG_SITE : Trip.EndKind.UNEXPLAINED;
      String ground =
          end == Trip.EndKind.OK
              ? "X" + random.nextInt(2)
              : end == Trip.EndKind.WRONG_SITE ? "X2" : "";
      boolean scanned = random.nextDouble() < 0.95;
      if (scanned) {
        waybills.add(
            new Waybill(
                "W" + id,
                v.plate(),
                "G1",
                ground.isEmpty() ? "X0" : ground,
                out,
                luck < 0.9 ? out.plusSeconds(3000) : null,
                15));
      }
      trips.add(
          new Trip(
              id,
              v.plate(),
              "P" + v.plate(),
              "G" + random.nextInt(5),
              out,
              end,
              ground,
              out.plusSeconds(2400 + random.nextInt(1800)),
              luck < 0.95 ? Grade.B : Grade.C,
              9000 + random.nextInt(9000),
              0.9 + random.nextDouble() * 0.1,
              0,
              0,
              9000,
              55,
              luck > 0.05 ? 0.97 : 0.55,
              scanned ? "W" + id : "",
              scanned ? "MATCHED" : "NO_WAYBILL"));
    }
    return trips;
  }

  private VehicleDayQuality quality(Vehicle v, Period week, int day) {
    long received = 2500 + random.nextInt(500);
    long jumps = random.nextInt(20);
    boolean weak = v.company().equals(COMPANIES.get(3));
    Map<String, String> health = new TreeMap<>();
    v.sensors().forEach(s -> health.put(s.name(), random.nextDouble() < 0.96 ? "HEALTHY" : "BAD"));
    return new VehicleDayQuality(
        v.plate(),
        week.first().plusDays(day),
        received,
        received - jumps - 3,
        new TreeMap<>(Map.of("C04", 3L, "C05", jumps)),
        weak ? 0.6 : 0.93 + random.nextDouble() * 0.07,
        new TreeMap<>(health),
        120,
        118.5);
  }

  private List<Alert> alerts(Period week, List<Trip> trips) {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String rule = RULES.get((int) (Math.pow(random.nextDouble(), 0.6) * RULES.size()));
      boolean haulage = rule.startsWith("M");
      Trip trip = trips.get(random.nextInt(trips.size()));
      String plate =
          haulage
              ? trip.plate()
              : vehicles
                  .get(rule.startsWith("S") ? 40 + random.nextInt(12) : random.nextInt(52))
                  .plate();
      Instant start = trip.outTime().plusSeconds(random.nextInt(1800));
      Alert alert =
          new Alert(
              rule,
              plate,
              start,
              start.plusSeconds(60),
              start.plusSeconds(60 + random.nextInt(900)),
              119.05 + random.nextDouble() * 0.12,
              36.68 + random.nextDouble() * 0.07,
              Grade.values()[random.nextInt(3)],
              rule.equals("M01") ? 4 : 2 + random.nextInt(2),
              i % 17 == 0 ? AlertStatus.SUPPRESSED : AlertStatus.ENDED,
              i % 17 == 0 ? "closure" : rule.equals("M07") ? "unexplained" : "",
              "",
              "",
              haulage ? trip.id() : "",
              List.of(),
              61.4,
              50,
              "km/h",
              "1.0+0badcafe",
              List.of());
      alerts.add(alert);
      if (i % 3 != 0) {
        boolean confirmed = random.nextDouble() < 0.75;
        reviews.put(
            alert.key(),
            new ReviewDecision(
                confirmed ? ReviewDecision.Decision.CONFIRMED : ReviewDecision.Decision.REJECTED,
                confirmed ? "" : i % 2 == 0 ? "传感器误报" : "临时改道，有批件"));
      }
    }
    return alerts;
  }

  private List<PassResult> passes(Period week) {
    List<PassResult> passes = new ArrayList<>();
    for (Segment s : segments) {
      for (int day = 0; day < 7; day++) {
        for (Side side : s.sides()) {
          passes.add(
              pass(s, side, week.start().plusSeconds(86_400L * day + 5 * 3600), "R" + s.id()));
        }
      }
    }
    return passes;
  }

  private PassResult pass(Segment s, Side side, Instant start, String requirement) {
    double luck = random.nextDouble();
    Outcome outcome =
        luck < 0.9
            ? Outcome.DONE
            : luck < 0.94
                ? Outcome.PARTIAL
                : luck < 0.96 ? Outcome.UNOBSERVED : luck < 0.98 ? Outcome.MISSED : Outcome.EXEMPT;
    int done = outcome == Outcome.DONE ? 2 : outcome == Outcome.PARTIAL ? 1 : 0;
    Operation op =
        Integer.parseInt(s.id().substring(1)) % 8 < 4 ? Operation.SWEEP : Operation.SPRINKLE;
    return new PassResult(
        requirement,
        s.id(),
        side,
        op,
        start,
        start.plusSeconds(3 * 3600),
        2,
        done,
        done == 2 ? 0.93 + random.nextDouble() * 0.07 : done * 0.6,
        outcome,
        done > 0 ? start.plusSeconds(600) : null,
        done > 0 ? start.plusSeconds(7000) : null,
        done > 0 ? List.of(vehicles.get(40 + random.nextInt(11)).plate()) : List.of());
  }

  private Segment segment(int i) {
    boolean eastWest = i / 4 % 2 == 0;
    double a = 0.030 * (i % 4);
    double b = 0.0045 * (i / 8);
    Coordinate from =
        eastWest
            ? new Coordinate(119.05 + a, 36.68 + b)
            : new Coordinate(119.05 + b * 1.8, 36.68 + a * 0.55);
    Coordinate to =
        eastWest ? new Coordinate(from.x + 0.030, from.y) : new Coordinate(from.x, from.y + 0.0165);
    RoadGrade grade = RoadGrade.values()[Math.min(4, i / 24)];
    return new Segment(
        "S" + i,
        (grade == RoadGrade.LANE
            ? "第" + (i / 4) + "巷"
            : (eastWest ? "东西" : "南北") + (i / 8 + 1) + (eastWest ? "街" : "路")),
        grade,
        grade == RoadGrade.LANE ? EnumSet.of(Side.FWD) : EnumSet.allOf(Side.class),
        GEOMETRY.createLineString(new Coordinate[] {from, to}),
        50,
        false);
  }

  private List<Requirement> requirements() {
    return segments.stream()
        .map(
            s ->
                new Requirement(
                    "R" + s.id(),
                    Optional.of(s.id()),
                    Optional.empty(),
                    s.sides(),
                    Operation.SWEEP,
                    2,
                    DailyHours.ALL_DAY,
                    EnumSet.allOf(DayOfWeek.class),
                    CONTRACTORS.get(Integer.parseInt(s.id().substring(1)) / 4 % 3)))
        .toList();
  }

  private List<Permit> permits() {
    return vehicles.stream()
        .limit(39)
        .map(
            v ->
                new Permit(
                    "P" + v.plate(),
                    v.plate(),
                    "G1",
                    List.of("X0"),
                    List.of(),
                    Validity.ALWAYS,
                    DailyHours.ALL_DAY,
                    null))
        .toList();
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      places.add(
          place(
              "G" + i,
              "模拟工地" + (i + 1) + "号地块",
              PlaceKind.SITE,
              119.06 + i * 0.025,
              36.695 + i * 0.008));
    }
    for (int i = 0; i < 3; i++) {
      places.add(
          place(
              "X" + i,
              "模拟消纳场" + (i + 1),
              PlaceKind.DISPOSAL,
              119.07 + i * 0.04,
              36.685 + i * 0.025));
    }
    return places;
  }

  private static Place place(String id, String name, PlaceKind kind, double x, double y) {
    double d = 0.001;
    Coordinate[] ring = {
      new Coordinate(x, y),
      new Coordinate(x + d, y),
      new Coordinate(x + d, y + d),
      new Coordinate(x, y + d),
      new Coordinate(x, y)
    };
    return new Place(
        id, name, kind, GEOMETRY.createPolygon(ring), Validity.ALWAYS, DailyHours.ALL_DAY);
  }
}
