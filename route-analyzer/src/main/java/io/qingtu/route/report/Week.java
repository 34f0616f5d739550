package io.qingtu.route.report;

import io.qingtu.route.plan.DailyHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An ISO week, Monday 00:00 to Sunday 24:00 in the city's time.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-W(\\d{2})");

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(monday + " is not a Monday");
    }
  }

  /**
   * Reads a week as ISO 8601 writes it, {@code 2026-W46}.
   *
   * @throws IllegalArgumentException where the text is no week or the year has no such week
   */
  public static Week parse(String text) {
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a week like 2026-W46");
    }
    int year = Integer.parseInt(m.group(1));
    int number = Integer.parseInt(m.group(2));
    // 4 January lies in week 1 of every ISO year
    LocalDate first =
        LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    try {
      Week week = new Week(first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number));
      if (week.number() == number && week.year() == year) {
        return week;
      }
    } catch (DateTimeException e) {
      // falls through: the year has no week of this number
    }
    throw new IllegalArgumentException("the year " + year + " has no week " + m.group(2));
  }

  /** The week that contains a day. */
  public static Week of(LocalDate day) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The ISO year, which is not always the year of its Monday. */
  public int year() {
    return monday.get(IsoFields.WEEK_BASED_YEAR);
  }

  /** 1–53. */
  public int number() {
    return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  public Week previous() {
    return new Week(monday.minusWeeks(1));
  }

  /** First moment inside. */
  public Instant start() {
    return monday.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  /** First moment outside. */
  public Instant end() {
    return monday.plusWeeks(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  public boolean contains(Instant t) {
    return !t.isBefore(start()) && t.isBefore(end());
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
  }

  /** Monday to Sunday. */
  public List<LocalDate> days() {
    return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
  }

  @Override
  public int compareTo(Week other) {
    return monday.compareTo(other.monday);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d-W%02d", year(), number());
  }
}
