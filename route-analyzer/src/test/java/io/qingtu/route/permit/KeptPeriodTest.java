package io.qingtu.route.permit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.permit.KeptPeriod.Refusal;
import io.qingtu.route.plan.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptPeriodTest {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Duration LAG = Duration.ofDays(1);

  private static Instant hours(double hours) {
    return NOW.plusSeconds((long) (hours * 3600));
  }

  private static Validity from(double from, double to) {
    return new Validity(hours(from), hours(to));
  }

  private static Optional<Refusal> begin(Validity period, Validity... others) {
    return KeptPeriod.beginning(period, List.of(others), NOW, LAG);
  }

  private static Optional<Refusal> end(Validity before, double end, Validity... others) {
    return KeptPeriod.ending(before, hours(end), List.of(others), NOW);
  }

  @Test
  void isTypedInLateByTheLagAndNoMore() {
    assertEquals(Optional.empty(), begin(from(-24, 5)));
    assertEquals(
        Optional.of(Refusal.TOO_LATE), begin(new Validity(hours(-24).minusMillis(1), hours(5))));
  }

  @Test
  void endsNeitherInThePastNorBeforeItBegins() {
    assertEquals(Optional.empty(), begin(from(-3, 0)));
    assertEquals(Optional.of(Refusal.PAST), begin(new Validity(hours(-3), NOW.minusMillis(1))));
    assertEquals(Optional.of(Refusal.PAST), begin(from(3, 3)));
    assertEquals(Optional.empty(), begin(new Validity(hours(3), Instant.MAX)));
  }

  @Test
  void mayFollowAnotherButNotRunBesideIt() {
    assertEquals(Optional.empty(), begin(from(5, 9), from(1, 5), from(9, 12)));
    assertEquals(Optional.of(Refusal.OVERLAP), begin(from(5, 9), from(1, 5.01)));
    assertEquals(Optional.of(Refusal.OVERLAP), begin(from(5, 9), from(8.99, 12)));
    assertEquals(Optional.of(Refusal.OVERLAP), begin(from(5, 9), Validity.ALWAYS));
    assertEquals(Optional.empty(), begin(from(5, 9), from(7, 7)), "one that was never to begin");
  }

  @Test
  void itsEndMovesUntilItHasCome() {
    assertEquals(Optional.empty(), end(from(-30, 1), 0));
    assertEquals(Optional.empty(), end(from(-30, 1), 9));
    assertEquals(Optional.of(Refusal.ENDED), end(from(-30, 0), 9));
    assertEquals(Optional.of(Refusal.PAST), end(from(-30, 1), -0.01));
    assertEquals(Optional.empty(), end(from(-30, 1), 9, from(9, 12)));
    assertEquals(Optional.of(Refusal.OVERLAP), end(from(-30, 1), 9.01, from(9, 12)));
  }

  @Test
  void whatHasNotBegunIsNotToBegin() {
    assertEquals(Optional.empty(), end(from(5, 9), 0));
    assertEquals(from(5, 5), KeptPeriod.ended(from(5, 9), NOW));
    assertEquals(Optional.of(Refusal.ENDED), end(from(5, 5), 7), "it stays so");
  }
}
