package io.qingtu.route.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /** 16 November 2026 is a Monday; 08:30–12:00 and 13:30–17:30 are worked. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-16T09:00, 2, 2026-11-16T11:00",
    "2026-11-16T10:00, 2, 2026-11-16T12:00",
    "2026-11-16T11:00, 2, 2026-11-16T14:30",
    "2026-11-16T12:30, 1, 2026-11-16T14:30",
    "2026-11-16T16:30, 2, 2026-11-17T09:30",
    "2026-11-16T17:30, 1, 2026-11-17T09:30",
    "2026-11-16T03:00, 4, 2026-11-16T14:00",
    "2026-11-20T17:00, 1, 2026-11-23T09:00",
    "2026-11-21T10:00, 1, 2026-11-23T09:30",
    "2026-11-16T08:30, 7.5, 2026-11-16T17:30"
  })
  void countsHoursWithinWorkingTimeOnly(String from, double hours, String end) {
    assertEquals(
        at(end), WorkCalendar.USUAL.end(at(from), new Limit(hours, Limit.Unit.WORKING_HOUR)));
  }

  @Test
  void countsAWorkingDayAsItsHours() {
    Limit days = new Limit(3, Limit.Unit.WORKING_DAY);
    assertEquals(at("2026-11-19T10:00"), WorkCalendar.USUAL.end(at("2026-11-16T10:00"), days));
    assertEquals(at("2026-11-24T10:00"), WorkCalendar.USUAL.end(at("2026-11-19T10:00"), days));
  }

  @Test
  void tellsFromWhenALimitIsNotOver() {
    Limit days = new Limit(5, Limit.Unit.WORKING_DAY);
    // from Friday morning over two weekends, and from a moment that is not worked
    for (String now : List.of("2026-11-20T10:00", "2026-11-21T10:00", "2026-11-18T12:00")) {
      Instant first = WorkCalendar.USUAL.earliest(days, at(now));
      assertFalse(WorkCalendar.USUAL.end(first, days).isBefore(at(now)));
      assertTrue(WorkCalendar.USUAL.end(first.minusMillis(1), days).isBefore(at(now)));
    }
    assertEquals(at("2026-11-13T10:00"), WorkCalendar.USUAL.earliest(days, at("2026-11-20T10:00")));
  }

  @Test
  void countsEmergencyHoursDayAndNight() {
    Limit hours = new Limit(1.5, Limit.Unit.CLOCK_HOUR);
    assertEquals(at("2026-11-22T01:30"), WorkCalendar.USUAL.end(at("2026-11-22T00:00"), hours));
  }

  @Test
  void leavesOutHolidaysAndWorksOnTheDaysThatAreMoved() {
    WorkCalendar calendar =
        new WorkCalendar(
            WorkCalendar.USUAL.spans(),
            Map.of(
                LocalDate.of(2026, 11, 17),
                List.of(),
                LocalDate.of(2026, 11, 21),
                WorkCalendar.USUAL.spans()));
    Limit hour = new Limit(1, Limit.Unit.WORKING_HOUR);
    assertEquals(at("2026-11-18T09:00"), calendar.end(at("2026-11-16T17:00"), hour));
    assertEquals(at("2026-11-21T09:00"), calendar.end(at("2026-11-20T17:00"), hour));
  }

  @Test
  void worksOtherHoursOnADayThatHasItsOwn() {
    WorkCalendar calendar =
        new WorkCalendar(
            WorkCalendar.USUAL.spans(),
            Map.of(LocalDate.of(2026, 11, 17), WorkCalendar.Span.all("09:00-10:00")));
    Limit two = new Limit(2, Limit.Unit.WORKING_HOUR);
    assertEquals(at("2026-11-17T10:00"), calendar.end(at("2026-11-16T16:30"), two));
    Limit more = new Limit(2.5, Limit.Unit.WORKING_HOUR);
    assertEquals(at("2026-11-18T09:00"), calendar.end(at("2026-11-16T16:30"), more));
  }

  @Test
  void readsHoursInOrder() {
    assertEquals(WorkCalendar.USUAL.spans(), WorkCalendar.Span.all("08:30-12:00;13:30-17:30"));
    assertEquals(List.of(), WorkCalendar.Span.all(""));
    for (String wrong : List.of("08:30", "8-12", "12:00-08:30", "08:00-12:00;11:59-14:00", ";")) {
      assertThrows(IllegalArgumentException.class, () -> WorkCalendar.Span.all(wrong), wrong);
    }
  }

  @Test
  void refusesADayWithoutHours() {
    assertThrows(IllegalArgumentException.class, () -> new WorkCalendar(List.of(), Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WorkCalendar.Span(LocalTime.NOON, LocalTime.NOON));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CITY).toInstant();
  }
}
