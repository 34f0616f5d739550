package io.qingtu.web.bench;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Operation;
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
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A synthetic city of the size that is measured: streets in a square grid of 250 m, a route of
 * right-angled ways for each muck truck from its site to its end place, and places beside the
 * streets.
 */
final class BenchCity {
  static final int ROUTES = 1000;
  static final int PLACES = 2000;
  static final int SEGMENTS = 30_000;

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double BLOCK = 250;

  /** Streets in each direction; with so many the blocks' sides are some more than needed. */
  private static final int STREETS = 123;

  private final Random random = new Random(808);
  private final LocalPlane plane = new LocalPlane(119.15, 36.70);
  private final List<Segment> segments = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<PermittedRoute> routes = new ArrayList<>();
  private final List<Permit> permits = new ArrayList<>();
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<double[][]> ways = new ArrayList<>();

  /** With a hauling truck for each route, so many of them, and a sweeper for every fifth. */
  BenchCity(int trucks) {
    for (int i = 0; i < STREETS && segments.size() < SEGMENTS; i++) {
      for (int j = 0; j < STREETS && segments.size() < SEGMENTS; j++) {
        segment(i, j, i + 1, j);
        segment(i, j, i, j + 1);
      }
    }
    for (int i = 0; i < ROUTES; i++) {
      haul(i);
    }
    while (places.size() < PLACES) {
      PlaceKind kind = PlaceKind.values()[4 + places.size() % (PlaceKind.values().length - 4)];
      place("X" + places.size(), kind, crossing(), crossing(), kind.isZone() ? 200 : 60);
    }
    for (int i = 0; i < trucks; i++) {
      Set<SensorKind> all = EnumSet.of(SensorKind.COVER, SensorKind.LIFT, SensorKind.WEIGHT);
      boolean sweeps = i % 5 == 4;
      vehicles.add(
          new Vehicle(
              "V%04d".formatted(i),
              sweeps ? VehicleKind.SWEEPER : VehicleKind.MUCK_TRUCK,
              "C" + i % 10,
              16,
              sweeps ? Set.of(SensorKind.BRUSH) : all));
    }
  }

  /** The way of a vehicle's route, corners in metres of {@link #plane}. */
  double[][] way(int vehicle) {
    return ways.get(vehicle);
  }

  LocalPlane plane() {
    return plane;
  }

  List<Vehicle> vehicles() {
    return vehicles;
  }

  CityPlan plan() {
    List<CollectionPoint> points = List.of();
    return new CityPlan(
        vehicles,
        places,
        routes,
        permits,
        List.of(),
        List.of(),
        segments,
        requirements,
        points,
        List.of());
  }

  private double crossing() {
    return (random.nextInt(STREETS - 1) - STREETS / 2) * BLOCK;
  }

  private void segment(int i, int j, int i2, int j2) {
    if (segments.size() >= SEGMENTS) {
      return;
    }
    String id = "G%05d".formatted(segments.size());
    double off = STREETS / 2 * BLOCK;
    LineString line =
        line(
            new double[][] {
              {i * BLOCK - off, j * BLOCK - off}, {i2 * BLOCK - off, j2 * BLOCK - off}
            });
    RoadGrade grade = RoadGrade.values()[segments.size() % 4];
    segments.add(new Segment(id, "G" + i, grade, EnumSet.allOf(Side.class), line, 60, false));
    if (segments.size() % 3 == 0) {
      requirements.add(
          new Requirement(
              "Q" + id,
              Optional.of(id),
              Optional.empty(),
              EnumSet.allOf(Side.class),
              Operation.SWEEP,
              1,
              new DailyHours(LocalTime.of(6, 0), LocalTime.of(10, 0)),
              EnumSet.allOf(DayOfWeek.class),
              "C" + segments.size() % 10));
    }
  }

  /** A site, an end place, and a way of five corners along the streets between them. */
  private void haul(int n) {
    double[][] way = new double[6][];
    double x = crossing();
    double y = crossing();
    for (int k = 0; k < way.length; k++) {
      way[k] = new double[] {x, y};
      x = k % 2 == 0 ? crossing() : x;
      y = k % 2 == 1 ? crossing() : y;
    }
    ways.add(way);
    String id = "%04d".formatted(n);
    place("S" + id, PlaceKind.SITE, way[0][0], way[0][1], 70);
    if (n < ROUTES / 2) {
      place("D" + id, PlaceKind.DISPOSAL, way[5][0], way[5][1], 70);
    }
    routes.add(new PermittedRoute("R" + id, line(way), Double.NaN));
    permits.add(
        new Permit(
            "P" + id,
            "V" + id,
            "S" + id,
            List.of(n < ROUTES / 2 ? "D" + id : "D0000"),
            List.of("R" + id),
            Validity.ALWAYS,
            null,
            null));
  }

  private void place(String id, PlaceKind kind, double x, double y, double half) {
    double[][] square = {
      {x - half, y - half},
      {x + half, y - half},
      {x + half, y + half},
      {x - half, y + half},
      {x - half, y - half}
    };
    places.add(
        new Place(
            id,
            id,
            kind,
            SHAPES.createPolygon(degrees(square)),
            Validity.ALWAYS,
            DailyHours.ALL_DAY));
  }

  private LineString line(double[][] xy) {
    return SHAPES.createLineString(degrees(xy));
  }

  private Coordinate[] degrees(double[][] xy) {
    return Arrays.stream(xy)
        .map(p -> new Coordinate(plane.longitude(p[0], p[1]), plane.latitude(p[0], p[1])))
        .toArray(Coordinate[]::new);
  }
}
