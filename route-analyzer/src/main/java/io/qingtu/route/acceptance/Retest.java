package io.qingtu.route.acceptance;

import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.util.Set;

/**
 * When an accepted installation has to be tested again (复检): a year later, or as soon as its
 * terminal has left the vehicle or one of its sensors has failed.
 *
 * @param due first moment at which it has to be
 */
public record Retest(Reason reason, Instant due) {
  /** The rules after which it has to be. */
  public static final Set<String> RULES = Set.of("D07", "D08");

  private static final int MONTHS = 12;

  /** Why it has to be. */
  public enum Reason {
    YEAR,
    ALERT
  }

  /**
   * @param accepted when it was accepted
   * @param alert start of the first alert of {@link #RULES} since then that stands; null where none
   */
  public static Retest of(Instant accepted, Instant alert) {
    Instant year = accepted.atZone(DailyHours.CITY_ZONE).plusMonths(MONTHS).toInstant();
    return alert != null && alert.isBefore(year)
        ? new Retest(Reason.ALERT, alert)
        : new Retest(Reason.YEAR, year);
  }

  public boolean isDue(Instant now) {
    return !due.isAfter(now);
  }
}
