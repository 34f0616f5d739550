package io.qingtu.web.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
  private static final Instant START = Instant.parse("2026-11-09T13:00:00Z");

  @Test
  void standsStillUntilItRuns() {
    SimulatedClock clock = new SimulatedClock(START, 1000);
    assertEquals(START, clock.instant());
    clock.set(START.plusSeconds(60));
    assertEquals(START.plusSeconds(60), clock.instant());
  }

  @Test
  void runsFasterThanTimeAndStandsStillOnceStopped() {
    SimulatedClock clock = new SimulatedClock(START, 1000);
    long before = System.nanoTime();
    clock.run();
    while (System.nanoTime() - before < 5_000_000) {
      Thread.onSpinWait();
    }
    clock.stop();
    long after = System.nanoTime();
    Instant stopped = clock.instant();
    Duration simulated = Duration.between(START, stopped);
    assertTrue(simulated.toNanos() <= (after - before) * 1000, simulated.toString());
    assertTrue(simulated.toMillis() > 0, simulated.toString());
    assertEquals(stopped, clock.instant());
  }

  @Test
  void goesOnFromWhereItStopped() {
    SimulatedClock clock = new SimulatedClock(START, 1000);
    clock.run();
    clock.stop();
    Instant stopped = clock.instant();
    clock.run();
    assertTrue(!clock.instant().isBefore(stopped));
  }
}
