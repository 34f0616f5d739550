package io.qingtu.server.dataset;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** A row that has a shape. */
interface GeoFields extends Fields {
  /**
   * Its shape, WGS-84 degrees.
   *
   * @throws DataSetException where it has none, or one that cannot be
   */
  Geometry geometry();

  /** A polygon or multi-polygon that does not cross itself. */
  default Geometry polygon() {
    Geometry g = geometry();
    if (!(g instanceof Polygonal)) {
      String found =
          g instanceof LineString ? "line" : g.getGeometryType().toLowerCase(Locale.ROOT);
      throw wrong("is a " + found + ", not a polygon");
    }
    TopologyValidationError error = new IsValidOp(g).getValidationError();
    if (error != null) {
      throw wrong(
          error.getMessage() + " at " + error.getCoordinate().x + ", " + error.getCoordinate().y);
    }
    return g;
  }

  default LineString line() {
    if (geometry() instanceof LineString line) {
      if (line.getLength() == 0) {
        throw wrong("is a line without length");
      }
      return line;
    }
    throw wrong("is not a line");
  }
}
