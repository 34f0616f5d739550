package io.qingtu.web.geopackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sqlite.SQLiteConfig;

/**
 * Reads the features of a GeoPackage that somebody sends: only from tables that are what they are
 * called, without any code that the file may bring.
 */
public final class GeoPackageReader {
  /** GeoPackages in degrees: WGS-84, and CGCS2000, which differs by centimetres. */
  private static final List<Integer> DEGREES = List.of(4326, 4490, 0);

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  /**
   * A feature.
   *
   * @param problem why it has no shape; empty where it has one or needs none
   */
  public record Feature(Map<String, String> columns, Optional<Geometry> shape, String problem) {}

  private GeoPackageReader() {}

  /**
   * The features of the first table of features, at most so many.
   *
   * @throws IllegalArgumentException where the file is no such thing
   */
  public static List<Feature> read(byte[] content, int most) throws IOException {
    Path file = Files.createTempFile("qingtu", ".gpkg");
    try {
      Files.write(file, content);
      SQLiteConfig config = new SQLiteConfig();
      config.setReadOnly(true);
      config.enableLoadExtension(false);
      try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.execute("pragma trusted_schema = off");
        statement.execute("pragma cell_size_check = on");
        return features(connection, statement, most);
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException("is no GeoPackage: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<Feature> features(Connection connection, Statement statement, int most)
      throws SQLException {
    String table;
    String shape;
    try (ResultSet row =
        statement.executeQuery(
            "select g.table_name, g.column_name, g.srs_id from gpkg_geometry_columns g"
                + " join sqlite_master m on m.name = g.table_name and m.type = 'table'"
                + " where m.sql not like 'create virtual%' order by g.rowid limit 1")) {
      if (!row.next()) {
        throw new IllegalArgumentException("has no table of features");
      }
      table = row.getString(1);
      shape = row.getString(2);
      if (!DEGREES.contains(row.getInt(3))) {
        throw new IllegalArgumentException(
            "is in EPSG:" + row.getInt(3) + ", not in degrees: convert it to WGS-84");
      }
    }
    List<Feature> found = new ArrayList<>();
    try (Statement reading = connection.createStatement();
        ResultSet row =
            reading.executeQuery(
                "select * from \"" + table.replace("\"", "\"\"") + "\" limit " + (most + 1))) {
      while (row.next()) {
        found.add(feature(row, shape));
      }
    }
    return found;
  }

  private static Feature feature(ResultSet row, String shapeColumn) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    byte[] blob = null;
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String name = row.getMetaData().getColumnName(i);
      if (name.equalsIgnoreCase(shapeColumn)) {
        blob = row.getBytes(i);
      } else {
        String text = row.getString(i);
        columns.put(name, text == null ? "" : text);
      }
    }
    if (blob == null) {
      return new Feature(columns, Optional.empty(), "");
    }
    try {
      return new Feature(columns, Optional.of(geometry(blob)), "");
    } catch (ParseException | RuntimeException e) {
      return new Feature(columns, Optional.empty(), "has a damaged shape");
    }
  }

  private static Geometry geometry(byte[] blob) throws ParseException {
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw new ParseException("no GeoPackage geometry");
    }
    int flags = blob[3];
    int envelope = ENVELOPE_BYTES[flags >> 1 & 7];
    ByteBuffer in =
        ByteBuffer.wrap(blob)
            .order((flags & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    byte[] wkb = new byte[blob.length - 8 - envelope];
    in.position(8 + envelope);
    in.get(wkb);
    return new WKBReader().read(wkb);
  }
}
