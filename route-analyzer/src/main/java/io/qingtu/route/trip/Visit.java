package io.qingtu.route.trip;

import io.qingtu.route.plan.Place;
import java.time.Duration;
import java.time.Instant;

/**
 * A stay of the vehicle in a place (SM-3).
 *
 * @param enter first fix inside
 * @param exit first fix outside; null while inside
 */
public record Visit(Place place, Instant enter, Instant exit) {
  /** Time inside, up to {@code now} while the vehicle has not left. */
  public Duration dwell(Instant now) {
    return Duration.between(enter, exit == null ? now : exit);
  }
}
