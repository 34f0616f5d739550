package io.qingtu.route.casework;

import io.qingtu.route.geo.LocalPlane;
import java.time.Duration;
import java.time.Instant;

/** What makes two reports one case: the same type, near each other in place and time. */
public final class Merging {
  /** m. */
  public static final double WITHIN_METRES = 100;

  public static final Duration WITHIN = Duration.ofHours(2);

  /**
   * Something that was found or reported.
   *
   * @param longitude degrees, WGS-84
   * @param latitude degrees, WGS-84
   */
  public record Finding(CaseType type, Instant at, double longitude, double latitude) {}

  private Merging() {}

  /** Whether both are of one case. */
  public static boolean isOne(Finding a, Finding b) {
    return a.type() == b.type()
        && Duration.between(a.at(), b.at()).abs().compareTo(WITHIN) <= 0
        && metres(a, b) <= WITHIN_METRES;
  }

  private static double metres(Finding a, Finding b) {
    LocalPlane plane = new LocalPlane(a.longitude(), a.latitude());
    return Math.hypot(plane.x(b.longitude(), b.latitude()), plane.y(b.longitude(), b.latitude()));
  }
}
