package io.qingtu.route.forensics;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch without fixes in which a load may have gone (P05); places in WGS-84 degrees.
 *
 * @param from the last fix before
 * @param to the first fix after
 */
public record LostTime(
    Instant from,
    Instant to,
    double fromLongitude,
    double fromLatitude,
    double toLongitude,
    double toLatitude) {
  public Duration duration() {
    return Duration.between(from, to);
  }
}
