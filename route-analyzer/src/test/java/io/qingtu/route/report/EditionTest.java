package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EditionTest {
  @Test
  void areMadeOnTheMondayAndTheTuesdayAfter() {
    Week week = Week.parse("2026-W46");
    assertEquals(Instant.parse("2026-11-15T22:00:00Z"), Edition.EXPRESS.due(week));
    assertEquals(Instant.parse("2026-11-17T10:00:00Z"), Edition.FORMAL.due(week));
  }
}
