package io.qingtu.route.geo;

/** Elementary geometry of the plane, metres and degrees. */
public final class Planar {
  private Planar() {}

  /**
   * Distance of two points. {@link Math#hypot} is several times as dear: it guards against
   * overflow, which metres do not reach.
   */
  public static double distance(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Square of the distance of a point from a straight piece. */
  public static double distance2(double px, double py, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double len2 = dx * dx + dy * dy;
    double t = len2 == 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / len2;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    double ex = px - ax - t * dx;
    double ey = py - ay - t * dy;
    return ex * ex + ey * ey;
  }

  /** Angle between two bearings, 0–180 degrees. */
  public static double angle(double a, double b) {
    double d = Math.abs(a - b) % 360;
    return d > 180 ? 360 - d : d;
  }

  /** Angle between two bearings whatever the direction driven, 0–90 degrees. */
  public static double angleOfLines(double a, double b) {
    double d = angle(a, b);
    return d > 90 ? 180 - d : d;
  }
}
