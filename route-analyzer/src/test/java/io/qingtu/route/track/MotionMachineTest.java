package io.qingtu.route.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.Parameters;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MotionMachineTest {
  private final MotionMachine motion = new MotionMachine(Parameters.DEFAULTS);
  private long millis;

  private boolean after(int seconds, double x, double kmh) {
    millis += seconds * 1000L;
    motion.accept(millis, x, 0, kmh);
    return motion.moving();
  }

  @Test
  void twoFixesAtFiveAreMotionAndOneIsNot() {
    assertFalse(after(0, 0, 0));
    assertFalse(after(10, 5, 5));
    assertFalse(after(10, 10, 4.9));
    assertFalse(after(10, 15, 5));
    assertTrue(after(10, 20, 5));
  }

  @Test
  void fiftyMetresInAMinuteAreMotionWithoutASpeed() {
    assertFalse(after(0, 0, 0));
    assertFalse(after(30, 49, 0));
    assertTrue(after(30, 50, 0));
  }

  @Test
  void aMinuteBelowThreeIsStandingAndAFasterFixRestartsIt() {
    after(0, 0, 30);
    assertTrue(after(10, 80, 30));
    assertTrue(after(10, 90, 2.9));
    assertTrue(after(50, 90, 3));
    assertTrue(after(10, 90, 0));
    assertTrue(after(59, 90, 0));
    assertFalse(after(1, 90, 0));
  }

  @Test
  void standingDriftIsSnappedToTheAnchor() {
    after(0, 0, 30);
    after(10, 80, 30);
    after(10, 100, 0);
    after(60, 100, 0);
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      assertFalse(after(60, 100 + random.nextGaussian() * 8, 0));
      assertEquals(100, motion.x(), 1e-9);
    }
  }
}
