package io.qingtu.web.imports;

import io.qingtu.route.geo.Datum;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.web.geopackage.GeoPackageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * A file that somebody brings in, as rows of a layer in WGS-84.
 *
 * @param format what it turned out to be
 */
record ImportFile(ImportFormat format, List<ReadRow> rows) {
  /** What a spreadsheet would compute. */
  private static final String FORMULA = "[=@\\t\\r].*|[+-](?!\\d).*";

  /**
   * @param datum that the file's coordinates are said to have
   * @throws ImportException where the file as a whole is not taken
   */
  static ImportFile read(byte[] content, PlanLayer<?> layer, Datum datum) {
    ImportFormat format = ImportFormat.of(content);
    List<ReadRow> rows =
        switch (format) {
          case GEOJSON -> GeoJsonImport.read(content, datum);
          case KML -> KmlImport.read(content);
          case CSV -> CsvImport.read(layer, content);
          case XLSX -> XlsxImport.read(layer, content);
          case GPKG -> geoPackage(content);
          case SHAPEFILE -> ShapefileImport.read(content);
        };
    if (rows.isEmpty()) {
      throw new ImportException("the file holds no rows");
    }
    return new ImportFile(format, rows.stream().map(r -> plain(r, layer, datum)).toList());
  }

  private static List<ReadRow> geoPackage(byte[] content) {
    try {
      List<ReadRow> rows = new ArrayList<>();
      for (GeoPackageReader.Feature f : GeoPackageReader.read(content, ImportFormat.MOST_ROWS)) {
        Map<String, String> columns = new LinkedHashMap<>();
        f.columns().forEach((name, text) -> columns.put(TableRows.nameOf(name), text));
        rows.add(ReadRow.of("feature " + (rows.size() + 1), columns, f.shape(), f.problem()));
      }
      if (rows.size() > ImportFormat.MOST_ROWS) {
        throw new ImportException("the file has more than " + ImportFormat.MOST_ROWS + " features");
      }
      return rows;
    } catch (IllegalArgumentException e) {
      throw new ImportException("the file " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The layer's own columns, no formulas, and the shape in WGS-84 without heights. */
  private static ReadRow plain(ReadRow read, PlanLayer<?> layer, Datum datum) {
    Map<String, String> own = new LinkedHashMap<>();
    String problem = read.problem();
    for (String column : layer.columns()) {
      String text = read.row().columns().get(column);
      if (text != null) {
        own.put(column, text);
        if (problem.isEmpty() && text.matches("(?s)" + FORMULA)) {
          problem = column + " \"" + text + "\" begins as a formula";
        }
      }
    }
    if (own.containsKey("lon")) {
      // the file's own word on it stands before what was said of the whole file
      String said = read.row().text("datum");
      own.put("datum", said.isEmpty() ? datum.name() : said);
    }
    Optional<Geometry> shape = read.row().shape().filter(s -> layer.isDrawn() && !s.isEmpty());
    return ReadRow.of(
        read.row().where(), own, shape.map(s -> datum.toWgs84(flat(single(s)))), problem);
  }

  /** A line that a format can only write as one of several is a line. */
  private static Geometry single(Geometry shape) {
    return shape instanceof MultiLineString && shape.getNumGeometries() == 1
        ? shape.getGeometryN(0)
        : shape;
  }

  private static Geometry flat(Geometry shape) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(
          CoordinateSequence points, Geometry parent) {
        Coordinate[] plain = new Coordinate[points.size()];
        for (int i = 0; i < plain.length; i++) {
          plain[i] = new CoordinateXY(points.getX(i), points.getY(i));
        }
        return createCoordinateSequence(plain);
      }
    }.transform(shape);
  }

  /** A row as it would be filed over what is on file: what the file does not tell stays. */
  static PlanRow over(Optional<PlanRow> current, PlanRow read) {
    if (current.isEmpty()) {
      return read;
    }
    Map<String, String> columns = new LinkedHashMap<>(current.get().columns());
    columns.putAll(read.columns());
    return new PlanRow(
        read.source(), read.where(), columns, read.shape().or(() -> current.get().shape()));
  }
}
