package io.qingtu.web.api;

import io.qingtu.route.track.Position;
import io.qingtu.server.store.Area;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Who was in an area in a period (区域查车).
 *
 * @param polygon within the rectangle; empty: all of it
 */
record AreaQuestion(Area area, Optional<Polygon> polygon, String corners, Period period) {
  private static final int MOST_CORNERS = 100;

  /** Degrees of area times days that one question may ask for: 0.1° × 0.1° for 31 days. */
  private static final double MOST_DEGREE_DAYS = 0.1 * 0.1 * Period.MOST_DAYS;

  /**
   * @throws ApiException where something of it is wrong, or it asks for too much
   */
  static AreaQuestion of(Arguments in) {
    Area area = rectangle(in);
    Period period = Period.of(in);
    double days = Duration.between(period.from(), period.to()).toSeconds() / 86_400.0;
    if ((area.east() - area.west()) * (area.north() - area.south()) * days > MOST_DEGREE_DAYS) {
      throw ApiException.badParameter("to", "is too long for so large an area");
    }
    Optional<String> corners = in.text("polygon");
    return new AreaQuestion(area, corners.map(AreaQuestion::polygon), corners.orElse(""), period);
  }

  /** As the audit names it. */
  String object() {
    return "area/%.5f,%.5f,%.5f,%.5f"
        .formatted(area.west(), area.south(), area.east(), area.north());
  }

  Map<String, Object> details() {
    return Map.of(
        "from", period.from().toString(), "to", period.to().toString(), "polygon", corners);
  }

  /** Takes away whatever was within the rectangle and without the polygon. */
  void keepWithin(SortedMap<String, List<Position>> inside) {
    if (polygon.isEmpty()) {
      return;
    }
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(polygon.get());
    inside.replaceAll(
        (plate, fixes) ->
            fixes.stream()
                .filter(
                    p ->
                        locator.locate(new Coordinate(p.longitude(), p.latitude()))
                            != Location.EXTERIOR)
                .toList());
    inside.values().removeIf(List::isEmpty);
  }

  private static Area rectangle(Arguments in) {
    double west = in.degrees("west", 180);
    double south = in.degrees("south", 90);
    double east = in.degrees("east", 180);
    double north = in.degrees("north", 90);
    if (!(west < east)) {
      throw ApiException.badParameter("east", "is not east of west");
    }
    if (!(south < north)) {
      throw ApiException.badParameter("north", "is not north of south");
    }
    return new Area(west, south, east, north);
  }

  /** Corners as 119.1,36.7,119.2,36.7,… without the first one again. */
  private static Polygon polygon(String text) {
    String[] degrees = text.split(",");
    int corners = degrees.length / 2;
    if (degrees.length % 2 == 1 || corners < 3 || corners > MOST_CORNERS) {
      throw ApiException.badParameter("polygon", "has not 3 to " + MOST_CORNERS + " corners");
    }
    Coordinate[] ring = new Coordinate[corners + 1];
    try {
      for (int i = 0; i < ring.length; i++) {
        int at = 2 * (i % corners);
        ring[i] =
            new Coordinate(Double.parseDouble(degrees[at]), Double.parseDouble(degrees[at + 1]));
      }
      Polygon polygon = new GeometryFactory().createPolygon(ring);
      if (polygon.isValid()) {
        return polygon;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter("polygon", "is no polygon that does not cross itself");
  }
}
