package io.qingtu.web.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When what was not taken is tried again.
 *
 * @param firstPause after the first attempt; doubled after each further one
 * @param longestPause between two attempts
 * @param giveUpAfter so long after its first attempt it is given up
 */
public record Retries(Duration firstPause, Duration longestPause, Duration giveUpAfter) {
  /**
   * The next attempt; empty where it is given up.
   *
   * @param since the first attempt
   * @param attempts before the one that has failed now
   */
  public Optional<Instant> next(Instant since, int attempts, Instant now) {
    return now.isBefore(since.plus(giveUpAfter))
        ? Optional.of(now.plus(pause(attempts)))
        : Optional.empty();
  }

  /** Twice as long each time, and half of it by chance: many must not come back at one moment. */
  Duration pause(int attempts) {
    long most = longestPause.toMillis();
    long doubled = firstPause.toMillis() << Math.min(attempts, 20);
    long full = Math.min(most, doubled);
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }
}
