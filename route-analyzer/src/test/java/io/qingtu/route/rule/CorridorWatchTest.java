package io.qingtu.route.rule;

import static io.qingtu.route.rule.CorridorWatch.State.IN;
import static io.qingtu.route.rule.CorridorWatch.State.OUT;
import static io.qingtu.route.rule.CorridorWatch.State.RETURNED;
import static io.qingtu.route.rule.CorridorWatch.State.SUSPECT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.Parameters;
import org.junit.jupiter.api.Test;

class CorridorWatchTest {
  private final CorridorWatch watch = new CorridorWatch(Parameters.DEFAULTS);
  private long millis;

  private CorridorWatch.State after(int seconds, double halfWidths) {
    millis += seconds * 1000L;
    return watch.accept(millis, halfWidths, false, 10);
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
    other.accept(0, 3.1, false, 0);
    other.accept(5000, 2.9, false, 0);
    assertEquals(SUSPECT, other.accept(10_000, 3.1, false, 0));
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
      assertEquals(IN, watch.accept(i * 10_000, 1.5, true, 10));
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
