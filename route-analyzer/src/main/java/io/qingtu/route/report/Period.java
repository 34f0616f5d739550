package io.qingtu.route.report;

import io.qingtu.route.plan.DailyHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole days of the city's time that a report is about: an ISO week, Monday 00:00 to Sunday 24:00,
 * a month, or days that somebody has chosen.
 *
 * @param first day
 * @param last day, inside
 */
public record Period(Kind kind, LocalDate first, LocalDate last) implements Comparable<Period> {
  /** What kind of report it makes. */
  public enum Kind {
    /** 周报. */
    WEEK,
    /** 月报. */
    MONTH,
    /** 专报: not by the calendar. */
    DAYS
  }

  /** Of chosen days; what is longer is looked at month by month. */
  public static final int MOST_DAYS = 31;

  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})--(\\d{4}-\\d{2}-\\d{2})");

  public Period {
    boolean fits =
        switch (kind) {
          case WEEK -> first.getDayOfWeek() == DayOfWeek.MONDAY && last.equals(first.plusDays(6));
          case MONTH ->
              first.getDayOfMonth() == 1
                  && last.equals(first.with(TemporalAdjusters.lastDayOfMonth()));
          case DAYS -> !last.isBefore(first) && last.isBefore(first.plusDays(MOST_DAYS));
        };
    if (!fits) {
      throw new IllegalArgumentException(first + " to " + last + " is no period of " + kind);
    }
  }

  /** The week that begins with a day. */
  public static Period week(LocalDate monday) {
    return new Period(Kind.WEEK, monday, monday.plusDays(6));
  }

  /** The week that contains a day. */
  public static Period weekOf(LocalDate day) {
    return week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The month that contains a day. */
  public static Period monthOf(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return new Period(Kind.MONTH, month.atDay(1), month.atEndOfMonth());
  }

  /** The period of a kind by the calendar that contains a day; chosen days are that day alone. */
  public static Period of(Kind kind, LocalDate day) {
    return switch (kind) {
      case WEEK -> weekOf(day);
      case MONTH -> monthOf(day);
      case DAYS -> new Period(Kind.DAYS, day, day);
    };
  }

  /**
   * Reads a period as ISO 8601 writes it: {@code 2026-W46}, {@code 2026-11}, or {@code
   * 2026-11-03--2026-11-09} with both days inside.
   *
   * @throws IllegalArgumentException where the text is no period, the year has no such week, or the
   *     days are too many or in the wrong order
   */
  public static Period parse(String text) {
    Matcher week = WEEK.matcher(text);
    if (week.matches()) {
      return parseWeek(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
    }
    try {
      if (MONTH.matcher(text).matches()) {
        return monthOf(YearMonth.parse(text).atDay(1));
      }
      Matcher days = DAYS.matcher(text);
      if (days.matches()) {
        return new Period(
            Kind.DAYS, LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not in the calendar", e);
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is neither a week like 2026-W46, nor a month like 2026-11, nor days like"
            + " 2026-11-03--2026-11-09");
  }

  private static Period parseWeek(int year, int number) {
    // 4 January lies in week 1 of every ISO year
    LocalDate first =
        LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Period week = weekOf(first.plusWeeks(number - 1L));
    if (week.number() != number || week.year() != year) {
      throw new IllegalArgumentException("the year " + year + " has no week " + number);
    }
    return week;
  }

  /** Of a week the ISO year, which is not always the year of its Monday; else of its first day. */
  public int year() {
    return kind == Kind.WEEK ? first.get(IsoFields.WEEK_BASED_YEAR) : first.getYear();
  }

  /** Of a week 1–53, of a month 1–12. */
  public int number() {
    return switch (kind) {
      case WEEK -> first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case MONTH -> first.getMonthValue();
      case DAYS -> throw new IllegalStateException("chosen days have no number");
    };
  }

  /** What it is compared with: the week, the month, or as many days right before it. */
  public Period previous() {
    return kind == Kind.DAYS
        ? new Period(kind, first.minusDays(length()), first.minusDays(1))
        : of(kind, first.minusDays(1));
  }

  /** Days. */
  public int length() {
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** First moment inside. */
  public Instant start() {
    return first.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  /** First moment outside. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  public boolean contains(Instant t) {
    return !t.isBefore(start()) && t.isBefore(end());
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** In their order. */
  public List<LocalDate> days() {
    return first.datesUntil(last.plusDays(1)).toList();
  }

  /** By their first day, of the same one the shorter first. */
  @Override
  public int compareTo(Period other) {
    int byFirst = first.compareTo(other.first);
    int byLast = byFirst == 0 ? last.compareTo(other.last) : byFirst;
    return byLast == 0 ? kind.compareTo(other.kind) : byLast;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return switch (kind) {
      case WEEK -> String.format(Locale.ROOT, "%04d-W%02d", year(), number());
      case MONTH -> YearMonth.from(first).toString();
      case DAYS -> first + "--" + last;
    };
  }
}
