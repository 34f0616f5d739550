package io.qingtu.route.forensics;

import java.time.Instant;

/**
 * A place that was dirtied, and between which moments (P08).
 *
 * @param longitude WGS-84 degrees
 * @param latitude WGS-84 degrees
 * @param clean last moment at which it was seen clean
 * @param dirty first moment at which it was seen dirty
 */
public record SpillQuestion(double longitude, double latitude, Instant clean, Instant dirty) {
  public SpillQuestion {
    if (!clean.isBefore(dirty)) {
      throw new IllegalArgumentException("seen dirty at " + dirty + ", not after " + clean);
    }
  }
}
