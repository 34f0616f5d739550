package io.qingtu.server.command;

import io.qingtu.server.config.ConfigReader;
import java.time.Duration;

/**
 * How commands are sent.
 *
 * @param firstWait for an answer, before a command is sent again; the n-th wait is n times as long
 *     as the one before
 * @param tries how often a command is sent at most
 * @param lifts when the system itself asks for a picture
 */
public record CommandConfig(Duration firstWait, int tries, LiftSnapshots.Config lifts) {
  public static CommandConfig read(ConfigReader in) {
    return new CommandConfig(
        in.duration("command.first-wait", Duration.ofSeconds(10)),
        in.number("command.tries", 3, 1, 6),
        LiftSnapshots.Config.read(in));
  }

  /**
   * Response time-out of JT/T 808: T(n+1) = T(n) × (n+1).
   *
   * @param tries 1 for the first time it was sent
   */
  Duration waitAfter(int tries) {
    Duration wait = firstWait;
    for (int n = 2; n <= tries; n++) {
      wait = wait.multipliedBy(n);
    }
    return wait;
  }
}
