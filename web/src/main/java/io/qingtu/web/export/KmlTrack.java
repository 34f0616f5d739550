package io.qingtu.web.export;

import io.qingtu.route.track.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * KML 2.2 with Google's tracks: moments first, then places, so that a viewer can play them. A long
 * stretch is cut into tracks that begin where the one before ended. Fixes that are not valid are
 * left out.
 */
final class KmlTrack implements TrackWriter {
  private static final String KML = "http://www.opengis.net/kml/2.2";
  private static final String GX = "http://www.google.com/kml/ext/2.2";

  /** Fixes of a track, as many as are in memory. */
  private static final int MOST = 1000;

  private final XmlOut xml;
  private final List<Position> stretch = new ArrayList<>();

  KmlTrack(OutputStream out, String plate) throws IOException {
    xml = new XmlOut(out);
    xml.begin("kml", "xmlns", KML, "xmlns:gx", GX);
    xml.begin("Document").text("name", plate);
    xml.begin("Style", "id", "track").begin("LineStyle");
    xml.text("color", "ff5f3a1f").text("width", "3").end().end();
    xml.begin("Placemark").text("name", plate).text("styleUrl", "#track");
    xml.begin("gx:MultiTrack").text("gx:interpolate", "0");
  }

  @Override
  public void fix(Position p) throws IOException {
    if (!p.fixValid()) {
      return;
    }
    Position last = stretch.isEmpty() ? null : stretch.get(stretch.size() - 1);
    boolean continues = TrackWriter.continues(last, p);
    if (last != null && (!continues || stretch.size() == MOST)) {
      write();
      stretch.clear();
      if (continues) {
        stretch.add(last);
      }
    }
    stretch.add(p);
  }

  private void write() throws IOException {
    xml.begin("gx:Track");
    for (Position p : stretch) {
      xml.text("when", p.fixTime().toString());
    }
    for (Position p : stretch) {
      String place = GpxTrack.degrees(p.longitude()) + " " + GpxTrack.degrees(p.latitude());
      xml.text("gx:coord", place + " " + p.altitudeMetres());
    }
    xml.end();
  }

  @Override
  public void close() throws IOException {
    if (!stretch.isEmpty()) {
      write();
    }
    xml.close();
  }
}
