package io.qingtu.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class TrackFormatTest {
  private static final Instant START = Instant.parse("2026-11-17T15:00:00Z");
  private static final String PLATE = "鲁G<1>&";

  private static Position fix(int seconds, boolean valid) {
    Instant t = START.plusSeconds(seconds);
    return new Position(
        PLATE,
        t,
        t.plusMillis(250),
        119.1 + seconds * 1e-5,
        36.7,
        valid,
        36.5,
        Double.NaN,
        seconds == 0 ? -1 : 90,
        20,
        true,
        12,
        Double.NaN,
        0,
        3,
        new Sensors(Cover.OPEN, Lift.DOWN, Load.LOADED, 15.8, Switch.UNKNOWN, Switch.UNKNOWN),
        false);
  }

  /** Two fixes, one without a place, then silence just longer than a gap, then two more. */
  private static List<Position> track() {
    int gap = 10 + (int) TrackWriter.GAP.toSeconds();
    return List.of(
        fix(0, true), fix(5, false), fix(10, true), fix(gap + 1, true), fix(gap + 11, true));
  }

  private static byte[] write(TrackFormat format, List<Position> track) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TrackWriter writer = format.writer(out, PLATE)) {
      for (Position p : track) {
        writer.fix(p);
      }
    }
    return out.toByteArray();
  }

  private static Document xml(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<Element> elements(Document document, String namespace, String name) {
    NodeList found = document.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> childNames(Element parent) {
    List<String> names = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      names.add(n.getNodeName());
    }
    return names;
  }

  @Test
  void csvHasTheColumnsThatAnalyzeReads() throws Exception {
    String text = new String(write(TrackFormat.CSV, track()), StandardCharsets.UTF_8);
    assertTrue(text.startsWith("\uFEFF\"plate\",\"fix_time\""), text);
    String[] lines = text.split("\r\n");
    assertEquals(6, lines.length);
    assertEquals(
        "\"鲁G<1>&\",\"2026-11-17T23:00:00+08:00\",\"2026-11-17T23:00:00.25+08:00\",119.100000,"
            + "36.700000,\"true\",36.5,,,20,\"true\",12,,0,3,\"OPEN\",\"DOWN\",\"LOADED\",15.80,,,"
            + "\"false\"",
        lines[1]);
  }

  @Test
  void xlsxHasNumbersAsNumbers() throws Exception {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(write(TrackFormat.XLSX, track())))) {
      List<Row> rows = book.getFirstSheet().read();
      assertEquals(6, rows.size());
      assertEquals("lon", rows.get(0).getCellText(3));
      assertEquals(119.1, rows.get(1).getCellAsNumber(3).orElseThrow().doubleValue(), 1e-9);
      assertEquals("OPEN", rows.get(1).getCellText(15));
    }
  }

  @Test
  void geoJsonHasAPointAFix() throws Exception {
    JsonNode all = new ObjectMapper().readTree(write(TrackFormat.GEOJSON, track()));
    assertEquals("FeatureCollection", all.get("type").textValue());
    assertEquals(5, all.get("features").size());
    JsonNode first = all.at("/features/0");
    assertEquals("Point", first.at("/geometry/type").textValue());
    assertEquals(119.1, first.at("/geometry/coordinates/0").doubleValue(), 1e-9);
    assertEquals(PLATE, first.at("/properties/plate").textValue());
    assertTrue(first.at("/properties/vss_kmh").isNull());
    assertTrue(first.at("/properties/direction").isNull());
    assertEquals(false, all.at("/features/1/properties/fix_valid").booleanValue());
  }

  @Test
  void gpxIsBrokenWhereTheTrackIs() throws Exception {
    String gpx = "http://www.topografix.com/GPX/1/1";
    Document document = xml(write(TrackFormat.GPX, track()));
    assertEquals("1.1", document.getDocumentElement().getAttribute("version"));
    assertEquals(List.of("trk"), childNames(document.getDocumentElement()));
    Element trk = elements(document, gpx, "trk").get(0);
    assertEquals(List.of("name", "trkseg", "trkseg"), childNames(trk));
    assertEquals(PLATE, elements(document, gpx, "name").get(0).getTextContent());
    List<Element> points = elements(document, gpx, "trkpt");
    assertEquals(4, points.size(), "without the fix that has no place");
    // the order that the schema asks for
    assertEquals(List.of("ele", "time", "sat", "extensions"), childNames(points.get(1)));
    assertEquals("119.100100", points.get(1).getAttribute("lon"));
    assertEquals("2026-11-17T15:00:10Z", elements(document, gpx, "time").get(1).getTextContent());
  }

  @Test
  void kmlHasAMomentForEveryPlace() throws Exception {
    Document document = xml(write(TrackFormat.KML, track()));
    String gx = "http://www.google.com/kml/ext/2.2";
    List<Element> tracks = elements(document, gx, "Track");
    assertEquals(2, tracks.size());
    assertEquals(List.of("when", "when", "gx:coord", "gx:coord"), childNames(tracks.get(0)));
    assertEquals(
        "119.100000 36.700000 20", elements(document, gx, "coord").get(0).getTextContent());
    assertEquals(
        PLATE,
        elements(document, "http://www.opengis.net/kml/2.2", "name").get(0).getTextContent());
  }

  @Test
  void aLongStretchOfKmlGoesOnWhereItEnded() throws Exception {
    List<Position> track = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      track.add(fix(i * 10, true));
    }
    Document document = xml(write(TrackFormat.KML, track));
    List<Element> tracks = elements(document, "http://www.google.com/kml/ext/2.2", "Track");
    assertEquals(3, tracks.size());
    assertEquals(
        tracks.get(0).getLastChild().getTextContent(),
        tracks.get(1).getElementsByTagName("gx:coord").item(0).getTextContent());
  }

  @Test
  void aTrackWithoutFixesIsStillAWholeFile() throws Exception {
    for (TrackFormat format : List.of(TrackFormat.GPX, TrackFormat.KML)) {
      assertEquals(0, elements(xml(write(format, List.of())), "*", "trkpt").size(), format.name());
    }
    JsonNode none = new ObjectMapper().readTree(write(TrackFormat.GEOJSON, List.of()));
    assertEquals(0, none.get("features").size());
  }
}
