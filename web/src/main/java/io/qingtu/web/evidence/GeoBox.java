package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;

/** A box of longitudes and latitudes, WGS-84 degrees, that grows; meets nothing while empty. */
final class GeoBox {
  /** Length of a degree of latitude, m; good to 1 %, which is enough for choosing what to draw. */
  private static final double DEGREE_METRES = 111_320;

  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;

  /** Grows to a point; NaN is no point. */
  void include(double lon, double lat) {
    if (Double.isNaN(lon) || Double.isNaN(lat)) {
      return;
    }
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }

  void widen(double metres) {
    double dLat = metres / DEGREE_METRES;
    double dLon = dLat / Math.cos(Math.toRadians((south + north) / 2));
    if (west > east) {
      return;
    }
    west -= dLon;
    east += dLon;
    south -= dLat;
    north += dLat;
  }

  /** Whether the box of a GeoJSON geometry has a point in common with this one. */
  boolean meets(JsonNode geometry) {
    GeoBox other = new GeoBox();
    other.includeAll(geometry.path("coordinates"));
    return other.west <= east && other.east >= west && other.south <= north && other.north >= south;
  }

  private void includeAll(JsonNode coordinates) {
    if (coordinates.path(0).isNumber()) {
      include(coordinates.get(0).doubleValue(), coordinates.get(1).doubleValue());
    } else {
      coordinates.forEach(this::includeAll);
    }
  }
}
