package io.qingtu.web.live;

import io.qingtu.route.plan.DailyHours;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The time that the map shows.
 *
 * @param clock the city's; a simulated city has its own
 * @param speed simulated seconds per second; 1 in service
 */
public record CityClock(Clock clock, double speed) {
  /** The real one. */
  public static final CityClock REAL = new CityClock(Clock.systemUTC(), 1);

  public Instant now() {
    return clock.instant();
  }

  public LocalDate today() {
    return now().atZone(DailyHours.CITY_ZONE).toLocalDate();
  }
}
