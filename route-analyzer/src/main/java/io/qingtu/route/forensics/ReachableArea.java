package io.qingtu.route.forensics;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a truck can have been in a time without fixes, and have unloaded there: the ellipse whose
 * foci are the two ends and whose major axis is the way that fits into the time. Roads are longer
 * than straight lines, so that the true area lies inside.
 */
public final class ReachableArea {
  private final LocalPlane plane;
  private final double ax;
  private final double ay;
  private final double bx;
  private final double by;
  private final double metresPerSecond;
  private final double major;

  ReachableArea(LostTime gap, Parameters p) {
    plane =
        new LocalPlane(
            (gap.fromLongitude() + gap.toLongitude()) / 2,
            (gap.fromLatitude() + gap.toLatitude()) / 2);
    ax = plane.x(gap.fromLongitude(), gap.fromLatitude());
    ay = plane.y(gap.fromLongitude(), gap.fromLatitude());
    bx = plane.x(gap.toLongitude(), gap.toLatitude());
    by = plane.y(gap.toLongitude(), gap.toLatitude());
    metresPerSecond = p.get(Parameter.REACH_KMH) / 3.6;
    long driving = gap.duration().toMillis() - p.millis(Parameter.REACH_DUMP_S);
    major = Math.max(0, metresPerSecond * driving / 1000);
  }

  /** Longest way that fits into the time beside the unloading, m; 0 where none does. */
  public double majorMetres() {
    return major;
  }

  /** The other axis, m; 0 where the time does not even suffice for the straight way. */
  public double minorMetres() {
    double focal = direct();
    return Math.sqrt(Math.max(0, major * major - focal * focal));
  }

  /** Whether a point can have been on the way. */
  boolean contains(double longitude, double latitude) {
    return way(longitude, latitude) <= major;
  }

  /** How much longer the drive takes by way of a point than straight on. */
  Duration detour(double longitude, double latitude) {
    double more = way(longitude, latitude) - direct();
    return Duration.ofSeconds(Math.round(Math.max(0, more) / metresPerSecond));
  }

  /**
   * The ellipse as a ring, counter-clockwise and closed; empty where nothing is reachable.
   *
   * @param corners 3 or more
   * @return longitude and latitude of each corner, WGS-84 degrees
   */
  public List<double[]> outline(int corners) {
    List<double[]> ring = new ArrayList<>();
    if (major < direct() || major == 0) {
      return ring;
    }
    double turn = Math.atan2(by - ay, bx - ax);
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * (i % corners) / corners;
      double along = major / 2 * Math.cos(angle);
      double across = minorMetres() / 2 * Math.sin(angle);
      double x = (ax + bx) / 2 + along * Math.cos(turn) - across * Math.sin(turn);
      double y = (ay + by) / 2 + along * Math.sin(turn) + across * Math.cos(turn);
      ring.add(new double[] {plane.longitude(x, y), plane.latitude(x, y)});
    }
    return ring;
  }

  private double direct() {
    return Planar.distance(ax, ay, bx, by);
  }

  private double way(double longitude, double latitude) {
    double x = plane.x(longitude, latitude);
    double y = plane.y(longitude, latitude);
    return Planar.distance(ax, ay, x, y) + Planar.distance(x, y, bx, by);
  }
}
