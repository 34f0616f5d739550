package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Lift;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M10, a truck that drives with its body up. */
class LiftWhileDrivingRuleTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
  private final Drive truck = scene.truck("A1", 6000, 0, "22:00:00", LIFT);

  private static void bodyUp(Drive d, double metres, double kmh) {
    d.lift(Lift.UP).to(5000 - metres, 0, kmh).lift(Lift.DOWN).to(3000, 0, 40).stand(60);
  }

  @Test
  void itIsRaisedAtTheSecondFixAndEndsWhenTheBodyIsDown() {
    Instant up = truck.stand(60).to(5000, 0, 40).now();
    bodyUp(truck, 200, 20);
    Alert a = scene.alerts("M10").get(0);
    assertEquals(List.of("M10"), scene.codes());
    assertEquals(up.plusSeconds(10), a.start());
    assertEquals(up.plusSeconds(20), a.decided());
    assertEquals(up.plusSeconds(36), a.end());
    assertEquals(4, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(20, a.measured());
    assertEquals(15, a.allowed());
  }

  @Test
  void atFourteenKilometresAnHourItIsNothingAndAtFifteenItIs() {
    bodyUp(truck.to(5000, 0, 40), 200, 14);
    assertEquals(List.of(), scene.codes());
    Scene faster = Scene.haul();
    bodyUp(faster.truck("A1", 6000, 0, "22:00:00", LIFT).to(5000, 0, 40), 200, 15);
    assertEquals(List.of("M10"), faster.codes());
  }

  @Test
  void oneFixOfTheSwitchIsABounce() {
    truck.to(5000, 0, 40).lift(Lift.UP).to(4900, 0, 40).lift(Lift.DOWN).to(3000, 0, 40);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void fixesBeforeAndBehindAGapAreNotCountedTogether() {
    truck.to(5000, 0, 40).lift(Lift.UP).to(4900, 0, 40).reporting(false).to(3400, 0, 40);
    truck.reporting(true).to(3300, 0, 40).lift(Lift.DOWN).to(1000, 0, 40);
    assertEquals(List.of(), scene.alerts("M10"));
  }

  @Test
  void aLiftThatIsNotFittedIsNeitherUpNorDown() {
    Scene other = Scene.haul();
    bodyUp(other.truck("A1", 6000, 0, "22:00:00", WEIGHT).to(5000, 0, 40), 200, 20);
    assertEquals(List.of(), other.codes());
  }

  @Test
  void aSwitchThatSaysUpAtFullSpeedForAMinuteIsAFaultAndNoOffence() {
    bodyUp(truck.to(5000, 0, 40), 1000, 40);
    assertEquals(List.of("D08", "M10"), scene.codes());
    Alert a = scene.alerts("M10").get(0);
    assertEquals(AlertStatus.RETRACTED, a.status());
    assertEquals("sensor_fault", a.reason());
  }

  @Test
  void halfAMinuteAtFullSpeedIsAnOffence() {
    bodyUp(truck.to(5000, 0, 40), 500, 40);
    assertEquals(List.of("M10"), scene.codes());
    assertEquals(AlertStatus.ENDED, scene.alerts("M10").get(0).status());
  }

  @Test
  void upAgainSoonIsTheSameOffenceAndLaterAnother() {
    truck.to(5000, 0, 40).lift(Lift.UP).to(4800, 0, 20).lift(Lift.DOWN).to(4000, 0, 40);
    truck.lift(Lift.UP).to(3800, 0, 20).lift(Lift.DOWN).stand(400).lift(Lift.UP).to(3600, 0, 20);
    assertEquals(2, scene.alerts("M10").size());
  }
}
