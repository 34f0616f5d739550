package io.qingtu.route.casework;

import io.qingtu.route.geo.LocalPlane;

/**
 * Where something was found.
 *
 * @param longitude degrees, WGS-84; NaN where nobody said
 * @param latitude degrees, WGS-84; NaN where nobody said
 */
public record Scene(double longitude, double latitude) {
  /** Nobody said where. */
  public static final Scene UNKNOWN = new Scene(Double.NaN, Double.NaN);

  public boolean isKnown() {
    return !Double.isNaN(longitude) && !Double.isNaN(latitude);
  }

  /** m; both are known. */
  public double metresTo(Scene other) {
    LocalPlane plane = new LocalPlane(longitude, latitude);
    return Math.hypot(
        plane.x(other.longitude, other.latitude), plane.y(other.longitude, other.latitude));
  }
}
