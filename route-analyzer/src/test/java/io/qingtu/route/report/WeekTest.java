package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {
  @Test
  void beginsOnMondayMidnightOfTheCity() {
    Week week = Week.parse("2026-W46");
    assertEquals(LocalDate.of(2026, 11, 9), week.monday());
    assertEquals(Instant.parse("2026-11-08T16:00:00Z"), week.start());
    assertEquals(Instant.parse("2026-11-15T16:00:00Z"), week.end());
    assertTrue(week.contains(week.start()));
    assertFalse(week.contains(week.end()));
  }

  @Test
  void writesWhatItReads() {
    assertEquals("2026-W53", Week.parse("2026-W53").toString());
    assertEquals("2020-W01", Week.of(LocalDate.of(2019, 12, 31)).toString());
    assertEquals("2025-W52", Week.parse("2026-W01").previous().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-W54", "2025-W53", "2026-W00", "2026-46", "", "2026-W4", "今年"})
  void refusesWhatIsNoWeek(String text) {
    assertThrows(IllegalArgumentException.class, () -> Week.parse(text));
  }
}
