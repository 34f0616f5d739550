package io.qingtu.route.acceptance;

import java.time.Instant;
import java.util.List;

/**
 * How far a point of the live test has come.
 *
 * @param seen what it asks for and has been seen, in the order in which it was
 * @param missing what has still to be seen; empty where it has passed
 * @param measured number that it goes by: satellites, seconds of the drive, share of the weight's
 *     error; NaN where it goes by none
 */
public record CheckResult(
    CheckPoint point, List<Sighting> seen, List<String> missing, double measured) {
  /**
   * Something that was asked for.
   *
   * @param at fix time
   */
  public record Sighting(String what, Instant at) {}

  public CheckResult {
    seen = List.copyOf(seen);
    missing = List.copyOf(missing);
  }

  public boolean passed() {
    return missing.isEmpty();
  }
}
