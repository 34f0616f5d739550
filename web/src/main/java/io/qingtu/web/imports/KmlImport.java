package io.qingtu.web.imports;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The placemarks of a KML file: lines and polygons, and what their extended data say. */
final class KmlImport {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int LONGEST_TEXT = 5_000_000;

  private final XMLStreamReader xml;
  private final List<ReadRow> rows = new ArrayList<>();
  private Map<String, String> columns = new LinkedHashMap<>();
  private final List<Geometry> shapes = new ArrayList<>();
  private final List<LinearRing> rings = new ArrayList<>();
  private String field = "";
  private String problem = "";
  private boolean inPlacemark;
  private boolean inPolygon;

  private KmlImport(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** KML, or the first KML of a KMZ. */
  static List<ReadRow> read(byte[] content) {
    byte[] kml =
        content[0] == 'P'
            ? ZipEntries.unpacked(content).entrySet().stream()
                .filter(e -> e.getKey().endsWith(".kml"))
                .findFirst()
                .orElseThrow()
                .getValue()
            : content;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // no entity of the file's own, and nothing from elsewhere
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new KmlImport(factory.createXMLStreamReader(new ByteArrayInputStream(kml))).rows();
    } catch (XMLStreamException e) {
      throw new ImportException(
          "the file is no KML: line " + e.getLocation().getLineNumber() + " is wrong");
    }
  }

  private List<ReadRow> rows() throws XMLStreamException {
    boolean first = true;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new ImportException("the file has a document type: KML has none");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (first && !xml.getLocalName().equals("kml")) {
          throw new ImportException("the file is no KML but " + xml.getLocalName());
        }
        first = false;
        begin(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(xml.getLocalName());
      }
    }
    return rows;
  }

  private void begin(String element) throws XMLStreamException {
    switch (element) {
      case "Placemark" -> {
        inPlacemark = true;
        columns = new LinkedHashMap<>();
        shapes.clear();
        problem = "";
        String id = xml.getAttributeValue(null, "id");
        if (id != null) {
          columns.put("id", id);
        }
      }
      case "Data", "SimpleData" -> field = xml.getAttributeValue(null, "name");
      case "Polygon" -> {
        inPolygon = true;
        rings.clear();
      }
      default -> {}
    }
    if (inPlacemark) {
      text(element);
    }
  }

  private void text(String element) throws XMLStreamException {
    switch (element) {
      case "name" -> columns.putIfAbsent("name", read());
      case "value", "SimpleData" -> {
        if (field != null) {
          columns.put(TableRows.nameOf(field), read());
        }
      }
      case "coordinates" -> coordinates(read());
      case "Point", "Track", "MultiTrack", "Model" -> problem = "has a " + element + ", no shape";
      default -> {}
    }
  }

  private String read() throws XMLStreamException {
    String text = xml.getElementText().trim();
    if (text.length() > LONGEST_TEXT) {
      throw new ImportException("the file has a text that is too long");
    }
    return text;
  }

  /** A ring where a polygon is open, else a line. */
  private void coordinates(String text) {
    if (!problem.isEmpty()) {
      return;
    }
    try {
      Coordinate[] points = points(text);
      if (inPolygon) {
        rings.add(GEOMETRIES.createLinearRing(points));
      } else {
        shapes.add(GEOMETRIES.createLineString(points));
      }
    } catch (IllegalArgumentException e) {
      problem = "has coordinates that are none";
    }
  }

  private static Coordinate[] points(String text) {
    String[] tuples = text.split("\\s+");
    Coordinate[] points = new Coordinate[tuples.length];
    for (int i = 0; i < tuples.length; i++) {
      String[] parts = tuples[i].split(",");
      if (parts.length < 2) {
        throw new IllegalArgumentException(tuples[i]);
      }
      points[i] = new Coordinate(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }
    return points;
  }

  private void end(String element) {
    if (element.equals("Polygon")) {
      inPolygon = false;
      if (!rings.isEmpty()) {
        LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
        shapes.add(GEOMETRIES.createPolygon(rings.get(0), holes));
      }
    } else if (element.equals("Placemark")) {
      inPlacemark = false;
      if (rows.size() == ImportFormat.MOST_ROWS) {
        throw new ImportException(
            "the file has more than " + ImportFormat.MOST_ROWS + " placemarks");
      }
      String where = "placemark " + (rows.size() + 1);
      Optional<Geometry> shape = problem.isEmpty() ? shape() : Optional.empty();
      rows.add(ReadRow.of(where, columns, shape, problem));
    }
  }

  private Optional<Geometry> shape() {
    if (shapes.size() <= 1) {
      return shapes.stream().findFirst();
    }
    if (shapes.stream().allMatch(Polygon.class::isInstance)) {
      return Optional.of(GEOMETRIES.createMultiPolygon(shapes.toArray(Polygon[]::new)));
    }
    return Optional.of(GEOMETRIES.buildGeometry(shapes));
  }
}
