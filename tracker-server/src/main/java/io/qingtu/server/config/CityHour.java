package io.qingtu.server.config;

import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

/** An hour of the city at which something is done once a day. */
public record CityHour(LocalTime at) {
  /**
   * Reads a key such as {@code 03:30}.
   *
   * @param initial where the key is not set
   */
  public static CityHour read(ConfigReader in, String key, String initial) {
    String text = in.text(key, initial);
    try {
      return new CityHour(LocalTime.parse(text));
    } catch (DateTimeParseException e) {
      in.reject(key, "\"" + text + "\" is no hour such as 03:30");
      return new CityHour(LocalTime.MIDNIGHT);
    }
  }

  /** The next time that it is this hour, later than a moment. */
  public Instant after(Instant now) {
    ZonedDateTime here = now.atZone(DailyHours.CITY_ZONE);
    ZonedDateTime today = here.with(at);
    return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
  }
}
