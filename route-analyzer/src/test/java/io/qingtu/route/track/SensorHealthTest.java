package io.qingtu.route.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: D08, work sensors of a sprinkler that are stuck. */
class SensorHealthTest {
  private static final Vehicle SPRINKLER =
      new Vehicle("A1", VehicleKind.SPRINKLER, "East", 8, Set.of(SensorKind.PUMP));

  private final SensorHealth health = new SensorHealth(SPRINKLER, Parameters.DEFAULTS);
  private Instant now = Instant.parse("2026-11-16T00:00:00Z");

  /** A fix a minute; returns what is believed of the pump at the last one. */
  private Switch minutes(int count, boolean acc, Switch pump) {
    Switch believed = Switch.UNKNOWN;
    for (int i = 0; i < count; i++) {
      now = now.plusSeconds(60);
      believed = health.judge(fix(acc, pump, false), sensors(pump)).pump();
    }
    return believed;
  }

  private CleanFix fix(boolean acc, Switch pump, boolean afterGap) {
    Position p =
        new Position(
            "A1",
            now,
            now,
            119.1,
            36.7,
            true,
            0,
            Double.NaN,
            0,
            0,
            acc,
            12,
            Double.NaN,
            0,
            3,
            sensors(pump),
            false);
    return new CleanFix(new TrackCleaner.Point(p, 0, 0), 0, 0, 0, -1, false, afterGap);
  }

  private static Sensors sensors(Switch pump) {
    return new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, Switch.UNKNOWN, pump);
  }

  @Test
  void aPumpThatIsOnForHalfAnHourWithTheIgnitionOffIsStuck() {
    Instant begun = now.plusSeconds(60);
    assertEquals(Switch.ON, minutes(30, false, Switch.ON));
    assertNull(health.findFault(SensorKind.PUMP));
    assertEquals(Switch.UNKNOWN, minutes(1, false, Switch.ON));
    assertEquals(
        new SensorHealth.Fault(Misbehaviour.PUMP_STUCK_ON, begun),
        health.findFault(SensorKind.PUMP));
  }

  @Test
  void withTheIgnitionOnItWorks() {
    assertEquals(Switch.ON, minutes(120, true, Switch.ON));
    minutes(20, false, Switch.ON);
    minutes(1, false, Switch.OFF);
    assertEquals(Switch.ON, minutes(20, false, Switch.ON));
  }

  @Test
  void whatWasInAGapIsNotKnown() {
    minutes(20, false, Switch.ON);
    now = now.plusSeconds(900);
    health.judge(fix(false, Switch.ON, true), sensors(Switch.ON));
    assertEquals(Switch.ON, minutes(20, false, Switch.ON));
  }

  @Test
  void itIsBelievedAgainAfterOneCycleAtWork() {
    minutes(40, false, Switch.ON);
    assertEquals(Switch.UNKNOWN, minutes(5, true, Switch.OFF));
    assertEquals(Switch.UNKNOWN, minutes(1, true, Switch.ON));
    assertEquals(Switch.ON, minutes(1, true, Switch.ON));
  }

  @Test
  void aPumpThatWasOffThroughWholeShiftsIsStuckUntilItHasWorked() {
    minutes(5, true, Switch.OFF);
    health.idleThroughShifts(SensorKind.PUMP, now);
    assertEquals(Switch.UNKNOWN, minutes(1, true, Switch.OFF));
    assertEquals(Switch.UNKNOWN, minutes(5, true, Switch.ON));
    assertEquals(Switch.OFF, minutes(2, true, Switch.OFF));
  }
}
