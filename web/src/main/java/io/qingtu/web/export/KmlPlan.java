package io.qingtu.web.export;

import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/** KML 2.2: a placemark a row, its columns as extended data. */
final class KmlPlan {
  private KmlPlan() {}

  static void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
    XmlOut xml = new XmlOut(out);
    xml.begin("kml", "xmlns", "http://www.opengis.net/kml/2.2").begin("Document");
    for (PlanRow row : rows) {
      xml.begin("Placemark");
      String name = row.text("name");
      xml.text("name", name.isEmpty() ? layer.id(row) : name);
      xml.begin("ExtendedData");
      for (String column : layer.columns()) {
        xml.begin("Data", "name", column).text("value", row.text(column)).end();
      }
      xml.end();
      if (row.shape().isPresent()) {
        shape(xml, row.shape().get());
      }
      xml.end();
    }
    xml.close();
  }

  private static void shape(XmlOut xml, Geometry shape) throws IOException {
    if (shape instanceof GeometryCollection parts) {
      xml.begin("MultiGeometry");
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        shape(xml, parts.getGeometryN(i));
      }
      xml.end();
    } else if (shape instanceof Polygon polygon) {
      xml.begin("Polygon");
      ring(xml, "outerBoundaryIs", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(xml, "innerBoundaryIs", polygon.getInteriorRingN(i));
      }
      xml.end();
    } else {
      xml.begin("LineString").text("coordinates", coordinates(shape)).end();
    }
  }

  private static void ring(XmlOut xml, String boundary, Geometry ring) throws IOException {
    xml.begin(boundary).begin("LinearRing").text("coordinates", coordinates(ring)).end().end();
  }

  private static String coordinates(Geometry shape) {
    return Arrays.stream(shape.getCoordinates())
        .map(c -> c.x + "," + c.y)
        .collect(Collectors.joining(" "));
  }
}
