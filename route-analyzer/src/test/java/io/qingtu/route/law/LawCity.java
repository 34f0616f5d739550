package io.qingtu.route.law;

import io.qingtu.fixtures.geo.Point;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A city with something of every kind that rules look at, and the vehicles of some stories in it: a
 * main road from west to east along north 0, places along it, a parallel road in the north. The
 * truck T0 has a permit by day and a waybill, T1 one whose permit has run out, T2 none.
 *
 * <pre>
 *         ------------- parallel --------------
 *   K1       S1                D1        D2   S2
 * --+--------+-----------------+---------+----+--- main road
 *  -1.5      0      W1   P1    4         6    7 km
 *                     Z1
 * </pre>
 */
final class LawCity {
  static final Point DEPOT = Point.of(-1500, 150);
  static final Point SITE = Point.of(0, 150);
  static final Point GROUND = Point.of(4000, 150);
  static final Point OTHER_GROUND = Point.of(6000, 150);
  static final Point FIELD = Point.of(2500, 900);
  static final Point ZONE = Point.of(2000, -700);
  static final Point WATER = Point.of(1500, -120);
  static final Point POINT = Point.of(2600, 12);
  static final double PARALLEL = 300;
  static final double MIDDLE = 3000;

  /** Six in the morning of the stories' day. */
  static final Instant MORNING = Scene.at("06:00:00");

  private static final String CONTRACTOR = "East";

  /** When all stories have ended. */
  static final Instant EVENING = Scene.at("21:00:00").plusSeconds(86_400);

  private final Scene scene;
  private final List<List<Position>> tracks = new ArrayList<>();

  LawCity(List<Story> stories) {
    this(stories, 0);
  }

  /**
   * @param degrees how far east of its place the plan lies; the tracks do not
   */
  LawCity(List<Story> stories, double degrees) {
    scene = new Scene(degrees);
    places();
    roads();
    papers();
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      String company = story.kind() == VehicleKind.MUCK_TRUCK ? "haulier" : CONTRACTOR;
      scene.vehicle("T" + i, story.kind(), company, story.sensors());
      tracks.add(arriving(Stage.play("T" + i, story), story.glitches()));
    }
  }

  private void places() {
    scene
        .place("S1", PlaceKind.SITE, SITE.east(), SITE.north(), 90)
        .place("S2", PlaceKind.SITE, 7000, 150, 90)
        .place("D1", PlaceKind.DISPOSAL, GROUND.east(), GROUND.north(), 90)
        .place("D2", PlaceKind.DISPOSAL, OTHER_GROUND.east(), OTHER_GROUND.north(), 90)
        .place("K1", PlaceKind.DEPOT, DEPOT.east(), DEPOT.north(), 90)
        .place("W1", PlaceKind.WATER_FILL, WATER.east(), WATER.north(), 60)
        .place("Z1", PlaceKind.ZONE_NO_ENTRY, ZONE.east(), ZONE.north(), 300);
  }

  private void roads() {
    for (int x = -2000; x < 8000; x += 500) {
      scene.segment("M" + x, 60, x == 3000, x, 0, x + 500, 0);
      scene.segment("N" + x, 40, false, x, PARALLEL, x + 500, PARALLEL);
    }
    for (int x = 1000; x < 2500; x += 500) {
      scene.require("Q" + x, "M" + x, Operation.SWEEP, 2, "06:00", "08:00", CONTRACTOR);
      scene.require("R" + x, "M" + x, Operation.SPRINKLE, 1, "07:00", "09:00", CONTRACTOR);
    }
    for (Point p : List.of(DEPOT, SITE, GROUND, OTHER_GROUND)) {
      scene.segment("L" + p.east(), 60, false, p.east(), 0, p.east(), p.north());
    }
    scene.collectionPoint("P1", POINT.east(), POINT.north(), "07:00", "09:00", CONTRACTOR);
  }

  private void papers() {
    scene.route("R1", SITE.east(), SITE.north(), 0, 0, GROUND.east(), 0, GROUND.east(), 150);
    scene.permit("PM0", "T0", List.of("D1"), List.of("R1"), "06:00-09:00", null);
    scene.permit(
        "PM1",
        "T1",
        List.of("D1"),
        List.of("R1"),
        null,
        MORNING.minusSeconds(7 * 86_400),
        MORNING.plusSeconds(5400));
    scene.waybill("B0", "T0", MORNING.plusSeconds(1500), MORNING.plusSeconds(2400));
    scene.gateOut("T0", MORNING.plusSeconds(1500), true, false);
  }

  private static List<Position> arriving(List<Fix> fixes, List<Story.Glitch> glitches) {
    List<Position> all = new ArrayList<>(fixes.stream().map(LawCity::position).toList());
    for (Story.Glitch g : glitches) {
      if (!all.isEmpty()) {
        int at = g.at() * all.size() / 1000;
        List<Position> instead = g.mishap().meets(all.remove(at), g.amount());
        all.addAll(at, instead);
      }
    }
    return all;
  }

  RuleSet rules() {
    return scene.rules();
  }

  Scene scene() {
    return scene;
  }

  /** The fixes of each story, in the order in which they were received. */
  List<List<Position>> tracks() {
    return tracks;
  }

  List<Position> positions() {
    return tracks.stream().flatMap(List::stream).toList();
  }

  private static Position position(Fix f) {
    return new Position(
        f.plate(),
        f.fixTime(),
        f.receivedTime(),
        f.longitude(),
        f.latitude(),
        f.fixValid(),
        f.speedKmh(),
        f.vssKmh(),
        f.direction(),
        f.altitude(),
        f.acc(),
        f.satellites(),
        f.odometerKm(),
        f.alarmBits(),
        f.statusBits(),
        new Sensors(
            Cover.valueOf(f.sensors().cover().name()),
            Lift.valueOf(f.sensors().lift().name()),
            Load.valueOf(f.sensors().load().name()),
            f.sensors().weightT(),
            Switch.valueOf(f.sensors().brush().name()),
            Switch.valueOf(f.sensors().pump().name())),
        f.backfill());
  }
}
