package io.qingtu.route.casework;

import io.qingtu.route.plan.DailyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * The bureau's working time. On a day off nothing counts; a moment outside of working time counts
 * as the next one within it.
 *
 * @param spans of a working day, in the order of time and apart from each other
 * @param holidays days off beside Saturdays and Sundays
 * @param extraDays Saturdays and Sundays that are worked instead
 */
public record WorkCalendar(List<Span> spans, Set<LocalDate> holidays, Set<LocalDate> extraDays) {
  /** From an hour to a later one of the same day. */
  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("working time from " + from + " to " + to);
      }
    }

    private Duration length() {
      return Duration.between(from, to);
    }
  }

  /** 08:30–12:00 and 13:30–17:30 from Monday to Friday. */
  public static final WorkCalendar USUAL =
      new WorkCalendar(
          List.of(
              new Span(LocalTime.of(8, 30), LocalTime.of(12, 0)),
              new Span(LocalTime.of(13, 30), LocalTime.of(17, 30))),
          Set.of(),
          Set.of());

  public WorkCalendar {
    spans = List.copyOf(spans);
    holidays = Set.copyOf(holidays);
    extraDays = Set.copyOf(extraDays);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a working day has no hours");
    }
  }

  /** Whether the bureau works on a day of the city's calendar. */
  public boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return extraDays.contains(day) || !weekend && !holidays.contains(day);
  }

  /** When a limit ends that begins at a moment. */
  public Instant end(Instant begin, Limit limit) {
    return end(begin, limit, 1);
  }

  /**
   * When a share of a limit has passed.
   *
   * @param share 0.8 for four fifths
   */
  public Instant end(Instant begin, Limit limit, double share) {
    double amount = limit.amount() * share;
    return switch (limit.unit()) {
      case CLOCK_HOUR -> begin.plus(hours(amount));
      case WORKING_HOUR -> within(begin, hours(amount));
      case WORKING_DAY -> within(begin, hours(amount * dayHours()));
    };
  }

  private double dayHours() {
    return spans.stream().mapToLong(s -> s.length().toSeconds()).sum() / 3600.0;
  }

  private static Duration hours(double hours) {
    return Duration.ofMillis(Math.round(hours * 3_600_000));
  }

  private Instant within(Instant begin, Duration work) {
    Duration left = work;
    LocalDate day = LocalDate.ofInstant(begin, DailyHours.CITY_ZONE);
    while (true) {
      if (isWorkingDay(day)) {
        for (Span span : spans) {
          Instant from =
              later(begin, day.atTime(span.from()).atZone(DailyHours.CITY_ZONE).toInstant());
          Instant to = day.atTime(span.to()).atZone(DailyHours.CITY_ZONE).toInstant();
          Duration here = Duration.between(from, to);
          if (left.compareTo(here) <= 0) {
            return from.plus(left);
          }
          left = here.isNegative() ? left : left.minus(here);
        }
      }
      day = day.plusDays(1);
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
