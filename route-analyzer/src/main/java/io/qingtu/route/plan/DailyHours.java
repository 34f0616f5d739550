package io.qingtu.route.plan;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of a day in the city's time, which may cross midnight (21:00–06:00); equal ends mean the
 * whole day.
 *
 * @param from first moment inside
 * @param to first moment outside; 24:00 is written as 00:00
 */
public record DailyHours(LocalTime from, LocalTime to) {
  /** China has one time zone and no daylight saving. */
  public static final ZoneId CITY_ZONE = ZoneId.of("Asia/Shanghai");

  public static final DailyHours ALL_DAY = new DailyHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public boolean contains(Instant t) {
    return contains(t.atZone(CITY_ZONE).toLocalTime());
  }

  public boolean contains(LocalTime time) {
    if (from.equals(to)) {
      return true;
    }
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
