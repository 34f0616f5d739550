package io.qingtu.server.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * GeoJSON geometries (RFC 7946: longitude, latitude, WGS-84) to JTS and back: polygons,
 * multi-polygons, lines.
 */
public final class GeoJson {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GeoJson() {}

  /**
   * @throws IllegalArgumentException where the node is no such geometry, or a coordinate is not on
   *     the globe
   */
  public static Geometry geometry(JsonNode node) {
    JsonNode c = node.path("coordinates");
    return switch (node.path("type").asText()) {
      case "LineString" -> GEOMETRIES.createLineString(coordinates(c, 2));
      case "Polygon" -> polygon(c);
      case "MultiPolygon" -> {
        Polygon[] parts = new Polygon[c.size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = polygon(c.get(i));
        }
        yield GEOMETRIES.createMultiPolygon(parts);
      }
      default ->
          throw new IllegalArgumentException(
              "geometry \""
                  + node.path("type").asText()
                  + "\" is not a LineString, Polygon or MultiPolygon");
    };
  }

  /** A geometry from its text. */
  public static Geometry parse(String text) {
    try {
      return geometry(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The geometry as a GeoJSON object. */
  public static ObjectNode toJson(Geometry geometry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (geometry instanceof LineString line) {
      node.put("type", "LineString");
      node.set("coordinates", array(line.getCoordinates()));
    } else if (geometry instanceof Polygon polygon) {
      node.put("type", "Polygon");
      node.set("coordinates", rings(polygon));
    } else {
      node.put("type", "MultiPolygon");
      ArrayNode parts = node.putArray("coordinates");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        parts.add(rings((Polygon) geometry.getGeometryN(i)));
      }
    }
    return node;
  }

  private static Polygon polygon(JsonNode rings) {
    if (rings.isEmpty()) {
      throw new IllegalArgumentException("polygon without a ring");
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return GEOMETRIES.createPolygon(ring(rings.get(0)), holes);
  }

  private static LinearRing ring(JsonNode node) {
    return GEOMETRIES.createLinearRing(coordinates(node, 4));
  }

  private static Coordinate[] coordinates(JsonNode node, int least) {
    if (!node.isArray() || node.size() < least) {
      throw new IllegalArgumentException("needs at least " + least + " points, has " + node.size());
    }
    Coordinate[] c = new Coordinate[node.size()];
    for (int i = 0; i < c.length; i++) {
      double lon = node.get(i).path(0).asDouble(Double.NaN);
      double lat = node.get(i).path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
        throw new IllegalArgumentException(
            "point " + (i + 1) + " (" + lon + ", " + lat + ") is not longitude, latitude");
      }
      c[i] = new Coordinate(lon, lat);
    }
    return c;
  }

  private static ArrayNode rings(Polygon polygon) {
    ArrayNode rings = JsonNodeFactory.instance.arrayNode();
    rings.add(array(polygon.getExteriorRing().getCoordinates()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(array(polygon.getInteriorRingN(i).getCoordinates()));
    }
    return rings;
  }

  private static ArrayNode array(Coordinate[] coordinates) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Coordinate c : coordinates) {
      array.addArray().add(c.x).add(c.y);
    }
    return array;
  }
}
