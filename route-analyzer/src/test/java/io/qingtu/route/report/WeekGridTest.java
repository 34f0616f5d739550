package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WeekGridTest {
  private static WeekGrid of(String... times) {
    return WeekGrid.of(List.of(times).stream().map(Instant::parse).toList(), Function.identity());
  }

  @Test
  void countsByTheCitysDayAndHour() {
    // Monday 00:00 and Sunday 23:59:59 in Shanghai
    WeekGrid grid = of("2026-11-08T16:00:00Z", "2026-11-15T15:59:59Z", "2026-11-15T15:00:00Z");
    assertEquals(1, grid.days().get(0).get(0));
    assertEquals(2, grid.days().get(6).get(23));
    assertEquals(2, grid.most());
  }

  @Test
  void ofNothingIsSevenDaysOfZeros() {
    WeekGrid grid = of();
    assertEquals(7, grid.days().size());
    assertEquals(24, grid.days().get(3).size());
    assertEquals(0, grid.most());
  }
}
