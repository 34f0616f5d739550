package io.qingtu.route.rule;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static io.qingtu.route.track.Switch.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.track.Switch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: S04, sweeping faster than 8 km/h for 30 s and 100 m. */
class TooFastRuleTest {
  private static CleaningScene city() {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
  }

  private static List<Alert> alerts(CleaningScene scene) {
    return Watched.alerts(scene, "A1", TooFastRule::new);
  }

  private static List<Alert> sweep(double kmh, double metres, int interval, Switch brush) {
    return alerts(city().drive("A1", "07:00", kmh, interval, brush, 0, 0, metres, 0));
  }

  @Test
  void twelveForAMinuteIsTooFast() {
    Alert a = sweep(12, 200, 10, ON).get(0);
    assertEquals("S04", a.rule());
    assertEquals(2, a.severity());
    assertEquals(at("07:00"), a.start());
    assertEquals(at("07:00:30"), a.decided());
    assertEquals(at("07:01"), a.end());
    assertEquals(AlertStatus.ENDED, a.status());
    assertEquals(12, a.measured());
    assertEquals(8, a.allowed());
    assertEquals(List.of("S1"), a.segmentIds());
  }

  @Test
  void nineForTwentySecondsIsNone() {
    assertEquals(List.of(), sweep(9, 50, 10, ON));
  }

  @Test
  void bothTimeAndWayMustBeReached() {
    // 9 km/h: 40 s are 100 m
    assertEquals(List.of(), sweep(9, 99, 1, ON));
    assertEquals(1, sweep(9, 101, 1, ON).size());
    // 24 km/h: 30 s are 200 m
    assertEquals(List.of(), sweep(24, 193, 1, ON));
    assertEquals(1, sweep(24, 201, 1, ON).size());
  }

  @Test
  void eightIsAllowed() {
    assertEquals(List.of(), sweep(8, 1000, 10, ON));
  }

  @Test
  void fasterThanAnyWorkOrWithoutTheBrushItIsNoWork() {
    assertEquals(List.of(), sweep(25.1, 1000, 10, ON));
    assertEquals(List.of(), sweep(12, 1000, 10, OFF));
    assertEquals(List.of(), sweep(12, 1000, 10, UNKNOWN));
  }

  @Test
  void burstsOfFifteenSecondsDoNotAddUp() {
    CleaningScene scene = city();
    for (int i = 0; i < 10; i++) {
      String minute = "07:0" + i;
      scene.drive("A1", minute, 14, 5, ON, i * 100, 0, i * 100 + 58, 0);
      scene.drive("A1", minute + ":20", 6, 5, ON, i * 100 + 62, 0, i * 100 + 96, 0);
    }
    assertEquals(List.of(), alerts(scene));
  }

  @Test
  void aGapInTheMiddleJoinsNothing() {
    CleaningScene scene =
        city()
            .drive("A1", "07:00", 12, 10, ON, 0, 0, 66, 0)
            .drive("A1", "07:03", 12, 10, ON, 600, 0, 666, 0);
    assertEquals(List.of(), alerts(scene));
  }

  @Test
  void aRestartWithinFiveMinutesContinuesTheAlert() {
    CleaningScene scene =
        city()
            .drive("A1", "07:00", 12, 10, ON, 0, 0, 200, 0)
            .drive("A1", "07:01:10", 6, 10, ON, 216, 0, 300, 0)
            .drive("A1", "07:02:10", 12, 10, ON, 320, 0, 520, 0);
    List<Alert> a = alerts(scene);
    assertEquals(1, a.size());
    assertEquals(at("07:03:10"), a.get(0).end());
  }

  @Test
  void outsideTheShiftNobodyWorks() {
    // windows from 06:00 to 10:00: the shift is open from 05:00 to 11:00
    assertEquals(List.of(), alerts(city().drive("A1", "04:50", 12, 10, ON, 0, 0, 1000, 0)));
    assertEquals(1, alerts(city().drive("A1", "05:00", 12, 10, ON, 0, 0, 1000, 0)).size());
    assertEquals(1, alerts(city().drive("A1", "10:54", 12, 10, ON, 0, 0, 1000, 0)).size());
    assertEquals(List.of(), alerts(city().drive("A1", "11:00", 12, 10, ON, 0, 0, 1000, 0)));
  }

  @Test
  void sprinklingMayBeFaster() {
    CleaningScene scene =
        new CleaningScene().mainRoad().vehicle("A1", VehicleKind.SPRINKLER, SensorKind.PUMP);
    assertEquals(List.of(), alerts(scene.drive("A1", "07:00", 15, 10, ON, 0, 0, 1000, 0)));
    CleaningScene fast =
        new CleaningScene().mainRoad().vehicle("A1", VehicleKind.SPRINKLER, SensorKind.PUMP);
    assertEquals(1, alerts(fast.drive("A1", "07:00", 16, 10, ON, 0, 0, 1000, 0)).size());
  }

  @Test
  void withoutAFittedSensorNothingIsSaid() {
    CleaningScene scene = new CleaningScene().mainRoad().vehicle("A1", VehicleKind.SWEEPER);
    assertEquals(List.of(), alerts(scene.drive("A1", "07:00", 12, 10, ON, 0, 0, 1000, 0)));
  }
}
