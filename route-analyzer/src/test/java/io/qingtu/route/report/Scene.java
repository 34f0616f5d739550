package io.qingtu.route.report;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.SiteProgress;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A small week, put together by hand: trucks A1 (rated 10 t) and A2 (no rated load) of 甲公司, B1 (20
 * t) of 乙公司, sweeper S1 of 丙环卫; site W, grounds X and Y; road 东风街 of two segments, s1 of 1 km with
 * both sides and s3 of 3 km with its FWD side.
 */
final class Scene {
  static final Period WEEK = Period.parse("2026-W46");
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final LocalPlane PLANE = new LocalPlane(119.1, 36.7);

  final List<Alert> alerts = new ArrayList<>();
  final List<Trip> trips = new ArrayList<>();
  final List<PassResult> passes = new ArrayList<>();
  final List<VehicleDayQuality> quality = new ArrayList<>();
  final List<VehicleDayWork> work = new ArrayList<>();
  final List<Waybill> waybills = new ArrayList<>();
  final List<Exemption> exemptions = new ArrayList<>();
  final Map<String, ReviewDecision> reviews = new HashMap<>();
  final List<Trip> tripsBefore = new ArrayList<>();
  final List<VehicleOrder> orders = new ArrayList<>();
  final List<SiteProgress> progress = new ArrayList<>();
  double sweeperWidthM = 3;
  PlatformUptime uptime = PlatformUptime.UNKNOWN;
  private boolean knowsBefore;

  /** A moment of the week in the city's time: day 1 is Monday. */
  static Instant at(int day, int hour, int minute) {
    return WEEK.first()
        .plusDays(day - 1L)
        .atTime(hour, minute)
        .atZone(DailyHours.CITY_ZONE)
        .toInstant();
  }

  CityPlan plan() {
    return new CityPlan(
        List.of(
            truck("A1", "甲公司", 10),
            truck("A2", "甲公司", Double.NaN),
            truck("B1", "乙公司", 20),
            new Vehicle(
                "S1",
                VehicleKind.SWEEPER,
                "丙环卫",
                Double.NaN,
                Set.of(SensorKind.BRUSH),
                "",
                sweeperWidthM)),
        List.of(
            place("W", PlaceKind.SITE),
            place("X", PlaceKind.DISPOSAL),
            place("Y", PlaceKind.PLANT)),
        List.of(),
        List.of(permit("P-A1", "A1"), permit("P-B1", "B1")),
        waybills,
        List.of(),
        List.of(
            segment("s1", 1000, EnumSet.allOf(Side.class)),
            segment("s3", 3000, EnumSet.of(Side.FWD))),
        List.of(requirement("R1", RoadGrade.FIRST)),
        List.of(),
        exemptions,
        new CityRecords(
            List.of(), List.of(), orders, List.of(), List.of(), List.of(), List.of(), progress));
  }

  /** A vehicle is registered out of service. */
  Scene laidUp(String plate, Instant from, Instant to) {
    orders.add(new VehicleOrder(plate, VehicleOrder.Kind.LAID_UP, new Validity(from, to), "局", ""));
    return this;
  }

  private static Vehicle truck(String plate, String company, double load) {
    return new Vehicle(plate, VehicleKind.MUCK_TRUCK, company, load, Set.of(SensorKind.COVER));
  }

  private static Place place(String id, PlaceKind kind) {
    return new Place(
        id, "场所" + id, kind, GEOMETRY.createPolygon(), Validity.ALWAYS, DailyHours.ALL_DAY);
  }

  private static Permit permit(String id, String plate) {
    return new Permit(
        id, plate, "W", List.of("X"), List.of(), Validity.ALWAYS, DailyHours.ALL_DAY, null);
  }

  private static Segment segment(String id, double metres, Set<Side> sides) {
    LineString line =
        GEOMETRY.createLineString(
            new Coordinate[] {
              new Coordinate(PLANE.longitude(0, 0), PLANE.latitude(0, 0)),
              new Coordinate(PLANE.longitude(metres, 0), PLANE.latitude(metres, 0))
            });
    return new Segment(id, "东风街", RoadGrade.FIRST, sides, line, 50, false);
  }

  private static Requirement requirement(String id, RoadGrade grade) {
    return new Requirement(
        id,
        Optional.empty(),
        Optional.of(grade),
        EnumSet.allOf(Side.class),
        Operation.SWEEP,
        2,
        DailyHours.ALL_DAY,
        EnumSet.allOf(DayOfWeek.class),
        "丙环卫");
  }

  /** A trip of one hour and 10 km from W. */
  Scene trip(String id, String plate, Trip.EndKind end, double observed, String waybill) {
    trips.add(tripAt(id, plate, end, observed, waybill, at(1, 22, 0)));
    return this;
  }

  static Trip tripAt(
      String id, String plate, Trip.EndKind end, double observed, String waybill, Instant out) {
    return new Trip(
        id,
        plate,
        "P-" + plate,
        "W",
        out,
        end,
        end == Trip.EndKind.OK ? "X" : end == Trip.EndKind.WRONG_SITE ? "Y" : "",
        out.plusSeconds(3600),
        end == Trip.EndKind.OK ? Grade.B : Grade.C,
        10_000,
        0.9,
        360,
        1_000,
        10_000,
        50,
        observed,
        waybill,
        waybill.isEmpty() ? "NO_WAYBILL" : "MATCHED");
  }

  Scene before(Trip... earlier) {
    knowsBefore = true;
    tripsBefore.addAll(List.of(earlier));
    return this;
  }

  Alert alert(
      String rule, String plate, int minute, int severity, Grade grade, AlertStatus status) {
    Instant start = at(1, 22, 0).plusSeconds(60L * minute);
    Alert alert =
        new Alert(
            rule,
            plate,
            start,
            start,
            start.plusSeconds(360),
            119.1,
            36.7,
            grade,
            severity,
            status,
            status == AlertStatus.SUPPRESSED ? "closure" : "",
            "",
            "",
            "t1",
            List.of(),
            Double.NaN,
            Double.NaN,
            "",
            "1.0+abc",
            List.of());
    alerts.add(alert);
    return alert;
  }

  Scene review(Alert alert, ReviewDecision.Decision decision, String reason) {
    reviews.put(alert.key(), new ReviewDecision(decision, reason));
    return this;
  }

  Scene confirm(Alert alert) {
    return review(alert, ReviewDecision.Decision.CONFIRMED, "");
  }

  Scene pass(
      String segment,
      Side side,
      int day,
      int required,
      int done,
      double coverage,
      Outcome outcome) {
    passes.add(
        new PassResult(
            "R1",
            segment,
            side,
            Operation.SWEEP,
            at(day, 6, 0),
            at(day, 8, 0),
            required,
            done,
            coverage,
            outcome,
            done > 0 ? at(day, 6, 10) : null,
            done > 0 ? at(day, 7, 10) : null,
            done > 0 ? List.of("S1") : List.of()));
    return this;
  }

  Scene day(
      String plate,
      int day,
      long received,
      long accepted,
      long jumps,
      double observed,
      String cover) {
    quality.add(
        new VehicleDayQuality(
            plate,
            WEEK.first().plusDays(day - 1L),
            received,
            accepted,
            new TreeMap<>(Map.of("C05", jumps, "C04", received - accepted - jumps)),
            observed,
            new TreeMap<>(Map.of("COVER", cover)),
            100,
            90));
    return this;
  }

  /**
   * A day with so many hours on duty, half of what was observed online, and so many minutes at work
   * on so many km.
   */
  Scene work(String plate, int day, double dutyHours, double observed, double minutes, double km) {
    List<Long> delays = new ArrayList<>(Collections.nCopies(12, 0L));
    delays.set(1, 95L);
    delays.set(4, 5L);
    work.add(
        new VehicleDayWork(
            plate,
            WEEK.first().plusDays(day - 1L),
            dutyHours * 3600,
            dutyHours * 3600 * observed,
            minutes * 60,
            km * 1000,
            km * 900,
            km * 800,
            delays,
            dutyHours * 3600 * observed / 2));
    return this;
  }

  PeriodReport report() {
    return report(Handling.NONE);
  }

  PeriodReport report(Handling handling) {
    return PeriodReport.of(
        new ReportInput(
            WEEK,
            plan(),
            Set.of("A1", "A2", "S1"),
            new Ledger(alerts, trips, passes, quality, work),
            knowsBefore
                ? Optional.of(new Ledger(List.of(), tripsBefore, List.of(), List.of(), List.of()))
                : Optional.empty(),
            reviews,
            "1.0",
            "0badcafe",
            handling,
            uptime,
            List.of(),
            List.of()));
  }
}
