package io.qingtu.route.rule;

import io.qingtu.route.track.ClockRuns;
import java.time.Instant;

/**
 * A time that a terminal claims while its clock is far from the server's, right before or after
 * (D06c): what it reports of that time was at another.
 */
record Misdated(Instant from, Instant to) {
  /**
   * @param scatter by which the offsets of its packets may differ, s
   */
  static Misdated of(ClockRuns.Off run, double scatter) {
    long offset = 1000 * run.medianSeconds();
    long around = Math.round(1000 * scatter);
    return new Misdated(
        Instant.ofEpochMilli(run.fromMillis() + offset - around),
        Instant.ofEpochMilli(run.toMillis() + offset + around));
  }

  boolean contains(Instant t) {
    return !t.isBefore(from) && !t.isAfter(to);
  }
}
