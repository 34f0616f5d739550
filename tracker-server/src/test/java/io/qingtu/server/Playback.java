package io.qingtu.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.Patience;
import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.track.Fix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Has terminals send a story while the server's clock follows it. */
public final class Playback {
  private Playback() {}

  /**
   * Sends all.
   *
   * @param fixes in the order in which they are received
   * @param step so much of the story is sent at once, and acknowledged before the next
   */
  public static void play(List<Fix> fixes, Duration step, ConnectedFleet fleet, HandClock clock)
      throws InterruptedException {
    int from = 0;
    while (from < fixes.size()) {
      Instant until = fixes.get(from).receivedTime().plus(step);
      int to = from;
      while (to < fixes.size() && fixes.get(to).receivedTime().isBefore(until)) {
        to++;
      }
      clock.now = fixes.get(to - 1).receivedTime();
      fleet.send(fixes.subList(from, to));
      assertTrue(fleet.awaitAcknowledgements(Patience.LONGEST), "not acknowledged by " + clock.now);
      from = to;
    }
  }
}
