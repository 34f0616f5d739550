package io.qingtu.server.analyze;

import io.qingtu.route.VehicleAnalysis;
import io.qingtu.route.VehicleFindings;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.TrackOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One vehicle's running analysis, and how far it has come. Belongs to one worker; a rule that fails
 * is reported and the next fix goes on.
 */
final class LiveVehicle {
  /** The shortest time without a fix in which a deadline may have passed. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final VehicleAnalysis analysis;
  private final Consumer<RuntimeException> failures;
  private final Instant begun;
  private final Instant settledFrom;
  private final Parameters parameters;
  private final Set<Instant> underWay = new HashSet<>();
  private Instant frontier = Instant.MIN;
  private Instant firstFix = Instant.MAX;
  private Instant firstLate = Instant.MAX;
  private Instant lastLate = Instant.MAX;

  /**
   * @param begun from when on the vehicle's fixes are taken
   * @param settledFrom what begins here or later does not depend on fixes before {@code begun}
   * @param failures told of each failure of a rule
   */
  LiveVehicle(
      RuleSet rules,
      Vehicle vehicle,
      Instant begun,
      Instant settledFrom,
      Consumer<RuntimeException> failures) {
    this.analysis = new VehicleAnalysis(rules, vehicle);
    this.begun = begun;
    this.settledFrom = settledFrom;
    this.parameters = rules.parameters();
    this.failures = failures;
  }

  Instant begun() {
    return begun;
  }

  Instant settledFrom() {
    return settledFrom;
  }

  /** {@link Instant#MAX} where there was none. */
  Instant firstFix() {
    return firstFix;
  }

  /**
   * Whether a fix comes too late to be taken in order. One whose fix time cannot be right (C03) has
   * no place among the others.
   */
  boolean isLate(Position fix) {
    return !fix.fixTime().isAfter(frontier) && TrackOrder.plausible(fix, parameters);
  }

  /** A fix was read from the store that may still be on its way to {@link #accept}. */
  void expect(Position fix) {
    underWay.add(fix.fixTime());
  }

  /** Whether it is one of those; they come once. */
  boolean wasExpected(Position fix) {
    return underWay.remove(fix.fixTime());
  }

  /** A late fix has come: the vehicle waits for the others and is then analyzed again. */
  void awaitMore(Instant now) {
    firstLate = firstLate.equals(Instant.MAX) ? now : firstLate;
    lastLate = now;
  }

  /**
   * Whether late fixes wait for the vehicle to be analyzed again: none has come for a quiet time,
   * or they have not ceased for ten of them.
   */
  boolean isDue(Instant now, Duration quietTime) {
    return !lastLate.equals(Instant.MAX)
        && (!now.isBefore(lastLate.plus(quietTime))
            || !now.isBefore(firstLate.plus(quietTime.multipliedBy(10))));
  }

  /** Deadlines that passed before the fix fire first, whether or not anybody looked in between. */
  List<Alert> accept(Position fix) {
    List<Alert> raised = new ArrayList<>();
    if (TrackOrder.plausible(fix, parameters)) {
      if (!firstFix.equals(Instant.MAX) && fix.fixTime().minus(PAUSE).isAfter(frontier)) {
        raised.addAll(advance(fix.fixTime().minusMillis(1)));
      }
      frontier = fix.fixTime();
    }
    firstFix = fix.fixTime().isBefore(firstFix) ? fix.fixTime() : firstFix;
    raised.addAll(settled(guard(() -> analysis.accept(fix)).orElse(List.of())));
    return raised;
  }

  /** Fires the deadlines up to a moment; a moment that has passed already changes nothing. */
  List<Alert> advance(Instant eventTime) {
    if (!eventTime.isAfter(frontier) || firstFix.equals(Instant.MAX)) {
      return List.of();
    }
    frontier = eventTime;
    return settled(guard(() -> analysis.advance(eventTime)).orElse(List.of()));
  }

  /** Empty where a rule fails. */
  Optional<VehicleFindings> findings() {
    return guard(analysis::findings);
  }

  private List<Alert> settled(List<Alert> alerts) {
    List<Alert> settled = new ArrayList<>(alerts);
    settled.removeIf(a -> a.start().isBefore(settledFrom));
    return settled;
  }

  private <T> Optional<T> guard(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (RuntimeException e) {
      failures.accept(e);
      return Optional.empty();
    }
  }
}
