package io.qingtu.route.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockRunsTest {
  private static final Instant START = Instant.parse("2026-11-03T14:00:00Z");
  private static final double SCATTER = 30;

  private final List<Position> packets = new ArrayList<>();

  /** A packet that is received at a second and was taken so many seconds after it. */
  private void packet(int second, int ahead) {
    Instant received = START.plusSeconds(second);
    packets.add(
        new Position(
            "A1",
            received.plusSeconds(ahead),
            received,
            119.15,
            36.7,
            true,
            0,
            Double.NaN,
            0,
            20,
            true,
            12,
            Double.NaN,
            0,
            0,
            Sensors.UNKNOWN,
            false));
  }

  /** Ten minutes of a clock that is right, then ten of one that is 400 s behind. */
  private void aJump() {
    for (int s = 0; s < 1200; s += 10) {
      packet(s, s < 600 ? -1 : -400);
    }
  }

  private ClockRuns.Off run() {
    ClockRuns runs = new ClockRuns(Parameters.DEFAULTS);
    packets.forEach(runs::add);
    assertEquals(1, runs.jumps().size());
    return runs.jumps().get(0);
  }

  @Test
  void aPacketThatIsOnRecordTwiceCountsOnce() {
    aJump();
    int once = run().packets();
    packets.addAll(List.copyOf(packets));
    packets.sort(Comparator.comparing(Position::receivedTime));
    assertEquals(once, run().packets());
  }

  @Test
  void aJumpLastsFromItsFirstPacketToItsLast() {
    aJump();
    assertEquals(START.plusSeconds(600).toEpochMilli(), run().fromMillis());
    assertEquals(START.plusSeconds(1190).toEpochMilli(), run().toMillis());
    assertEquals(60, run().packets());
    assertEquals(-400, run().medianSeconds());
    assertTrue(run().isSteady(SCATTER));
  }

  @Test
  void packetsThatComeTwiceAndLateLeaveItSteady() {
    aJump();
    for (int s = 700; s < 900; s += 20) {
      packet(s, -400 - s / 4);
    }
    assertEquals(-400, run().medianSeconds());
    assertTrue(run().isSteady(SCATTER));
  }

  @Test
  void offsetsOfWhichMostDifferAreNotSteady() {
    aJump();
    for (int s = 601; s < 1200; s += 9) {
      packet(s, -300 - s);
    }
    assertFalse(run().isSteady(SCATTER));
  }

  @Test
  void theOrderOfPacketsIsAllTheSame() {
    aJump();
    ClockRuns.Off sorted = run();
    Collections.shuffle(packets, new Random(7));
    assertEquals(sorted.fromMillis(), run().fromMillis());
    assertEquals(sorted.toMillis(), run().toMillis());
    assertEquals(sorted.packets(), run().packets());
    assertEquals(sorted.medianSeconds(), run().medianSeconds());
  }
}
