package io.qingtu.route.report;

import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.LocalTime;

/** The two runs of a report. */
public enum Edition {
  /** 快报: on the day after at 06:00 (of a week on Monday), before all that is late has come. */
  EXPRESS(0, LocalTime.of(6, 0)),
  /** 正式版: on the second day after at 18:00 (of a week on Tuesday), after late data and reviews. */
  FORMAL(1, LocalTime.of(18, 0));

  private final int daysAfter;
  private final LocalTime hour;

  Edition(int daysAfter, LocalTime hour) {
    this.daysAfter = daysAfter;
    this.hour = hour;
  }

  /** When it is made. What is decided later, it does not know. */
  public Instant due(Period period) {
    return period
        .last()
        .plusDays(1L + daysAfter)
        .atTime(hour)
        .atZone(DailyHours.CITY_ZONE)
        .toInstant();
  }
}
