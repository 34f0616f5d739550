package io.qingtu.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The files that a track comes in. */
public enum TrackFormat {
  CSV("text/csv; charset=utf-8") {
    @Override
    public TrackWriter writer(OutputStream out, String plate) throws IOException {
      return new TrackRows(TableFormat.CSV.writer(out, plate));
    }
  },
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public TrackWriter writer(OutputStream out, String plate) throws IOException {
      return new TrackRows(TableFormat.XLSX.writer(out, plate));
    }
  },
  GEOJSON("application/geo+json") {
    @Override
    public TrackWriter writer(OutputStream out, String plate) throws IOException {
      return new GeoJsonTrack(out);
    }
  },
  GPX("application/gpx+xml") {
    @Override
    public TrackWriter writer(OutputStream out, String plate) throws IOException {
      return new GpxTrack(out, plate);
    }
  },
  KML("application/vnd.google-earth.kml+xml") {
    @Override
    public TrackWriter writer(OutputStream out, String plate) throws IOException {
      return new KmlTrack(out, plate);
    }
  },
  GPKG("application/geopackage+sqlite3") {
    @Override
    public TrackWriter writer(OutputStream out, String plate) throws IOException {
      return new GeoPackageTrack(out, plate);
    }
  };

  private final String mediaType;

  TrackFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** As it ends file names. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A writer whose head is written. */
  public abstract TrackWriter writer(OutputStream out, String plate) throws IOException;
}
