package io.qingtu.web.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.dataset.GeoJson;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.web.geopackage.GeoPackageWriter;
import io.qingtu.web.http.Json;
import io.qingtu.web.report.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.locationtech.jts.io.WKTWriter;

/** The files that places, routes and permits come in; each can be brought in again. */
public enum PlanFormat {
  GEOJSON("application/geo+json", "geojson") {
    @Override
    public void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
      ObjectNode root = Json.MAPPER.createObjectNode().put("type", "FeatureCollection");
      root.put("datum", "WGS-84");
      ArrayNode features = root.putArray("features");
      for (PlanRow row : rows) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        ObjectNode properties = feature.putObject("properties");
        row.columns().forEach(properties::put);
        feature.set("geometry", row.shape().map(GeoJson::toJson).orElse(null));
      }
      Json.MAPPER.writeValue(out, root);
    }
  },
  KML("application/vnd.google-earth.kml+xml", "kml") {
    @Override
    public void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
      KmlPlan.write(out, layer, rows);
    }
  },
  CSV("text/csv; charset=utf-8", "csv") {
    @Override
    public void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
      table(TableFormat.CSV.writer(out, layer.name()), layer, rows);
    }
  },
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
    @Override
    public void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
      table(TableFormat.XLSX.writer(out, layer.name()), layer, rows);
    }
  },
  GPKG("application/geopackage+sqlite3", "gpkg") {
    @Override
    public void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
      List<GeoPackageWriter.Column> columns =
          layer.columns().stream()
              .map(c -> new GeoPackageWriter.Column(c, GeoPackageWriter.Type.TEXT))
              .toList();
      String name = layer.name().toLowerCase(Locale.ROOT);
      try (GeoPackageWriter file = new GeoPackageWriter(out, name, "GEOMETRY", columns)) {
        for (PlanRow row : rows) {
          file.add(row.shape().orElse(null), layer.columns().stream().map(row::text).toList());
        }
      }
    }
  },
  SHAPEFILE("application/zip", "zip") {
    @Override
    public void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
      ShapefilePlan.write(out, layer, rows);
    }
  };

  private static final String SHAPE = "wkt";

  private final String mediaType;
  private final String extension;

  PlanFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** As it ends file names. */
  public String extension() {
    return extension;
  }

  /** Whether a layer comes in it: what has no shapes comes as a table only. */
  public boolean suits(PlanLayer<?> layer) {
    return layer.isDrawn() || this == CSV || this == XLSX;
  }

  /**
   * @param rows with the layer's columns
   */
  public abstract void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows)
      throws IOException;

  private static void table(RowWriter table, PlanLayer<?> layer, List<PlanRow> rows)
      throws IOException {
    try (table) {
      Stream<String> shape = layer.isDrawn() ? Stream.of(SHAPE) : Stream.of();
      table.head(Stream.concat(layer.columns().stream(), shape).toList());
      WKTWriter wkt = new WKTWriter();
      for (PlanRow row : rows) {
        List<Cell> cells = new ArrayList<>();
        layer.columns().forEach(c -> cells.add(Cell.of(row.text(c))));
        row.shape().ifPresent(s -> cells.add(Cell.of(wkt.write(s))));
        table.row(cells);
      }
    }
  }
}
