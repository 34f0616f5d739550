package io.qingtu.web.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
  private static final Instant T0 = Instant.parse("2026-11-16T00:00:00Z");

  private final AttemptLimit limit = new AttemptLimit(3, Duration.ofMinutes(15));

  @Test
  void blocksFromTheThirdFailureUntilThePeriodIsOver() {
    limit.failed("a", T0);
    limit.failed("a", T0.plusSeconds(60));
    assertFalse(limit.isBlocked("a", T0.plusSeconds(61)));
    limit.failed("a", T0.plusSeconds(62));
    assertTrue(limit.isBlocked("a", T0.plusSeconds(62)));
    assertTrue(limit.isBlocked("a", T0.plusSeconds(899)));
    assertFalse(limit.isBlocked("a", T0.plusSeconds(900)));
  }

  @Test
  void countsEachKeyForItself() {
    for (int i = 0; i < 3; i++) {
      limit.failed("a", T0);
    }
    assertFalse(limit.isBlocked("b", T0));
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    limit.failed("a", T0);
    limit.failed("a", T0);
    limit.succeeded("a");
    limit.failed("a", T0);
    assertFalse(limit.isBlocked("a", T0));
  }

  @Test
  void startsANewPeriodWithTheFirstFailureAfterTheOld() {
    limit.failed("a", T0);
    limit.failed("a", T0);
    limit.failed("a", T0.plusSeconds(900));
    assertFalse(limit.isBlocked("a", T0.plusSeconds(900)));
  }
}
