package io.qingtu.route.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitTest {
  private static final Instant START = Instant.parse("2026-11-17T15:00:00Z");
  private static final int PAUSE = (int) Visit.PAUSE.toSeconds();

  private static List<Visit> visits(int... seconds) {
    return Visit.of(IntStream.of(seconds).mapToObj(VisitTest::fix).toList());
  }

  private static Position fix(int seconds) {
    Instant t = START.plusSeconds(seconds);
    return new Position(
        "鲁G10001", t, t, 119.1, 36.7, true, 0, 0, 0, 0, true, 9, 0, 0, 3, Sensors.UNKNOWN, false);
  }

  private static Visit visit(int from, int to, int fixes) {
    return new Visit(START.plusSeconds(from), START.plusSeconds(to), fixes);
  }

  @Test
  void nobodyWasThereWithoutFixes() {
    assertEquals(List.of(), visits());
  }

  @Test
  void oneFixIsAVisitOfNoLength() {
    assertEquals(List.of(visit(7, 7, 1)), visits(7));
    assertEquals(Duration.ZERO, visits(7).get(0).dwell());
  }

  @Test
  void fixesThatAreNoFartherApartThanThePauseAreOneVisit() {
    assertEquals(List.of(visit(0, PAUSE + 10, 3)), visits(0, 10, PAUSE + 10));
    assertEquals(Duration.ofSeconds(PAUSE + 10), visits(0, 10, PAUSE + 10).get(0).dwell());
  }

  @Test
  void fixesThatAreFartherApartAreTwo() {
    assertEquals(
        List.of(visit(0, 10, 2), visit(PAUSE + 11, PAUSE + 20, 2)),
        visits(0, 10, PAUSE + 11, PAUSE + 20));
  }
}
