package io.qingtu.route.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackCleanerTest {
  private static final Instant START = Instant.parse("2026-11-03T14:00:00Z");

  private final LocalPlane plane = new LocalPlane(119.15, 36.70);
  private final List<String> log = new ArrayList<>();
  private final TrackCleaner cleaner =
      new TrackCleaner(
          plane,
          (lon, lat) -> lat > 30,
          Parameters.DEFAULTS,
          new TrackCleaner.Sink() {
            @Override
            public void accepted(TrackCleaner.Point point) {
              log.add("" + Math.round(point.x()));
            }

            @Override
            public void dropped(Position position, String reason) {
              log.add(reason);
            }
          });

  private Position fix(int second, double x, double kmh) {
    return fix(second, plane.longitude(x, 0), plane.latitude(x, 0), kmh, true, 1);
  }

  private static Position fix(
      int second, double lon, double lat, double kmh, boolean valid, int delay) {
    Instant t = START.plusSeconds(second);
    return new Position(
        "A1",
        t,
        t.plusSeconds(delay),
        lon,
        lat,
        valid,
        kmh,
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

  private void feed(double... secondsAndMetres) {
    for (int i = 0; i < secondsAndMetres.length; i += 2) {
      cleaner.accept(fix((int) secondsAndMetres[i], secondsAndMetres[i + 1], 30));
    }
    cleaner.finish();
  }

  @Test
  void aJumpIsDroppedWhenTheNextFixIsBack() {
    feed(0, 0, 10, 100, 20, 900, 30, 300);
    assertEquals(List.of("0", "100", "C05", "300"), log);
  }

  @Test
  void aJumpThatTwoMoreFixesConfirmIsTrue() {
    feed(0, 0, 10, 900, 20, 1000, 30, 1100);
    assertEquals(List.of("0", "900", "1000", "1100"), log);
  }

  @Test
  void aJumpThatOneMoreFixConfirmsIsNotYet() {
    feed(0, 0, 10, 900, 20, 1000);
    assertEquals(List.of("0", "C05", "C05"), log);
  }

  @Test
  void aHundredAndTwentyAreDrivenAndMoreAreNot() {
    feed(0, 0, 30, 1000, 60, 2001, 90, 2500);
    assertEquals(List.of("0", "1000", "C05", "2500"), log);
  }

  @Test
  void aSpikeOutAndBackIsDropped() {
    cleaner.accept(fix(0, 0, 0));
    cleaner.accept(fix(10, 70, 0));
    cleaner.accept(fix(20, 5, 0));
    cleaner.finish();
    assertEquals(List.of("0", "C06", "5"), log);
  }

  @Test
  void aSpikeThatClaimsTheSpeedOfItsJumpIsASpikeAllTheSame() {
    cleaner.accept(fix(0, 0, 0));
    cleaner.accept(fix(10, 100, 36));
    cleaner.accept(fix(20, 5, 34));
    cleaner.accept(fix(30, 5, 0));
    cleaner.finish();
    assertEquals(List.of("0", "C06", "5", "5"), log);
  }

  @Test
  void aDriveAwayFromAStandIsNoSpike() {
    cleaner.accept(fix(0, 0, 0));
    cleaner.accept(fix(10, 100, 50));
    cleaner.accept(fix(20, 240, 50));
    cleaner.finish();
    assertEquals(List.of("0", "100", "240"), log);
  }

  @Test
  void aShorterSpikeAndOneThatDoesNotComeBackStay() {
    cleaner.accept(fix(0, 0, 0));
    cleaner.accept(fix(10, 59, 0));
    cleaner.accept(fix(20, 0, 0));
    cleaner.accept(fix(30, 70, 0));
    cleaner.accept(fix(40, 31, 0));
    cleaner.finish();
    assertEquals(List.of("0", "59", "0", "70", "31"), log);
  }

  @Test
  void aSpikeOfAMovingVehicleIsDroppedWhereItHasDrivenOnMeanwhile() {
    // at 12 km/h it drives 33 m in ten seconds; 300 m in them are slower than vmax_truck
    cleaner.accept(fix(0, 0, 12));
    cleaner.accept(fix(10, -300, 12));
    cleaner.accept(fix(20, 67, 12));
    cleaner.accept(fix(30, 100, 12));
    assertEquals(List.of("0", "C06", "67", "100"), log);
  }

  @Test
  void aWayThatTheSpeedBackExplainsIsNoSpikesOfAMovingVehicle() {
    // it was slow at both ends of the first step, and drove: the second step is its speed's
    cleaner.accept(fix(0, 0, 0));
    cleaner.accept(fix(30, 100, 2));
    cleaner.accept(fix(40, 40, 12));
    cleaner.finish();
    assertEquals(List.of("0", "100", "40"), log);
  }

  @Test
  void everyOtherFailureHasItsReason() {
    double lon = plane.longitude(0, 0);
    double lat = plane.latitude(0, 0);
    cleaner.accept(fix(0, lon, lat, 0, false, 1));
    cleaner.accept(fix(1, 0, 0, 0, true, 1));
    cleaner.accept(fix(2, lon, 20, 0, true, 1));
    cleaner.accept(fix(3, lon, lat, 0, true, -121));
    cleaner.accept(fix(4, lon, lat, 0, true, -120));
    cleaner.accept(fix(4, lon, lat, 0, true, 5));
    assertEquals(List.of("C01", "C02", "C02", "C03", "0", "C04"), log);
  }

  @Test
  void anOlderFixIsTheCallersMistake() {
    cleaner.accept(fix(10, 0, 0));
    Position older = fix(9, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> cleaner.accept(older));
  }
}
