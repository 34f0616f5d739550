package io.qingtu.route.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.geo.CityBox;
import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class DroppedFixesTest {
  private static final Instant START = Instant.parse("2026-11-03T14:00:00Z");

  /** One degree of latitude high and, at 60° north, one degree of longitude wide. */
  private static final CityBox CITY = new CityBox(new Envelope(10, 11, 59.5, 60.5), 11.1);

  @Test
  void eachWithTheTestThatItFailedAndTheOthersWithNone() {
    List<Position> track =
        List.of(
            fix(0, 10.5, 60, true),
            fix(10, 10.501, 60, false),
            fix(20, 10.502, 60, true),
            fix(20, 10.502, 60, true),
            fix(30, 10.9, 60, true),
            fix(40, 10.503, 60, true),
            fix(50, 12, 60, true),
            fix(60, 10.504, 60, true));
    DroppedFixes dropped = new DroppedFixes(track, CITY, Parameters.DEFAULTS);
    assertEquals(
        List.of("", "C01", "", "C04", "C05", "", "C02", ""),
        track.stream().map(dropped::reason).toList());
  }

  @Test
  void whatIsStillHeldAtTheEndOfTheTrackIsToldToo() {
    List<Position> track = List.of(fix(0, 10.5, 60, true), fix(10, 10.9, 60, true));
    DroppedFixes dropped = new DroppedFixes(track, CITY, Parameters.DEFAULTS);
    assertEquals(List.of("", "C05"), track.stream().map(dropped::reason).toList());
  }

  @Test
  void theMarginOfTheCityIsInKilometresOnEachSide() {
    assertTrue(CITY.covers(10.5, 60.599));
    assertFalse(CITY.covers(10.5, 60.601));
    assertTrue(CITY.covers(9.801, 60));
    assertFalse(CITY.covers(9.799, 60));
  }

  @Test
  void whereNothingIsOnFileAllTheWorldIsTheCity() {
    CityBox unknown = new CityBox(new Envelope(), 11.1);
    assertTrue(unknown.isUnknown());
    assertTrue(unknown.covers(-170, -80));
  }

  private static Position fix(int second, double lon, double lat, boolean valid) {
    Instant t = START.plusSeconds(second);
    return new Position(
        "A1",
        t,
        t.plusSeconds(1),
        lon,
        lat,
        valid,
        30,
        Double.NaN,
        90,
        20,
        true,
        12,
        Double.NaN,
        0,
        0,
        Sensors.UNKNOWN,
        false);
  }
}
