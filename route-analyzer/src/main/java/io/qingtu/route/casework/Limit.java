package io.qingtu.route.casework;

/**
 * How long something may take.
 *
 * @param amount in the unit
 */
public record Limit(double amount, Unit unit) {
  /** The first answer of a company, to a case or to a question. */
  public static final Limit FIRST_ANSWER = workingHours(2);

  /** 申诉: from what was confirmed, or answered, on. */
  public static final Limit TO_APPEAL = workingDays(5);

  /** How time is counted. */
  public enum Unit {
    /** 紧急工作时: hours of the clock, day and night. */
    CLOCK_HOUR,
    /** 工作时: hours within working time. */
    WORKING_HOUR,
    /** 工作日. */
    WORKING_DAY
  }

  /** Whether it is longer than nothing and no longer than another of the same unit. */
  boolean isWithin(Limit most) {
    return unit == most.unit && amount > 0 && amount <= most.amount;
  }

  Limit times(double factor) {
    return new Limit(amount * factor, unit);
  }

  static Limit clockMinutes(double minutes) {
    return new Limit(minutes / 60, Unit.CLOCK_HOUR);
  }

  /** So many hours within working time. */
  public static Limit workingHours(double hours) {
    return new Limit(hours, Unit.WORKING_HOUR);
  }

  /** So many working days. */
  public static Limit workingDays(double days) {
    return new Limit(days, Unit.WORKING_DAY);
  }
}
