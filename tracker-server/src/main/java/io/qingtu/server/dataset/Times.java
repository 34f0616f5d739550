package io.qingtu.server.dataset;

import static io.qingtu.route.plan.DailyHours.CITY_ZONE;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Times as the data-set format writes them: ISO 8601; without an offset they are the city's
 * (Asia/Shanghai).
 */
public final class Times {
  private static final DateTimeFormatter OUT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]xxx");
  private static final DateTimeFormatter OUT_SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
  private static final long CITY_OFFSET_SECONDS = 8 * 3600;

  private Times() {}

  /**
   * An instant: {@code 2026-11-03T21:05:09+08:00}, {@code …Z}, or without an offset; a blank may
   * stand for the T, and 24:00 is the end of the day.
   *
   * @throws IllegalArgumentException where the text is no such time
   */
  public static Instant instant(String text) {
    if (text.length() < 16
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(13) != ':') {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a time such as 2026-11-03T21:05:09+08:00");
    }
    try {
      int hour = digits(text, 11, 13);
      int minute = digits(text, 14, 16);
      int next = 16;
      int second = 0;
      int nanos = 0;
      if (next < text.length() && text.charAt(next) == ':') {
        second = digits(text, 17, 19);
        next = 19;
        if (next < text.length() && text.charAt(next) == '.') {
          int from = ++next;
          while (next < text.length() && Character.isDigit(text.charAt(next))) {
            next++;
          }
          nanos = (int) Math.round(Double.parseDouble("0." + text.substring(from, next)) * 1e9);
        }
      }
      if (hour > 24 || minute > 59 || second > 59 || hour == 24 && minute + second > 0) {
        throw new IllegalArgumentException("\"" + text + "\" is not a time of day");
      }
      long days =
          LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
      long local = days * 86_400 + hour * 3600L + minute * 60L + second;
      return Instant.ofEpochSecond(local - offset(text, next), nanos);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a time such as 2026-11-03T21:05:09+08:00", e);
    }
  }

  /** The first instant of validity: a bare date means its beginning; empty means always. */
  public static Instant validFrom(String text) {
    if (text.isEmpty()) {
      return Instant.MIN;
    }
    return isDate(text) ? date(text).atStartOfDay(CITY_ZONE).toInstant() : instant(text);
  }

  /**
   * The first instant after the validity: a bare date is itself still valid; empty means for ever.
   */
  public static Instant validTo(String text) {
    if (text.isEmpty()) {
      return Instant.MAX;
    }
    return isDate(text)
        ? date(text).plusDays(1).atStartOfDay(CITY_ZONE).toInstant()
        : instant(text);
  }

  /** A time of day, {@code 21:00}; 24:00 is midnight. */
  public static LocalTime timeOfDay(String text) {
    try {
      return text.startsWith("24:00")
          ? LocalTime.MIDNIGHT
          : LocalTime.parse(text.length() == 4 ? "0" + text : text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a time of day such as 21:00", e);
    }
  }

  /** Days of the week, Monday 1: {@code 1-5}, {@code 6,7}; empty means every day. */
  public static Set<DayOfWeek> days(String text) {
    if (text.isEmpty()) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    try {
      for (String part : text.split("[,;]")) {
        String[] ends = part.trim().split("-");
        for (int d = Integer.parseInt(ends[0]); d <= Integer.parseInt(ends[ends.length - 1]); d++) {
          days.add(DayOfWeek.of(d));
        }
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a set of days such as 1-5 or 6,7", e);
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("\"" + text + "\" names no day");
    }
    return days;
  }

  /** What {@link #days(String)} reads: {@code 1,2,5}. */
  public static String days(Set<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(d -> Integer.toString(d.getValue()))
        .collect(Collectors.joining(","));
  }

  /** In the city's time with its offset; empty for null. */
  public static String format(Instant t) {
    if (t == null) {
      return "";
    }
    OffsetDateTime local = t.atOffset(ZoneOffset.ofHours(8));
    return (t.getNano() == 0 ? OUT_SECONDS : OUT).format(local);
  }

  private static long offset(String text, int at) {
    if (at == text.length()) {
      return CITY_OFFSET_SECONDS;
    }
    return ZoneOffset.of(text.substring(at)).getTotalSeconds();
  }

  private static boolean isDate(String text) {
    return text.length() == 10;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a date such as 2026-11-03", e);
    }
  }

  private static int digits(String text, int from, int to) {
    int v = 0;
    for (int i = from; i < to; i++) {
      int d = text.charAt(i) - '0';
      if (d < 0 || d > 9) {
        throw new IllegalArgumentException("no digit at " + i);
      }
      v = v * 10 + d;
    }
    return v;
  }
}
