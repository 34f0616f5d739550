package io.qingtu.web.bench;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Trucks that drive round and round on a grid of streets 50 km wide, each on a loop of its own. */
final class LoopFleet {
  static final LocalPlane PLANE = new LocalPlane(119.1, 36.7);

  /** Between two streets, m. */
  static final int BLOCK = 500;

  private static final int STREETS = 100;

  private LoopFleet() {}

  static CityPlan plan(int vehicles) {
    List<Vehicle> fleet =
        IntStream.rangeClosed(1, vehicles)
            .mapToObj(
                v -> new Vehicle(plate(v), VehicleKind.MUCK_TRUCK, "企业" + v % 20, 16, Set.of()))
            .toList();
    CityPlan none = CityPlan.EMPTY;
    return new CityPlan(
        fleet,
        none.places(),
        none.routes(),
        none.permits(),
        none.waybills(),
        none.gateEvents(),
        none.segments(),
        none.requirements(),
        none.collectionPoints(),
        none.exemptions());
  }

  static String plate(int v) {
    return "鲁GL%05d".formatted(v);
  }

  /** Where a truck is when it has driven so many metres of its loop, again and again. */
  static Position fix(int v, int driven, Instant at) {
    int west = BLOCK * (v * 7 % STREETS);
    int south = BLOCK * (v / STREETS * 11 % STREETS);
    int width = BLOCK * (4 + v % 9);
    int height = BLOCK * (3 + v % 11);
    int way = driven % (2 * (width + height));
    double x = west + Math.min(way, width) - Math.max(0, Math.min(way - width - height, width));
    double y =
        south + Math.max(0, Math.min(way - width, height)) - Math.max(0, way - 2 * width - height);
    return new Position(
        plate(v),
        at,
        at,
        PLANE.longitude(x, y),
        PLANE.latitude(x, y),
        true,
        36,
        Double.NaN,
        90,
        20,
        true,
        12,
        Double.NaN,
        0,
        3,
        new Sensors(
            v % 5 == 0 ? Cover.OPEN : Cover.CLOSED,
            Lift.DOWN,
            Load.UNKNOWN,
            Double.NaN,
            Switch.UNKNOWN,
            Switch.UNKNOWN),
        false);
  }
}
