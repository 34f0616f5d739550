package io.qingtu.route.geo;

import org.locationtech.jts.geom.Coordinate;

/** The published formulas of the offsets of GCJ-02 and BD-09, degrees. */
final class ChineseOffset {
  private static final double A = 6378245;
  private static final double E2 = 0.00669342162296594323;
  private static final double TURN = Math.PI * 3000 / 180;

  private ChineseOffset() {}

  /** WGS-84 to GCJ-02; outside China nothing is shifted. */
  static Coordinate shifted(double longitude, double latitude) {
    if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) {
      return new Coordinate(longitude, latitude);
    }
    double x = longitude - 105;
    double y = latitude - 35;
    double phi = Math.toRadians(latitude);
    double w2 = 1 - E2 * Math.sin(phi) * Math.sin(phi);
    double w = Math.sqrt(w2);
    double metresPerDegreeNorth = Math.toRadians(A * (1 - E2) / (w2 * w));
    double metresPerDegreeEast = Math.toRadians(A / w * Math.cos(phi));
    return new Coordinate(
        longitude + east(x, y) / metresPerDegreeEast,
        latitude + north(x, y) / metresPerDegreeNorth);
  }

  /** GCJ-02 to BD-09. */
  static Coordinate turned(double longitude, double latitude) {
    double radius = Math.hypot(longitude, latitude) + 0.00002 * Math.sin(latitude * TURN);
    double angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * TURN);
    return new Coordinate(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
  }

  private static double north(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + waves(x, 20, 6, 20, 2)
        + waves(y, 20, 1, 40, 1.0 / 3)
        + waves(y, 160, 1.0 / 12, 320, 1.0 / 30);
  }

  private static double east(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + waves(x, 20, 6, 20, 2)
        + waves(x, 20, 1, 40, 1.0 / 3)
        + waves(x, 150, 1.0 / 12, 300, 1.0 / 30);
  }

  /** Two thirds of two sines, whose frequencies are in half turns a degree. */
  private static double waves(double v, double a, double fa, double b, double fb) {
    return (a * Math.sin(fa * v * Math.PI) + b * Math.sin(fb * v * Math.PI)) * 2 / 3;
  }
}
