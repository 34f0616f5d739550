package io.qingtu.server.store;

/**
 * What the database server is, and so what it does for the tracks by itself.
 *
 * @param version of TimescaleDB where they are a hypertable, else of PostgreSQL
 */
public record StorageEdition(Kind kind, String version) {
  /** The ways in which tracks are kept. */
  public enum Kind {
    /** PostgreSQL's own partitions, one a day. */
    PARTITIONS,
    /** A hypertable of TimescaleDB under the Apache licence, as Debian builds it. */
    APACHE,
    /** A hypertable of TimescaleDB under the Timescale licence, which has the columnstore. */
    TIMESCALE
  }

  static StorageEdition of(Database database) {
    if (!database.hypertable()) {
      return new StorageEdition(Kind.PARTITIONS, text(database, "show server_version"));
    }
    String licence = text(database, "select current_setting('timescaledb.license')");
    return new StorageEdition(
        licence.equals("timescale") ? Kind.TIMESCALE : Kind.APACHE,
        text(database, "select extversion from pg_extension where extname = 'timescaledb'"));
  }

  private static String text(Database database, String sql) {
    return database.query(sql, row -> row.getString(1)).get(0);
  }

  /** Whether chunks are made by TimescaleDB. */
  public boolean hypertable() {
    return kind != Kind.PARTITIONS;
  }

  /** Whether chunks can be compressed. */
  public boolean columnstore() {
    return kind == Kind.TIMESCALE;
  }

  /** As {@code hypertable of TimescaleDB 2.19.3 (apache)}. */
  @Override
  public String toString() {
    return switch (kind) {
      case PARTITIONS -> "partitions of PostgreSQL " + version;
      case APACHE -> "hypertable of TimescaleDB " + version + " (apache)";
      case TIMESCALE -> "hypertable of TimescaleDB " + version + " (timescale)";
    };
  }
}
