package io.qingtu.route.rule;

import static io.qingtu.route.sweep.CleaningScene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.PointService.Kind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: S12, points that nobody served; S13, refuse unloaded elsewhere. */
class CollectionRulesTest {
  private static final Switch NO_BRUSH = Switch.UNKNOWN;

  private static CleaningScene city(SensorKind... sensors) {
    return new CleaningScene()
        .mainRoad()
        .place("T1", PlaceKind.TRANSFER, 2000, -100, 2200, 100)
        .vehicle("C1", VehicleKind.COLLECTION_TRUCK, sensors)
        .point("P1", 500, 0, "05:00-07:00");
  }

  /** Comes at 25 km/h, stands so many seconds so far north of the point, and drives on. */
  private static CleaningScene visit(CleaningScene city, String time, int seconds, double north) {
    city.drive("C1", time, 25, 10, NO_BRUSH, 300, north, 500, north);
    Instant stop = at(time).plusSeconds(29);
    for (int t = 0; t <= seconds; t += 10) {
      city.fix("C1", stop.plusSeconds(t), 500, north, 0, -1, NO_BRUSH);
    }
    Instant on = stop.plusSeconds(seconds + 10);
    for (int t = 0; t < 120; t += 10) {
      city.fix("C1", on.plusSeconds(t), 550 + t * 7, north, 25, 90, NO_BRUSH);
    }
    return city;
  }

  /** The ledger of a day that goes on until the point may not be served any more. */
  private static List<Alert> missed(CleaningScene scene) {
    return scene.stand("C1", "07:35", "07:40", 60, NO_BRUSH, 3000, 0).alerts("S12");
  }

  @Test
  void drivingPastServesNothing() {
    Alert a = missed(city().drive("C1", "05:30", 25, 10, NO_BRUSH, 0, 10, 1300, 10)).get(0);
    assertEquals("P1", a.placeId());
    assertEquals("", a.plate());
    assertEquals(3, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(at("05:00"), a.start());
    assertEquals(at("07:30"), a.decided());
    assertEquals(30, a.allowed());
  }

  @Test
  void aStopOfTwentySecondsNearbyServes() {
    assertEquals(List.of(), missed(visit(city(), "05:30", 20, 12)));
    assertEquals(List.of(), missed(visit(city(), "05:30", 30, 29)));
    assertEquals(1, missed(visit(city(), "05:30", 300, 31)).size());
  }

  @Test
  void halfAnHourBeforeAndAfterTheWindowStillServes() {
    assertEquals(List.of(), missed(visit(city(), "04:31", 60, 12)));
    assertEquals(1, missed(visit(city(), "04:20", 60, 12)).size());
    assertEquals(List.of(), missed(visit(city(), "07:20", 60, 12)));
  }

  @Test
  void binsLiftedNearbyServeWithoutAStop() {
    CleaningScene lifted = city().drive("C1", "05:30", 25, 10, NO_BRUSH, 0, 28, 1300, 28);
    lifted.counted("C1", "05:31:12", Kind.BIN_LIFT, "");
    assertEquals(List.of(), missed(lifted));
    CleaningScene elsewhere = city().drive("C1", "05:30", 25, 10, NO_BRUSH, 0, 28, 1300, 28);
    elsewhere.counted("C1", "05:32", Kind.BIN_LIFT, "");
    assertEquals(Grade.A, missed(elsewhere).get(0).grade());
    CleaningScene read = city().drive("C1", "05:30", 25, 10, NO_BRUSH, 0, 28, 1300, 28);
    assertEquals(List.of(), missed(read.counted("C1", "05:32", Kind.RFID, "P1")));
  }

  @Test
  void aLockedGateIsExempt() {
    CleaningScene locked = city().drive("C1", "05:30", 25, 10, NO_BRUSH, 0, 10, 1300, 10);
    locked.exempt(Exemption.Kind.EVENT, null, Set.of("P1"), "05:31", "05:32");
    assertEquals(List.of(), missed(locked));
    CleaningScene other = city().drive("C1", "05:30", 25, 10, NO_BRUSH, 0, 10, 1300, 10);
    other.exempt(Exemption.Kind.EVENT, null, Set.of("P9"), "05:31", "05:32");
    assertEquals(1, missed(other).size());
  }

  @Test
  void aStopServesTheNearestOfTwoPoints() {
    CleaningScene two = city().point("P2", 500, 40, "05:00-07:00");
    assertEquals(
        List.of("P2"), missed(visit(two, "05:30", 60, 12)).stream().map(Alert::placeId).toList());
  }

  @Test
  void aGapNearThePointHidesAService() {
    CleaningScene gap = city().drive("C1", "05:30", 25, 10, NO_BRUSH, 0, 10, 300, 10);
    gap.drive("C1", "05:40", 25, 10, NO_BRUSH, 700, 10, 1300, 10);
    assertEquals(List.of(), missed(gap));
    // 60 s between two fixes for 200 m: there is time for a stop, for 400 m there is none
    CleaningScene rare = city().fix("C1", at("05:30"), 400, 10, 25, 90, NO_BRUSH);
    rare.fix("C1", at("05:31"), 600, 10, 25, 90, NO_BRUSH);
    rare.drive("C1", "05:31:10", 25, 10, NO_BRUSH, 670, 10, 1300, 10);
    assertEquals(List.of(), missed(rare));
    CleaningScene through = city().fix("C1", at("05:30"), 300, 10, 25, 90, NO_BRUSH);
    through.fix("C1", at("05:31"), 700, 10, 25, 90, NO_BRUSH);
    through.drive("C1", "05:31:10", 25, 10, NO_BRUSH, 770, 10, 1300, 10);
    assertEquals(1, missed(through).size());
  }

  private static Sensors load(Lift lift, double tonnes) {
    return new Sensors(Cover.UNKNOWN, lift, Load.UNKNOWN, tonnes, Switch.UNKNOWN, Switch.UNKNOWN);
  }

  /** Collects at the point, drives to a place and raises the body there for a minute. */
  private static CleaningScene tips(CleaningScene city, double x, double before, double after) {
    CleaningScene scene = city;
    Instant t = at("05:30");
    for (int i = 0; i < 20; i++) {
      scene.fix("C1", t.plusSeconds(10L * i), 500, 5, 0, -1, load(Lift.DOWN, before));
    }
    t = t.plusSeconds(200);
    for (int i = 0; i < 20; i++) {
      scene.fix("C1", t.plusSeconds(10L * i), x, 0, 0, -1, load(Lift.DOWN, before));
    }
    t = t.plusSeconds(200);
    for (int i = 0; i < 7; i++) {
      scene.fix("C1", t.plusSeconds(10L * i), x, 0, 0, -1, load(Lift.UP, i < 3 ? before : after));
    }
    t = t.plusSeconds(70);
    for (int i = 0; i < 70; i++) {
      scene.fix("C1", t.plusSeconds(10L * i), x, 0, 0, -1, load(Lift.DOWN, after));
    }
    return scene;
  }

  private static CleaningScene tips(double x, double before, double after, SensorKind... fitted) {
    return tips(city(fitted), x, before, after);
  }

  @Test
  void unloadingInTheStreetIsWrong() {
    Alert byLift = tips(1000, Double.NaN, Double.NaN, SensorKind.LIFT).alerts("S13").get(0);
    assertEquals(4, byLift.severity());
    assertEquals(Grade.B, byLift.grade());
    assertEquals(at("05:36:40"), byLift.start());
    List<Alert> both = tips(1000, 8, 0.3, SensorKind.LIFT, SensorKind.WEIGHT).alerts("S13");
    assertEquals(List.of(Grade.A), both.stream().map(Alert::grade).toList());
    List<Alert> weighed = tips(1000, 8, 0.3, SensorKind.WEIGHT).alerts("S13");
    assertEquals(List.of(Grade.B), weighed.stream().map(Alert::grade).toList());
  }

  @Test
  void unloadingAtATransferStationIsRight() {
    for (double x : new double[] {2100, 1960, 2240}) {
      assertEquals(List.of(), tips(x, 8, 0.3, SensorKind.LIFT, SensorKind.WEIGHT).alerts("S13"));
    }
    assertEquals(1, tips(1940, 8, 0.3, SensorKind.LIFT, SensorKind.WEIGHT).alerts("S13").size());
  }

  @Test
  void liftingBinsAtAPointOrAnEmptyBodyIsNoUnloading() {
    assertEquals(List.of(), tips(510, Double.NaN, Double.NaN, SensorKind.LIFT).alerts("S13"));
    assertEquals(List.of(), tips(1000, 0.3, 0.3, SensorKind.LIFT, SensorKind.WEIGHT).alerts("S13"));
  }
}
