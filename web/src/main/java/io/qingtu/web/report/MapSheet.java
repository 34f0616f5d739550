package io.qingtu.web.report;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.PlaceKind;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where a city's places lie on a sheet: its roads and what it draws of its places fill it. */
final class MapSheet {
  private final double width;
  private final double height;
  private final LocalPlane plane;
  private final Envelope frame = new Envelope();

  /**
   * @param plan has at least one road
   * @param width mm
   * @param height mm
   */
  MapSheet(CityPlan plan, double width, double height) {
    this.width = width;
    this.height = height;
    Coordinate first = plan.segments().get(0).line().getCoordinate();
    this.plane = new LocalPlane(first.x, first.y);
    plan.segments().forEach(s -> include(s.line().getCoordinates()));
    plan.places().stream()
        .filter(p -> isDrawn(p.kind()))
        .forEach(p -> include(p.polygon().getCoordinates()));
    frame.expandBy(Math.max(frame.getWidth(), frame.getHeight()) * 0.02 + 1);
  }

  /** Sites, and where loads may go. */
  static boolean isDrawn(PlaceKind kind) {
    return kind == PlaceKind.SITE || kind.isEndPlace();
  }

  private void include(Coordinate[] line) {
    for (Coordinate c : line) {
      frame.expandToInclude(plane.x(c.x, c.y), plane.y(c.x, c.y));
    }
  }

  /** A line as {@link Svg} takes it. */
  String points(Coordinate[] line) {
    StringBuilder out = new StringBuilder();
    for (Coordinate c : line) {
      out.append(String.format(Locale.ROOT, "%.2f,%.2f ", x(c), y(c)));
    }
    return out.toString().trim();
  }

  /** mm a metre. */
  double scale() {
    return Math.min(width / frame.getWidth(), height / frame.getHeight());
  }

  /** mm from the left. */
  double x(Coordinate c) {
    double centre = (frame.getMinX() + frame.getMaxX()) / 2;
    return width / 2 + (plane.x(c.x, c.y) - centre) * scale();
  }

  /** mm from the top. */
  double y(Coordinate c) {
    double centre = (frame.getMinY() + frame.getMaxY()) / 2;
    return height / 2 - (plane.y(c.x, c.y) - centre) * scale();
  }
}
