package io.qingtu.route.scoring;

import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A cycle of points (记分周期): January to June, or July to December, in the city's time. A violation
 * belongs to the cycle in which it began, whenever it is confirmed.
 *
 * @param first its first day
 */
public record HalfYear(LocalDate first) {
  private static final int MONTHS = 6;

  public HalfYear {
    if (first.getDayOfMonth() != 1 || first.getMonthValue() % MONTHS != 1) {
      throw new IllegalArgumentException(first + " begins no half year");
    }
  }

  /** The one that contains a moment. */
  public static HalfYear of(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, DailyHours.CITY_ZONE);
    return new HalfYear(LocalDate.of(day.getYear(), day.getMonthValue() <= MONTHS ? 1 : 7, 1));
  }

  /** First moment inside. */
  public Instant start() {
    return first.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  /** First moment outside. */
  public Instant end() {
    return first.plusMonths(MONTHS).atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  /** As 2026-H1. */
  @Override
  public String toString() {
    return first.getYear() + "-H" + (first.getMonthValue() == 1 ? 1 : 2);
  }
}
