package io.qingtu.route.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A polygon or multi-polygon in the plane as plain arrays: inside or how far outside, no objects.
 */
public final class FlatPolygon {
  private final double[][] xs;
  private final double[][] ys;
  private final double area;
  private double minX = Double.MAX_VALUE;
  private double minY = Double.MAX_VALUE;
  private double maxX = -Double.MAX_VALUE;
  private double maxY = -Double.MAX_VALUE;

  /**
   * @param polygon longitude/latitude, WGS-84 degrees
   */
  public FlatPolygon(Geometry polygon, LocalPlane plane) {
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < polygon.getNumGeometries(); i++) {
      if (polygon.getGeometryN(i) instanceof Polygon p) {
        rings.add(p.getExteriorRing());
        for (int k = 0; k < p.getNumInteriorRing(); k++) {
          rings.add(p.getInteriorRingN(k));
        }
      }
    }
    xs = new double[rings.size()][];
    ys = new double[rings.size()][];
    double sum = 0;
    for (int r = 0; r < xs.length; r++) {
      Coordinate[] c = rings.get(r).getCoordinates();
      xs[r] = new double[c.length];
      ys[r] = new double[c.length];
      for (int i = 0; i < c.length; i++) {
        xs[r][i] = plane.x(c[i].x, c[i].y);
        ys[r][i] = plane.y(c[i].x, c[i].y);
        minX = Math.min(minX, xs[r][i]);
        minY = Math.min(minY, ys[r][i]);
        maxX = Math.max(maxX, xs[r][i]);
        maxY = Math.max(maxY, ys[r][i]);
      }
      sum += Math.abs(ringArea(xs[r], ys[r]));
    }
    area = sum;
  }

  /** Square metres of all rings; tells smaller from larger polygons. */
  public double area() {
    return area;
  }

  double minX() {
    return minX;
  }

  double minY() {
    return minY;
  }

  double maxX() {
    return maxX;
  }

  double maxY() {
    return maxY;
  }

  /**
   * Whether the point lies inside, by the even-odd rule over all rings, or exactly on an edge: what
   * JTS calls covers.
   */
  public boolean contains(double x, double y) {
    if (x < minX || x > maxX || y < minY || y > maxY) {
      return false;
    }
    boolean inside = false;
    for (int r = 0; r < xs.length; r++) {
      double[] px = xs[r];
      double[] py = ys[r];
      for (int i = 1; i < px.length; i++) {
        boolean above = py[i] > y;
        if (above != py[i - 1] > y) {
          int side = CGAlgorithmsDD.orientationIndex(px[i - 1], py[i - 1], px[i], py[i], x, y);
          if (side == 0) {
            return true;
          }
          inside ^= above == side > 0;
        } else if (py[i] == y && onLevelPiece(px, py, i, x, y)) {
          return true;
        }
      }
    }
    return inside;
  }

  /** Whether a point at the height of a piece's end is that end, or lies on a level piece. */
  private static boolean onLevelPiece(double[] px, double[] py, int i, double x, double y) {
    return px[i] == x
        || py[i - 1] == y && Math.min(px[i - 1], px[i]) <= x && x <= Math.max(px[i - 1], px[i]);
  }

  /** Metres to the polygon; 0 inside. */
  public double distance(double x, double y) {
    return contains(x, y) ? 0 : boundaryDistance(x, y);
  }

  /** Whether the polygon is at most so many metres away; cheaper than to ask how far it is. */
  public boolean isWithin(double x, double y, double metres) {
    return x >= minX - metres
        && x <= maxX + metres
        && y >= minY - metres
        && y <= maxY + metres
        && distance(x, y) <= metres;
  }

  /** Middle of the bounding box, m east. */
  public double middleX() {
    return (minX + maxX) / 2;
  }

  /** Middle of the bounding box, m north. */
  public double middleY() {
    return (minY + maxY) / 2;
  }

  /** Metres to the nearest edge, from either side. */
  public double boundaryDistance(double x, double y) {
    double best = Double.MAX_VALUE;
    for (int r = 0; r < xs.length; r++) {
      for (int i = 1; i < xs[r].length; i++) {
        best =
            Math.min(best, Planar.distance2(x, y, xs[r][i - 1], ys[r][i - 1], xs[r][i], ys[r][i]));
      }
    }
    return Math.sqrt(best);
  }

  private static double ringArea(double[] x, double[] y) {
    double twice = 0;
    for (int i = 1; i < x.length; i++) {
      twice += x[i - 1] * y[i] - x[i] * y[i - 1];
    }
    return twice / 2;
  }
}
