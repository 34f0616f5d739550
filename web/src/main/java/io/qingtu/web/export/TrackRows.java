package io.qingtu.web.export;

import io.qingtu.route.track.Position;
import java.io.IOException;

/** A track as a table. */
final class TrackRows implements TrackWriter {
  private final RowWriter rows;

  TrackRows(RowWriter rows) throws IOException {
    this.rows = rows;
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
