package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.geo.LocalPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where a place lies on a drawing: metres about a point, fitted into a rectangle of millimetres.
 */
final class MapFrame {
  /** Nothing is drawn larger than this, so that a vehicle that stands is not lost in itself. */
  private static final double LEAST_METRES = 200;

  private static final double MARGIN = 0.06;

  private final LocalPlane plane;
  private final double width;
  private final double height;
  private final Envelope envelope = new Envelope();

  /**
   * @param shown what must be on the drawing, WGS-84 degrees; at least one
   */
  MapFrame(List<Coordinate> shown, double widthMm, double heightMm) {
    this.width = widthMm;
    this.height = heightMm;
    this.plane = new LocalPlane(shown.get(0).x, shown.get(0).y);
    for (Coordinate c : shown) {
      envelope.expandToInclude(plane.x(c.x, c.y), plane.y(c.x, c.y));
    }
    envelope.expandBy(
        Math.max(0, (LEAST_METRES - envelope.getWidth()) / 2),
        Math.max(0, (LEAST_METRES - envelope.getHeight()) / 2));
    envelope.expandBy(Math.max(envelope.getWidth(), envelope.getHeight()) * MARGIN);
  }

  /** Millimetres a metre. */
  double scale() {
    return Math.min(width / envelope.getWidth(), height / envelope.getHeight());
  }

  double x(double lon, double lat) {
    return width / 2 + (plane.x(lon, lat) - envelope.centre().x) * scale();
  }

  /** Downwards. */
  double y(double lon, double lat) {
    return height / 2 - (plane.y(lon, lat) - envelope.centre().y) * scale();
  }

  /** Points of a polyline. */
  String points(List<Coordinate> line) {
    StringBuilder out = new StringBuilder();
    for (Coordinate c : line) {
      out.append(String.format(Locale.ROOT, "%.2f,%.2f ", x(c.x, c.y), y(c.x, c.y)));
    }
    return out.toString().trim();
  }

  /** The lines of a GeoJSON geometry: of a polygon its rings. */
  static List<List<Coordinate>> lines(JsonNode feature) {
    List<List<Coordinate>> lines = new ArrayList<>();
    collect(feature.path("geometry").path("coordinates"), lines);
    return lines;
  }

  private static void collect(JsonNode coordinates, List<List<Coordinate>> lines) {
    if (!coordinates.path(0).path(0).isNumber()) {
      coordinates.forEach(inner -> collect(inner, lines));
      return;
    }
    List<Coordinate> line = new ArrayList<>();
    coordinates.forEach(
        c -> line.add(new Coordinate(c.path(0).doubleValue(), c.path(1).doubleValue())));
    lines.add(line);
  }
}
