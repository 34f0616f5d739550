package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.report.Period.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @Test
  void beginsOnMondayMidnightOfTheCity() {
    Period week = Period.parse("2026-W46");
    assertEquals(LocalDate.of(2026, 11, 9), week.first());
    assertEquals(Instant.parse("2026-11-08T16:00:00Z"), week.start());
    assertEquals(Instant.parse("2026-11-15T16:00:00Z"), week.end());
    assertTrue(week.contains(week.start()));
    assertFalse(week.contains(week.end()));
  }

  @Test
  void writesWhatItReads() {
    assertEquals("2026-W53", Period.parse("2026-W53").toString());
    assertEquals("2020-W01", Period.weekOf(LocalDate.of(2019, 12, 31)).toString());
    assertEquals("2025-W52", Period.parse("2026-W01").previous().toString());
  }

  @Test
  void aMonthIsAsLongAsTheCalendarSays() {
    Period month = Period.parse("2028-02");
    assertEquals(LocalDate.of(2028, 2, 29), month.last());
    assertEquals(Instant.parse("2028-01-31T16:00:00Z"), month.start());
    assertEquals(Instant.parse("2028-02-29T16:00:00Z"), month.end());
    assertEquals("2028-01", month.previous().toString());
    assertEquals("2026-12", Period.parse("2027-01").previous().toString());
    assertEquals(month, Period.of(Kind.MONTH, LocalDate.of(2028, 2, 15)));
    assertEquals(29, month.days().size());
  }

  @Test
  void chosenDaysAreComparedWithAsManyBefore() {
    Period days = Period.parse("2026-11-03--2026-11-05");
    assertTrue(days.contains(LocalDate.of(2026, 11, 5)));
    assertFalse(days.contains(LocalDate.of(2026, 11, 6)));
    assertFalse(days.contains(LocalDate.of(2026, 11, 2)));
    assertEquals("2026-10-31--2026-11-02", days.previous().toString());
    assertEquals(1, Period.parse("2026-11-03--2026-11-03").length());
    assertEquals(Period.MOST_DAYS, Period.parse("2026-11-01--2026-12-01").length());
  }

  @Test
  void standInTheOrderOfTheirDays() {
    List<String> sorted =
        Stream.of("2026-07", "2026-W23", "2026-06", "2026-06-01--2026-06-07", "2026-W22")
            .map(Period::parse)
            .sorted()
            .map(Period::toString)
            .toList();
    assertEquals(
        List.of("2026-W22", "2026-W23", "2026-06-01--2026-06-07", "2026-06", "2026-07"), sorted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-W54",
        "2025-W53",
        "2026-W00",
        "2026-46",
        "",
        "2026-W4",
        "今年",
        "2026-13",
        "2026-00",
        "2026-11-03",
        "2026-11-31--2026-12-01",
        "2026-11-05--2026-11-04",
        "2026-11-01--2026-12-02",
        "2026-11-01/2026-11-02"
      })
  void refusesWhatIsNoPeriod(String text) {
    assertThrows(IllegalArgumentException.class, () -> Period.parse(text));
  }
}
