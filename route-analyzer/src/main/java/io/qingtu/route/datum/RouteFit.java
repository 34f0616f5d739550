package io.qingtu.route.datum;

import io.qingtu.route.geo.Datum;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * How much of a drawn line lies on the roads, as it is and in another datum. That datum is believed
 * where nearly all of it does then and less than half does now, along the meridian and across it: a
 * straight line beside a road it does not belong to has only one direction.
 */
final class RouteFit {
  private static final double STEP = 20;
  private static final double HALF = 0.5;
  private static final double NORTH_SOUTH = 45;

  private final SegmentGrid roads;
  private final LocalPlane plane;
  private final double reach;
  private final double share;
  private final double least;

  RouteFit(SegmentGrid roads, LocalPlane plane, Parameters p) {
    this.roads = roads;
    this.plane = plane;
    this.reach = p.get(Parameter.ROUTE_NEAR_M);
    this.share = p.get(Parameter.ROUTE_NEAR_SHARE);
    this.least = p.get(Parameter.DATUM_SHARE);
  }

  /** The other datum that this line has; empty where nothing speaks for one. */
  Optional<Datum> of(LineString line) {
    double[] asGiven = shares(line, Datum.WGS84);
    if (asGiven[0] >= HALF || asGiven[1] >= HALF) {
      return Optional.empty();
    }
    for (Datum datum : new Datum[] {Datum.GCJ02, Datum.BD09}) {
      double[] shifted = shares(line, datum);
      if (shifted[0] >= share && shifted[1] >= share) {
        return Optional.of(datum);
      }
    }
    return Optional.empty();
  }

  /**
   * Share of the line near a road across the meridian, and along it; 1 for both, and so nothing to
   * tell, where too little of it has one of the directions.
   */
  private double[] shares(LineString line, Datum datum) {
    int[] points = new int[2];
    int[] near = new int[2];
    Coordinate[] c = line.getCoordinates();
    for (int i = 1; i < c.length; i++) {
      double dx = plane.x(c[i].x, c[i].y) - plane.x(c[i - 1].x, c[i - 1].y);
      double dy = plane.y(c[i].x, c[i].y) - plane.y(c[i - 1].x, c[i - 1].y);
      double bearing = Math.toDegrees(Math.atan2(dx, dy));
      int direction = Planar.angleOfLines(bearing, 0) < NORTH_SOUTH ? 1 : 0;
      int steps = (int) Math.max(1, Math.ceil(Math.hypot(dx, dy) / STEP));
      for (int k = 0; k < steps; k++) {
        points[direction]++;
        near[direction] += isOnRoad(between(c[i - 1], c[i], (k + 0.5) / steps), datum) ? 1 : 0;
      }
    }
    int all = points[0] + points[1];
    boolean oneWay = points[0] < least * all || points[1] < least * all;
    return oneWay
        ? new double[] {1, 1}
        : new double[] {(double) near[0] / points[0], (double) near[1] / points[1]};
  }

  private boolean isOnRoad(Coordinate c, Datum datum) {
    Coordinate at = datum.toWgs84(c.x, c.y);
    return roads.nearest(plane.x(at.x, at.y), plane.y(at.x, at.y), reach) < reach;
  }

  private static Coordinate between(Coordinate a, Coordinate b, double share) {
    return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
  }
}
