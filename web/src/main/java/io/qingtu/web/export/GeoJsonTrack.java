package io.qingtu.web.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.qingtu.route.track.Position;
import io.qingtu.web.http.Json;
import io.qingtu.web.report.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * GeoJSON (RFC 7946): a point a fix, with all that the fix says under the names of the columns;
 * what is not known is null.
 */
final class GeoJsonTrack implements TrackWriter {
  private final JsonGenerator out;

  GeoJsonTrack(OutputStream out) throws IOException {
    this.out = Json.MAPPER.getFactory().createGenerator(out);
    this.out.writeStartObject();
    this.out.writeStringField("type", "FeatureCollection");
    this.out.writeArrayFieldStart("features");
  }

  @Override
  public void fix(Position p) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "Feature");
    out.writeObjectFieldStart("geometry");
    out.writeStringField("type", "Point");
    out.writeArrayFieldStart("coordinates");
    out.writeNumber(p.longitude());
    out.writeNumber(p.latitude());
    out.writeEndArray();
    out.writeEndObject();
    out.writeObjectFieldStart("properties");
    List<Cell> cells = TrackColumns.of(p);
    for (int i = 0; i < cells.size(); i++) {
      out.writeFieldName(TrackColumns.NAMES.get(i));
      value(cells.get(i));
    }
    out.writeEndObject();
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private void value(Cell cell) throws IOException {
    if (cell instanceof Cell.Count count) {
      out.writeNumber(count.value());
    } else if (cell instanceof Cell.Decimal d && !Double.isNaN(d.value())) {
      out.writeNumber(d.value());
    } else if (cell instanceof Cell.Text text && !text.value().isEmpty()) {
      switch (text.value()) {
        case "true" -> out.writeBoolean(true);
        case "false" -> out.writeBoolean(false);
        default -> out.writeString(text.value());
      }
    } else {
      out.writeNull();
    }
  }

  @Override
  public void close() throws IOException {
    out.writeEndArray();
    out.writeEndObject();
    out.close();
  }
}
