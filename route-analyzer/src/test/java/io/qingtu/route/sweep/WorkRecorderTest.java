package io.qingtu.route.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.Switch;
import org.junit.jupiter.api.Test;

/** One kilometre of a street whose FWD side is to be swept, at no more than 8 km/h. */
class WorkRecorderTest {
  private static final double METRE = 1;

  private final CleaningScene scene =
      new CleaningScene()
          .mainRoad()
          .requires("S1", Side.FWD, Operation.SWEEP, 1, "06:00-10:00")
          .sweeper("A1");

  private VehicleDayWork sweep(double kmh, Switch brush) {
    return scene.drive("A1", "06:30", kmh, 10, brush, 0, -4, 1000, -4).work("A1");
  }

  private static void assertWork(
      double seconds, double metres, double inSpeed, double effective, VehicleDayWork work) {
    assertEquals(seconds, work.operatingSeconds(), 1e-9);
    assertEquals(metres, work.operatingMetres(), METRE);
    assertEquals(inSpeed, work.inSpeedMetres(), METRE);
    assertEquals(effective, work.effectiveMetres(), METRE);
  }

  @Test
  void tenMinutesOfSweepingAreAKilometreOfWork() {
    assertWork(600, 1000, 1000, 1000, sweep(6, Switch.ON));
  }

  @Test
  void fasterThanTheWarningIsWorkThatCountsAndIsTooFast() {
    assertWork(300, 1000, 0, 1000, sweep(12, Switch.ON));
  }

  @Test
  void fasterThanTheValidSpeedIsWorkWithoutEffect() {
    assertWork(180, 1000, 0, 0, sweep(20, Switch.ON));
  }

  @Test
  void withTheBrushOffOrUnknownThereIsNoWork() {
    assertWork(0, 0, 0, 0, sweep(6, Switch.OFF));
    scene.drive("A1", "07:30", 6, 10, Switch.UNKNOWN, 0, -4, 1000, -4);
    assertWork(0, 0, 0, 0, scene.work("A1"));
  }

  @Test
  void theSideThatNobodyAskedForIsWorkedWithoutEffect() {
    VehicleDayWork work = scene.drive("A1", "06:30", 6, 10, Switch.ON, 1000, 4, 0, 4).work("A1");
    assertWork(600, 1000, 1000, 0, work);
  }

  @Test
  void withoutASensorALastingWorkingSpeedOnThePlannedSideIsWork() {
    scene.vehicle("A2", VehicleKind.SWEEPER);
    VehicleDayWork work =
        scene.drive("A2", "06:30", 6, 10, Switch.UNKNOWN, 0, -4, 1000, -4).work("A2");
    assertWork(600, 1000, 1000, 1000, work);
  }
}
