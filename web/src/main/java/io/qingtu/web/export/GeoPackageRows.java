package io.qingtu.web.export;

import io.qingtu.server.dataset.Times;
import io.qingtu.web.geopackage.GeoPackageWriter;
import io.qingtu.web.geopackage.GeoPackageWriter.Column;
import io.qingtu.web.geopackage.GeoPackageWriter.Type;
import io.qingtu.web.report.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A table as features of a GeoPackage: its longitude and latitude make points; a row that has none,
 * or a table, is without a shape.
 */
final class GeoPackageRows implements RowWriter {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final OutputStream out;
  private final String title;
  private final String longitude;
  private final String latitude;
  private List<String> titles = List.of();
  private GeoPackageWriter file;

  /**
   * @param longitude title of the column of longitudes
   * @param latitude title of the column of latitudes
   */
  GeoPackageRows(OutputStream out, String title, String longitude, String latitude) {
    this.out = out;
    this.title = title;
    this.longitude = longitude;
    this.latitude = latitude;
  }

  @Override
  public void head(List<String> names) {
    titles = List.copyOf(names);
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (file == null) {
      begin(cells);
    }
    List<Object> values = new ArrayList<>();
    for (Cell cell : cells) {
      values.add(value(cell));
    }
    file.add(point(cells), values);
  }

  /** What the first row holds, the others hold. */
  private void begin(List<Cell> first) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      columns.add(new Column(titles.get(i), i < first.size() ? type(first.get(i)) : Type.TEXT));
    }
    file = new GeoPackageWriter(out, title, "POINT", columns);
  }

  private static Type type(Cell cell) {
    if (cell instanceof Cell.Count) {
      return Type.INTEGER;
    }
    return cell instanceof Cell.Decimal || cell instanceof Cell.Rate ? Type.REAL : Type.TEXT;
  }

  private static Object value(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.value();
    } else if (cell instanceof Cell.Count count) {
      return count.value();
    } else if (cell instanceof Cell.Decimal d) {
      return Double.isNaN(d.value()) ? null : d.value();
    } else if (cell instanceof Cell.Rate rate) {
      return rate.ratio().isKnown() ? rate.ratio().value() : null;
    } else if (cell instanceof Cell.Time time) {
      return time.value().map(Times::format).orElse(null);
    }
    return null;
  }

  private Geometry point(List<Cell> cells) {
    int x = titles.indexOf(longitude);
    int y = titles.indexOf(latitude);
    boolean there =
        x >= 0
            && y >= 0
            && cells.get(x) instanceof Cell.Decimal
            && cells.get(y) instanceof Cell.Decimal;
    if (!there) {
      return null;
    }
    double lon = ((Cell.Decimal) cells.get(x)).value();
    double lat = ((Cell.Decimal) cells.get(y)).value();
    return Double.isNaN(lon) || Double.isNaN(lat)
        ? null
        : GEOMETRIES.createPoint(new Coordinate(lon, lat));
  }

  @Override
  public void close() throws IOException {
    if (file == null) {
      begin(List.of());
    }
    file.close();
  }
}
