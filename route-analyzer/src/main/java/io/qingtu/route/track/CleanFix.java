package io.qingtu.route.track;

import io.qingtu.route.geo.Planar;
import java.time.Instant;

/**
 * A fix that passed the cleaning, in the city's plane, with what the cleaning knows of it.
 *
 * @param seen the fix as it came, and where that is in the plane
 * @param x metres east in the city's plane, snapped to the anchor while the vehicle stands (C07)
 * @param y metres north in the city's plane
 * @param speedKmh the speed the rules use: the lower of GNSS and recorder where they disagree for
 *     long (C09)
 * @param headingDegrees course, 0–359; -1 where the vehicle is too slow to have one (C08)
 * @param moving state of the motion machine SM-1 after this fix
 * @param afterGap whether a gap (C10) lies between the previous accepted fix and this one: nothing
 *     is known in between
 */
public record CleanFix(
    TrackCleaner.Point seen,
    double x,
    double y,
    double speedKmh,
    int headingDegrees,
    boolean moving,
    boolean afterGap) {
  /** The fix as it came. */
  public Position position() {
    return seen.position();
  }

  public Instant time() {
    return position().fixTime();
  }

  /** Its time in milliseconds since the epoch. */
  public long millis() {
    return seen.millis();
  }

  public Sensors sensors() {
    return position().sensors();
  }

  /** Metres to another fix, straight. */
  public double distanceTo(CleanFix other) {
    return Planar.distance(x, y, other.x, other.y);
  }

  /** Seconds since an earlier fix. */
  public double secondsSince(CleanFix earlier) {
    return (millis() - earlier.millis()) / 1000.0;
  }
}
