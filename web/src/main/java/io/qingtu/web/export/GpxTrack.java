package io.qingtu.web.export;

import io.qingtu.route.track.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * GPX 1.1: one track, a segment for each stretch without a gap; speed and course, which this
 * version has no element for, as extensions. Fixes that are not valid are no place and left out.
 */
final class GpxTrack implements TrackWriter {
  private static final String GPX = "http://www.topografix.com/GPX/1/1";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String OWN = "urn:qingtu:track:1";

  private final XmlOut xml;
  private Position last;

  GpxTrack(OutputStream out, String plate) throws IOException {
    xml = new XmlOut(out);
    xml.begin(
        "gpx",
        "version",
        "1.1",
        "creator",
        "Qingtu",
        "xmlns",
        GPX,
        "xmlns:xsi",
        XSI,
        "xmlns:qt",
        OWN,
        "xsi:schemaLocation",
        GPX + " " + GPX + "/gpx.xsd");
    xml.begin("trk").text("name", plate);
  }

  @Override
  public void fix(Position p) throws IOException {
    if (!p.fixValid()) {
      return;
    }
    if (!TrackWriter.continues(last, p)) {
      if (last != null) {
        xml.end();
      }
      xml.begin("trkseg");
    }
    last = p;
    xml.begin("trkpt", "lat", degrees(p.latitude()), "lon", degrees(p.longitude()));
    xml.text("ele", Integer.toString(p.altitudeMetres()));
    xml.text("time", p.fixTime().toString());
    if (p.satellites() >= 0) {
      xml.text("sat", Integer.toString(p.satellites()));
    }
    xml.begin("extensions").text("qt:speedKmh", Double.toString(p.speedKmh()));
    if (p.directionDegrees() >= 0) {
      xml.text("qt:course", Integer.toString(p.directionDegrees()));
    }
    xml.end().end();
  }

  static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
