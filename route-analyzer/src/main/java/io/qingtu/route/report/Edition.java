package io.qingtu.route.report;

import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.LocalTime;

/** The two runs of a week's report. */
public enum Edition {
  /** 快报: on Monday at 06:00, before all that is late has come. */
  EXPRESS(0, LocalTime.of(6, 0)),
  /** 正式版: on Tuesday at 18:00, after late data and reviews. */
  FORMAL(1, LocalTime.of(18, 0));

  private final int daysAfter;
  private final LocalTime hour;

  Edition(int daysAfter, LocalTime hour) {
    this.daysAfter = daysAfter;
    this.hour = hour;
  }

  /** When it is made. What is decided later, it does not know. */
  public Instant due(Week week) {
    return week.monday()
        .plusWeeks(1)
        .plusDays(daysAfter)
        .atTime(hour)
        .atZone(DailyHours.CITY_ZONE)
        .toInstant();
  }
}
