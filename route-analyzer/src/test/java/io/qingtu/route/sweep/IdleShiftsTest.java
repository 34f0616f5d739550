package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a brush that is off through shifts in which the sweeper drives as at work.
 */
class IdleShiftsTest {
  private final CleaningScene scene =
      new CleaningScene().mainRoad().requires("S1", null, SWEEP, 2, "06:00-09:00").sweeper("A1");

  /** Up and down the street for about 42 minutes, then parked until the shift is over. */
  private void shift(int day, double kmh, Switch brush) {
    int hour = 24 * day + 6;
    for (int i = 0; i < 6; i++) {
      boolean east = i % 2 == 0;
      scene.drive(
          "A1",
          hour + ":" + (5 + 8 * i),
          kmh,
          10,
          brush,
          east ? 0 : 1000,
          east ? -4 : 4,
          east ? 1000 : 0,
          east ? -4 : 4);
    }
    for (int minute = 54; minute <= 260; minute++) {
      String time = (hour + minute / 60) + ":" + minute % 60;
      scene.fix("A1", at(time), 0, 4, 0, -1, brush);
    }
  }

  private Instant found() {
    RuleSet rules = scene.rules();
    IdleShifts watch =
        new IdleShifts(
            rules.plan().vehicles().get(0),
            rules.roads(),
            rules.cleaning(),
            rules.sanitation().duties(),
            Parameters.DEFAULTS);
    Instant found = null;
    for (CleanFix fix : scene.fixes("A1")) {
      Instant now = watch.accept(fix, fix.sensors());
      found = now == null ? found : now;
    }
    return found;
  }

  @Test
  void twoShiftsOffAtWorkingSpeedAreAFaultAndOneIsNot() {
    shift(0, 8, Switch.OFF);
    assertNull(found());
    shift(1, 8, Switch.OFF);
    assertEquals(at("06:05:10"), found());
  }

  @Test
  void aBrushThatWasOnOrSaysNothingIsNone() {
    shift(0, 8, Switch.OFF);
    shift(1, 8, Switch.ON);
    shift(2, 8, Switch.UNKNOWN);
    shift(3, 8, Switch.OFF);
    assertNull(found());
  }

  @Test
  void whoDrivesFasterThanAtWorkHasIdledWithASoundSensor() {
    shift(0, 20, Switch.OFF);
    shift(1, 20, Switch.OFF);
    assertNull(found());
  }
}
