package io.qingtu.server.dataset;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Segment;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What only the whole plan shows: geometry outside the city, references into the void. */
final class PlanCheck {
  /**
   * Half a province: farther than this from the middle of the city lies no road and no ground of
   * it, m.
   */
  private static final double REACH_METRES = 150_000;

  private PlanCheck() {}

  static void check(CityPlan plan) {
    Envelope city = city(plan);
    for (Place p : plan.places()) {
      inside(city, "places.geojson", p.id(), p.polygon());
    }
    for (PermittedRoute r : plan.routes()) {
      inside(city, "routes.geojson", r.id(), r.line());
    }
    for (Segment s : plan.segments()) {
      inside(city, "segments.geojson", s.id(), s.line());
    }
    for (CollectionPoint p : plan.collectionPoints()) {
      inside(city, "collection_points.csv", p.id(), point(p.longitude(), p.latitude()));
    }
    for (IncidentReport r : plan.records().reports()) {
      inside(city, "reports.csv", r.id(), point(r.longitude(), r.latitude()));
    }
    if (plan.segments().isEmpty()) {
      return; // no road is known: what is required of one concerns nobody
    }
    Set<String> segments = plan.segments().stream().map(Segment::id).collect(Collectors.toSet());
    for (Requirement r : plan.requirements()) {
      r.segmentId()
          .filter(id -> !segments.contains(id))
          .ifPresent(
              id -> {
                throw new DataSetException(
                    "requirements.csv", r.id(), "segment " + id + " is in no file");
              });
    }
  }

  private static Geometry point(double longitude, double latitude) {
    return new GeometryFactory().createPoint(new Coordinate(longitude, latitude));
  }

  private static void inside(Envelope city, String file, String id, Geometry g) {
    for (Coordinate c : g.getCoordinates()) {
      if (!city.contains(c)) {
        throw new DataSetException(file, id, outside(c));
      }
    }
  }

  /** What is wrong with a point. */
  static String outside(Coordinate c) {
    return "point " + c.x + ", " + c.y + " lies outside the city (longitude and latitude swapped?)";
  }

  /** Around the median of all points, which one wrong line cannot move. */
  static Envelope city(CityPlan plan) {
    Coordinate[] all =
        Stream.of(
                plan.places().stream().map(Place::polygon),
                plan.routes().stream().map(PermittedRoute::line),
                plan.segments().stream().map(Segment::line))
            .flatMap(s -> s)
            .map(g -> g.getCoordinates())
            .flatMap(Arrays::stream)
            .toArray(Coordinate[]::new);
    if (all.length == 0) {
      return new Envelope(-180, 180, -90, 90); // nobody says where the city is
    }
    double lon = median(Arrays.stream(all).mapToDouble(c -> c.x));
    double lat = median(Arrays.stream(all).mapToDouble(c -> c.y));
    double dLat = REACH_METRES / 111_000;
    double dLon = dLat / Math.max(0.05, Math.cos(Math.toRadians(lat)));
    return new Envelope(lon - dLon, lon + dLon, lat - dLat, lat + dLat);
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
