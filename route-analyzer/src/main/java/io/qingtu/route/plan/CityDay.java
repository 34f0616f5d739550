package io.qingtu.route.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A calendar day of the city and where it lies in time, so that of a track's many moments only the
 * first of each day is looked up in the calendar.
 *
 * @param begin its first millisecond since the epoch
 * @param end the first after it
 */
public record CityDay(LocalDate date, long begin, long end) {
  /** The day of a moment, ms since the epoch. */
  public static CityDay of(long millis) {
    LocalDate date = Instant.ofEpochMilli(millis).atZone(DailyHours.CITY_ZONE).toLocalDate();
    return new CityDay(date, midnight(date), midnight(date.plusDays(1)));
  }

  private static long midnight(LocalDate date) {
    return date.atStartOfDay(DailyHours.CITY_ZONE).toInstant().toEpochMilli();
  }

  public boolean contains(long millis) {
    return millis >= begin && millis < end;
  }
}
