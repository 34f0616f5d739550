package io.qingtu.route.permit;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Measures routes against roads and places. */
final class RouteSurvey {
  private static final double STEP_M = 20;

  private final LocalPlane plane;
  private final SegmentGrid roads;

  RouteSurvey(LocalPlane plane, SegmentGrid roads) {
    this.plane = plane;
    this.roads = roads;
  }

  /**
   * How much of a line lies farther from every road than this, 0 to 1.
   *
   * @param line degrees
   */
  double shareOffRoad(LineString line, double reachMetres) {
    Coordinate[] c = planar(line).getCoordinates();
    int points = 0;
    int off = 0;
    for (int i = 1; i < c.length; i++) {
      int steps = (int) Math.max(1, Math.ceil(c[i].distance(c[i - 1]) / STEP_M));
      for (int k = 0; k < steps; k++) {
        double share = (k + 0.5) / steps;
        double x = c[i - 1].x + share * (c[i].x - c[i - 1].x);
        double y = c[i - 1].y + share * (c[i].y - c[i - 1].y);
        points++;
        off += roads.nearest(x, y, reachMetres) < reachMetres ? 0 : 1;
      }
    }
    return (double) off / points;
  }

  /** Metres between two geometries of degrees. */
  double distance(Geometry a, Geometry b) {
    return planar(a).distance(planar(b));
  }

  private Geometry planar(Geometry degrees) {
    Geometry metres = degrees.copy();
    metres.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            LocalPlane.Point to = plane.point(points.getX(i), points.getY(i));
            points.setOrdinate(i, CoordinateSequence.X, to.x());
            points.setOrdinate(i, CoordinateSequence.Y, to.y());
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return metres;
  }
}
