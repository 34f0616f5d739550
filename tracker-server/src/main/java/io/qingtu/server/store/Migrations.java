package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date; existing rows stay. */
public final class Migrations {
  private final DataSource database;
  private final boolean hypertable;

  /**
   * @param hypertable whether positions may become a hypertable; decided once, when they are made
   */
  public Migrations(DataSource database, boolean hypertable) {
    this.database = database;
    this.hypertable = hypertable;
  }

  /** Returns whether positions are a hypertable. */
  public boolean run() {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .javaMigrations(
            new V2__Positions(hypertable),
            new V15__NarrowPositions(hypertable),
            new V16__EvidenceTracks())
        .load()
        .migrate();
    try (var connection = database.getConnection()) {
      return isHypertable(connection);
    } catch (SQLException e) {
      throw new StoreException("asking how positions are kept", e);
    }
  }

  /** Whether positions are a hypertable; a table with partitions is of another kind. */
  static boolean isHypertable(Connection connection) throws SQLException {
    return !Database.query(
            connection,
            "select 1 from pg_class where oid = 'positions'::regclass and relkind = 'r'",
            row -> true)
        .isEmpty();
  }
}
