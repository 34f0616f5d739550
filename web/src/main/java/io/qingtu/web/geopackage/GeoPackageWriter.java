package io.qingtu.web.geopackage;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes a GeoPackage 1.3 of one table of features, WGS-84. SQLite writes where it likes, so the
 * file is made on the disk and copied when it is whole.
 */
public final class GeoPackageWriter implements Closeable {
  /** Type of a column. */
  public enum Type {
    TEXT,
    INTEGER,
    REAL
  }

  /** A column beside the shape. */
  public record Column(String name, Type type) {}

  private static final int PORTION = 1000;

  private static final String[] FRAME = {
    "pragma application_id = 1196444487",
    "pragma user_version = 10300",
    """
    create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key,
      organization text not null, organization_coordsys_id integer not null, definition text not null,
      description text)\
    """,
    """
    insert into gpkg_spatial_ref_sys values
      ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null),
      ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",\
    6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],\
    UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', null)\
    """,
    """
    create table gpkg_contents (table_name text primary key, data_type text not null, identifier text unique,
      description text default '', last_change text not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x double, min_y double, max_x double, max_y double,
      srs_id integer references gpkg_spatial_ref_sys)\
    """,
    """
    create table gpkg_geometry_columns (table_name text not null references gpkg_contents,
      column_name text not null, geometry_type_name text not null, srs_id integer not null
      references gpkg_spatial_ref_sys, z tinyint not null, m tinyint not null,
      primary key (table_name, column_name))\
    """
  };

  private final OutputStream out;
  private final Path file;
  private final String table;
  private final List<Column> columns;
  private final Connection connection;
  private final PreparedStatement insert;
  private final Envelope extent = new Envelope();
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
  private int waiting;

  /**
   * @param table name of the table
   * @param geometryType as the standard has it: POINT, LINESTRING, POLYGON, GEOMETRY
   */
  public GeoPackageWriter(OutputStream out, String table, String geometryType, List<Column> columns)
      throws IOException {
    this.out = out;
    this.table = table;
    this.columns = List.copyOf(columns);
    this.file = Files.createTempFile("qingtu", ".gpkg");
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      connection.setAutoCommit(false);
      insert = begin(geometryType);
    } catch (SQLException e) {
      Files.deleteIfExists(file);
      throw new IOException(e);
    }
  }

  private PreparedStatement begin(String geometryType) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : FRAME) {
        statement.execute(sql);
      }
      String typed =
          columns.stream()
              .map(c -> quoted(c.name()) + " " + c.type())
              .collect(Collectors.joining(", "));
      statement.execute(
          "create table %s (fid integer primary key autoincrement, geom %s, %s)"
              .formatted(quoted(table), geometryType, typed));
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into gpkg_geometry_columns values (?, 'geom', ?, 4326, 0, 0)")) {
      contents();
      statement.setString(1, table);
      statement.setString(2, geometryType);
      statement.executeUpdate();
    }
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String names = columns.stream().map(c -> quoted(c.name())).collect(Collectors.joining(", "));
    return connection.prepareStatement(
        "insert into %s (geom, %s) values (?, %s)".formatted(quoted(table), names, marks));
  }

  private void contents() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into gpkg_contents (table_name, data_type, identifier, srs_id)"
                + " values (?, 'features', ?, 4326)")) {
      statement.setString(1, table);
      statement.setString(2, table);
      statement.executeUpdate();
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * @param shape degrees; null where the feature has none
   * @param values texts, numbers or null, one a column
   */
  public void add(Geometry shape, List<?> values) throws IOException {
    try {
      insert.setBytes(1, shape == null ? null : blob(shape));
      for (int i = 0; i < values.size(); i++) {
        insert.setObject(i + 2, values.get(i));
      }
      insert.addBatch();
      if (++waiting == PORTION) {
        insert.executeBatch();
        waiting = 0;
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** The standard's header without an envelope, then WKB. */
  private byte[] blob(Geometry shape) {
    extent.expandToInclude(shape.getEnvelopeInternal());
    byte[] content = wkb.write(shape);
    return ByteBuffer.allocate(8 + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) 1)
        .putInt(4326)
        .put(content)
        .array();
  }

  @Override
  public void close() throws IOException {
    try (connection) {
      insert.executeBatch();
      insert.close();
      if (!extent.isNull()) {
        try (PreparedStatement statement =
            connection.prepareStatement(
                "update gpkg_contents set min_x = ?, min_y = ?, max_x = ?, max_y = ?")) {
          statement.setDouble(1, extent.getMinX());
          statement.setDouble(2, extent.getMinY());
          statement.setDouble(3, extent.getMaxX());
          statement.setDouble(4, extent.getMaxY());
          statement.executeUpdate();
        }
      }
      connection.commit();
    } catch (SQLException e) {
      Files.deleteIfExists(file);
      throw new IOException(e);
    }
    try (out) {
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
