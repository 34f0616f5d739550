package io.qingtu.route.datum;

import io.qingtu.route.geo.Datum;
import io.qingtu.route.geo.FlatPolygon;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Who was at a place as it is drawn, and who would have been if it were drawn in another datum:
 * ends of the routes to it and stays of the trucks that may go there. A witness within reach of
 * both says nothing; one just beside the place speaks for it, for polygons grow old (P04).
 */
final class PlaceWitnesses {
  private final FlatPolygon drawn;
  private final LocalPlane plane;
  private final double inside;
  private final double elsewhere;
  private int routesAsDrawn;
  private int routesShifted;
  private int staysAsDrawn;
  private int staysShifted;

  PlaceWitnesses(FlatPolygon drawn, LocalPlane plane, Parameters p) {
    this.drawn = drawn;
    this.plane = plane;
    this.inside = p.get(Parameter.EXIT_M);
    this.elsewhere = p.get(Parameter.DEV_APRON_M);
  }

  PlaceWitnesses hear(Datum datum, List<Coordinate> routeEnds, List<Coordinate> stays) {
    for (Coordinate c : routeEnds) {
      int vote = vote(datum, c);
      routesAsDrawn += vote < 0 ? 1 : 0;
      routesShifted += vote > 0 ? 1 : 0;
    }
    for (Coordinate c : stays) {
      int vote = vote(datum, c);
      staysAsDrawn += vote < 0 ? 1 : 0;
      staysShifted += vote > 0 ? 1 : 0;
    }
    return this;
  }

  /** Witnesses that speak for the place as it is drawn. */
  int asDrawn() {
    return routesAsDrawn + staysAsDrawn;
  }

  /** Witnesses that speak for the other datum. */
  int shifted() {
    return routesShifted + staysShifted;
  }

  /** Whether both a route and a truck's stay speak for it: neither knows of the other. */
  boolean ofBothKinds() {
    return routesShifted > 0 && staysShifted > 0;
  }

  /** 1 for the other datum, -1 for the place as it is drawn, 0 for neither. */
  private int vote(Datum datum, Coordinate at) {
    double asDrawn = drawn.distance(plane.x(at.x, at.y), plane.y(at.x, at.y));
    Coordinate to = datum.fromWgs84(at.x, at.y);
    double shifted = drawn.distance(plane.x(to.x, to.y), plane.y(to.x, to.y));
    if (shifted <= inside) {
      return asDrawn > elsewhere ? 1 : 0;
    }
    return asDrawn <= elsewhere ? -1 : 0;
  }
}
