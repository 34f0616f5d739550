package io.qingtu.server.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.server.HandClock;
import io.qingtu.server.config.CityHour;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DailyTimerTest {
  private static final Instant DUE = Instant.parse("2026-11-16T18:00:00Z");
  private final HandClock clock = new HandClock(DUE.minusSeconds(1));
  private final DailyTimer timer = new DailyTimer("test", new CityHour(LocalTime.of(2, 0)), clock);
  private int runs;

  @AfterEach
  void close() {
    timer.close();
  }

  private int at(Instant now) {
    clock.now = now;
    timer.tick();
    return runs;
  }

  @Test
  void runsOnceADayFromItsHourOn() {
    timer.start(() -> runs++);
    assertEquals(0, at(DUE.minusMillis(1)));
    assertEquals(1, at(DUE));
    assertEquals(1, at(DUE.plusSeconds(30)));
    assertEquals(1, at(DUE.plus(Duration.ofDays(1)).minusMillis(1)));
    assertEquals(2, at(DUE.plus(Duration.ofDays(1))));
  }

  @Test
  void runsOnceAfterDaysOnWhichNothingLookedAtTheClock() {
    timer.start(() -> runs++);
    assertEquals(1, at(DUE.plus(Duration.ofDays(3))));
    assertEquals(1, at(DUE.plus(Duration.ofDays(3)).plusSeconds(60)));
  }

  @Test
  void runsAgainOnTheDayAfterAFailure() {
    timer.start(
        () -> {
          runs++;
          throw new IllegalStateException("made to fail");
        });
    assertEquals(1, at(DUE));
    assertEquals(2, at(DUE.plus(Duration.ofDays(1))));
  }

  @Test
  void doesNothingBeforeItsStart() {
    assertEquals(0, at(DUE.plus(Duration.ofDays(9))));
  }
}
