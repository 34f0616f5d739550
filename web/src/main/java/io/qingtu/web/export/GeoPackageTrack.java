package io.qingtu.web.export;

import io.qingtu.route.track.Position;
import java.io.IOException;
import java.io.OutputStream;

/** GeoPackage: a point a fix, under the names of the columns; times as texts of ISO 8601. */
final class GeoPackageTrack implements TrackWriter {
  private final GeoPackageRows rows;

  GeoPackageTrack(OutputStream out, String plate) throws IOException {
    rows = new GeoPackageRows(out, plate, "lon", "lat");
    rows.head(TrackColumns.NAMES);
  }

  @Override
  public void fix(Position p) throws IOException {
    rows.row(TrackColumns.of(p));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
