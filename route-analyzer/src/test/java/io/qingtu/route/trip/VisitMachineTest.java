package io.qingtu.route.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.TrackCleaner;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VisitMachineTest {
  private static final Instant START = Instant.parse("2026-11-03T14:00:00Z");

  /** A square of 200 m around the origin with a smaller site of 60 m in it. */
  private final RuleSet rules =
      new Scene()
          .place("S1", PlaceKind.SITE, 0, 0, 100)
          .place("S2", PlaceKind.SITE, 0, 0, 30)
          .rules();

  private final VisitMachine visits =
      new VisitMachine(k -> k == PlaceKind.SITE, Parameters.DEFAULTS);

  private void at(int second, double x, double kmh) {
    Instant t = START.plusSeconds(second);
    Position p =
        new Position(
            "A1",
            t,
            t,
            0,
            0,
            true,
            kmh,
            Double.NaN,
            90,
            0,
            true,
            9,
            Double.NaN,
            0,
            0,
            Sensors.UNKNOWN,
            false);
    visits.accept(
        new CleanFix(new TrackCleaner.Point(p, x, 0), x, 0, kmh, 90, true, false),
        rules.places().at(x, 0));
  }

  @Test
  void twoFixesTwentySecondsApartAreAnEntryFromTheFirst() {
    at(0, -120, 20);
    at(10, -90, 20);
    at(20, -70, 20);
    assertNull(visits.current());
    at(30, -50, 20);
    assertEquals(START.plusSeconds(10), visits.entered().enter());
  }

  @Test
  void oneSlowFixIsAnEntryAndAFastOneIsNot() {
    at(0, -90, 5);
    assertNull(visits.current());
    at(5, -90, 4.9);
    assertNotNull(visits.entered());
  }

  @Test
  void aMinuteBeyondThirtyMetresIsAnExitAtItsFirstFix() {
    at(0, 90, 0);
    at(10, 125, 10);
    at(80, 129, 10);
    assertNotNull(visits.current());
    at(90, 131, 10);
    at(149, 200, 10);
    assertNotNull(visits.current());
    at(150, 210, 10);
    assertEquals(START.plusSeconds(90), visits.exited().exit());
    assertNull(visits.current());
  }

  @Test
  void comingBackRestartsTheExit() {
    at(0, 90, 0);
    at(10, 140, 10);
    at(60, 120, 10);
    at(80, 140, 10);
    at(139, 140, 10);
    assertNotNull(visits.current());
  }

  @Test
  void ofNestedPlacesTheSmallestWins() {
    at(0, -90, 0);
    assertEquals("S1", visits.current().place().id());
    at(60, 0, 0);
    assertEquals("S2", visits.current().place().id());
    assertEquals("S1", visits.exited().place().id());
  }
}
