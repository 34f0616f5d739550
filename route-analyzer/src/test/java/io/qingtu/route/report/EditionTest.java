package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EditionTest {
  /** A month is over on any day of the week. */
  @Test
  void ofAMonthAreMadeOnItsFirstAndSecondDayAfter() {
    Period month = Period.parse("2026-11");
    assertEquals(Instant.parse("2026-11-30T22:00:00Z"), Edition.EXPRESS.due(month));
    assertEquals(Instant.parse("2026-12-02T10:00:00Z"), Edition.FORMAL.due(month));
  }

  @Test
  void areMadeOnTheMondayAndTheTuesdayAfter() {
    Period week = Period.parse("2026-W46");
    assertEquals(Instant.parse("2026-11-15T22:00:00Z"), Edition.EXPRESS.due(week));
    assertEquals(Instant.parse("2026-11-17T10:00:00Z"), Edition.FORMAL.due(week));
  }
}
