package io.qingtu.route.permit;

import io.qingtu.route.plan.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What may be done to a period that a company files of its own, as 报停 of a vehicle. As with
 * permits, what is filed late is taken for as long as the lag of permits, its beginning stays, and
 * its end may move as long as it has not come.
 */
public final class KeptPeriod {
  /** Why something is not to be done. */
  public enum Refusal {
    /** It begins longer ago than anything may be typed in late. */
    TOO_LATE,
    /** It ends in the past, or before it begins. */
    PAST,
    /** Another one is in force meanwhile. */
    OVERLAP,
    /** It has run out, or never was to begin. */
    ENDED
  }

  private KeptPeriod() {}

  /**
   * Why a new one is not to be filed at a moment; empty where it may be.
   *
   * @param lag how late it may be typed in
   * @param others that are on file for the same thing
   */
  public static Optional<Refusal> beginning(
      Validity period, Collection<Validity> others, Instant now, Duration lag) {
    if (period.from().isBefore(now.minus(lag))) {
      return Optional.of(Refusal.TOO_LATE);
    }
    if (!period.to().isAfter(period.from()) || period.to().isBefore(now)) {
      return Optional.of(Refusal.PAST);
    }
    return overlap(period, others);
  }

  /**
   * Why one is not to end at another moment; empty where it may.
   *
   * @param end where it does not lie after the beginning of what has not begun, it is not to begin
   * @param others as above, without this one
   */
  public static Optional<Refusal> ending(
      Validity before, Instant end, Collection<Validity> others, Instant now) {
    if (!before.to().isAfter(now) || before.to().equals(before.from())) {
      return Optional.of(Refusal.ENDED);
    }
    if (end.isBefore(now)) {
      return Optional.of(Refusal.PAST);
    }
    return overlap(ended(before, end), others);
  }

  /** The same with another end; empty of time where it is not to begin. */
  public static Validity ended(Validity before, Instant end) {
    return new Validity(before.from(), end.isBefore(before.from()) ? before.from() : end);
  }

  private static Optional<Refusal> overlap(Validity period, Collection<Validity> others) {
    return others.stream().anyMatch(o -> o.during(period).isPresent())
        ? Optional.of(Refusal.OVERLAP)
        : Optional.empty();
  }
}
