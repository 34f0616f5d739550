package io.qingtu.route.rule;

import static io.qingtu.route.rule.CorridorWatch.State.IN;
import static io.qingtu.route.rule.CorridorWatch.State.OUT;
import static io.qingtu.route.rule.CorridorWatch.State.RETURNED;
import static io.qingtu.route.rule.CorridorWatch.State.SUSPECT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.Parameters;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: when M04 warns; the corridor's half-width is 50 m. */
class CorridorWatchTest {
  private static final double HALF_WIDTH = 50;

  private final CorridorWatch watch = new CorridorWatch(Parameters.DEFAULTS);
  private long millis;

  private CorridorWatch.State after(int seconds, double halfWidths) {
    return driven(seconds, halfWidths * HALF_WIDTH, 1000);
  }

  /** The same with the metres driven since the last fix. */
  private CorridorWatch.State driven(int seconds, double distance, double stepMetres) {
    millis += seconds * 1000L;
    return watch.accept(millis, distance, HALF_WIDTH, false, stepMetres);
  }

  @Test
  void fourFixesOverTwentySecondsAreOut() {
    assertEquals(SUSPECT, after(0, 1.1));
    assertEquals(SUSPECT, after(7, 1.1));
    assertEquals(SUSPECT, after(7, 1.1));
    assertEquals(OUT, after(7, 1.1));
  }

  @Test
  void fourFixesOverNineteenSecondsAreNot() {
    after(0, 1.1);
    after(6, 1.1);
    after(6, 1.1);
    assertEquals(SUSPECT, after(7, 1.1));
    assertEquals(OUT, after(1, 1.1));
  }

  @Test
  void threeFixesAreNotHoweverLong() {
    after(0, 1.1);
    after(30, 1.1);
    assertEquals(SUSPECT, after(30, 1.1));
  }

  @Test
  void twoFarFixesAreOutAtOnceIfTheyFollowEachOther() {
    after(0, 3.1);
    assertEquals(OUT, after(5, 3.1));
    CorridorWatch other = new CorridorWatch(Parameters.DEFAULTS);
    other.accept(0, 155, HALF_WIDTH, false, 0);
    other.accept(5000, 145, HALF_WIDTH, false, 0);
    assertEquals(SUSPECT, other.accept(10_000, 155, HALF_WIDTH, false, 0));
  }

  @Test
  void twoFixesStraightAwayAreOutWhereReportsComeFast() {
    assertEquals(IN, driven(0, 20, 60));
    assertEquals(SUSPECT, driven(5, 75, 55));
    assertEquals(OUT, driven(5, 130, 55));
    assertEquals("2 fixes straight away from it, beyond 2.0 half-widths", watch.why());
  }

  @Test
  void awayIsAtLeastHalfOfEachStep() {
    driven(0, 20, 60);
    driven(5, 60, 80);
    assertEquals(OUT, driven(5, 101, 82));
    CorridorWatch other = new CorridorWatch(Parameters.DEFAULTS);
    other.accept(0, 20, HALF_WIDTH, false, 60);
    other.accept(5000, 60, HALF_WIDTH, false, 81);
    assertEquals(SUSPECT, other.accept(10_000, 130, HALF_WIDTH, false, 80));
  }

  @Test
  void awayEndsWellOutside() {
    driven(0, 20, 40);
    driven(5, 60, 40);
    assertEquals(SUSPECT, driven(5, 100, 40));
    assertEquals(OUT, driven(5, 140, 40));
  }

  @Test
  void atSlowReportsOnlyTheCataloguesWaysDecide() {
    driven(0, 20, 110);
    driven(9, 100, 80);
    assertEquals(SUSPECT, driven(9, 149, 60));
    CorridorWatch faster = new CorridorWatch(Parameters.DEFAULTS);
    faster.accept(0, 20, HALF_WIDTH, false, 110);
    faster.accept(9000, 100, HALF_WIDTH, false, 80);
    assertEquals(OUT, faster.accept(17_999, 149, HALF_WIDTH, false, 60));
  }

  @Test
  void threeFixesBesideTheCorridorAndBackAreSilent() {
    driven(0, 30, 55);
    assertEquals(SUSPECT, driven(5, 60, 55));
    assertEquals(SUSPECT, driven(5, 100, 55));
    assertEquals(SUSPECT, driven(5, 70, 55));
    assertEquals(IN, driven(5, 40, 55));
  }

  @Test
  void oneFixFarOutIsSilent() {
    driven(0, 10, 55);
    assertEquals(SUSPECT, driven(5, 400, 390));
    assertEquals(IN, driven(5, 10, 390));
  }

  @Test
  void behindAGapNothingLeadsAway() {
    driven(0, 20, 60);
    watch.gap(130_000);
    driven(5, 75, 0);
    assertEquals(SUSPECT, driven(5, 130, 55));
  }

  @Test
  void oneFixInsideClearsASuspicion() {
    after(0, 1.1);
    after(10, 1.1);
    after(10, 1.1);
    assertEquals(IN, after(10, 1.0));
    assertEquals(SUSPECT, after(10, 1.1));
  }

  @Test
  void itIsBackAfterTwoFixesWellInsideAndOverAfterAMinute() {
    out();
    assertEquals(OUT, after(10, 0.7));
    assertEquals(OUT, after(10, 0.8));
    assertEquals(OUT, after(10, 0.7));
    assertEquals(RETURNED, after(10, 0.7));
    assertEquals(RETURNED, after(40, 0.7));
    assertEquals(IN, after(10, 0.7));
  }

  @Test
  void leavingAgainWithinTheMinuteGoesOnCounting() {
    out();
    long first = watch.firstOff();
    after(10, 0.5);
    after(10, 0.5);
    assertEquals(OUT, after(30, 1.2));
    assertEquals(first, watch.firstOff());
    assertEquals(millis - first, watch.millisOff());
  }

  @Test
  void aPermittedRoadIsNeverOutside() {
    for (int i = 0; i < 10; i++) {
      assertEquals(IN, watch.accept(i * 10_000, 75, HALF_WIDTH, true, 10));
    }
  }

  @Test
  void aGapDropsASuspicionAndStopsTheTime() {
    after(0, 1.1);
    after(10, 1.1);
    watch.gap(200_000);
    assertEquals(SUSPECT, after(200, 1.1));
    out();
    long before = watch.millisOff();
    watch.gap(300_000);
    after(300, 1.1);
    assertEquals(before, watch.millisOff());
  }

  private void out() {
    after(10, 4);
    after(10, 4);
    assertEquals(OUT, watch.state());
  }
}
