package io.qingtu.route.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** A line in the plane with a half-width, and the distance of points from it. */
public final class Corridor {
  private static final int WINDOW = 5;

  private final String id;
  private final double[] x;
  private final double[] y;
  private final double halfWidth;

  /**
   * @param line longitude/latitude, WGS-84 degrees
   * @param halfWidth m
   */
  public Corridor(String id, LineString line, double halfWidth, LocalPlane plane) {
    this.id = id;
    this.halfWidth = halfWidth;
    Coordinate[] c = line.getCoordinates();
    x = new double[c.length];
    y = new double[c.length];
    for (int i = 0; i < c.length; i++) {
      x[i] = plane.x(c[i].x, c[i].y);
      y[i] = plane.y(c[i].x, c[i].y);
    }
  }

  /** The route's id. */
  public String id() {
    return id;
  }

  public double halfWidth() {
    return halfWidth;
  }

  /** Remembers where on a line a vehicle was, so that the next look-up begins there. */
  public static final class Hint {
    private int piece = 1;
  }

  /**
   * Metres from the line. The pieces around the hint are asked first; where they are within the
   * half-width, theirs is the answer (it may be longer than the shortest), else the whole line is.
   */
  public double distance(double px, double py, Hint hint) {
    double near = scan(px, py, hint, hint.piece - WINDOW, hint.piece + WINDOW);
    return near <= halfWidth ? near : scan(px, py, hint, 1, x.length - 1);
  }

  /** Metres from the line. */
  public double distance(double px, double py) {
    return scan(px, py, new Hint(), 1, x.length - 1);
  }

  /**
   * Whether the bounding boxes of the line and of these points come within {@code reach} metres.
   */
  boolean mayBeNear(double[] px, double[] py, double reach) {
    return overlap(px, x, reach) && overlap(py, y, reach);
  }

  private static boolean overlap(double[] a, double[] b, double reach) {
    return min(a) <= max(b) + reach && max(a) >= min(b) - reach;
  }

  private static double min(double[] v) {
    double m = v[0];
    for (double d : v) {
      m = Math.min(m, d);
    }
    return m;
  }

  private static double max(double[] v) {
    double m = v[0];
    for (double d : v) {
      m = Math.max(m, d);
    }
    return m;
  }

  private double scan(double px, double py, Hint hint, int from, int to) {
    double best = Double.MAX_VALUE;
    for (int i = Math.max(1, from); i <= Math.min(x.length - 1, to); i++) {
      double d2 = Planar.distance2(px, py, x[i - 1], y[i - 1], x[i], y[i]);
      if (d2 < best) {
        best = d2;
        hint.piece = i;
      }
    }
    return Math.sqrt(best);
  }
}
