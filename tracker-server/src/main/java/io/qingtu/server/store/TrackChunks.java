package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The chunks in which the database keeps the tracks: how long they are, and when they go into the
 * columnstore. What TimescaleDB's own policies would do is done here, by a job that reads the
 * server's clock, on every edition alike: a policy of its own would drop a chunk whose evidence
 * nobody has kept. Blocks on the database.
 */
public final class TrackChunks {
  /** The table of the tracks. */
  static final String POSITIONS = "positions";

  /** For a table's lock: a statement that waits holds up those behind it, which store positions. */
  private static final String SHORT_WAIT = "set local lock_timeout = '2s'";

  private static final String HYPERTABLE =
      """
      select format('%I.%I', chunk_schema, chunk_name) as name, range_start as from_time,
        range_end as to_time, is_compressed
      from timescaledb_information.chunks where hypertable_name = ? order by range_start""";

  /** The bounds of a partition are to be had as text only: FOR VALUES FROM ('…') TO ('…'). */
  private static final String PARTITIONS =
      """
      select c.oid::regclass::text as name, false as is_compressed,
        substring(bound from 'FROM \\(''([^'']+)''')::timestamptz as from_time,
        substring(bound from 'TO \\(''([^'']+)''')::timestamptz as to_time
      from pg_inherits i join pg_class c on c.oid = i.inhrelid,
        pg_get_expr(c.relpartbound, c.oid) bound
      where i.inhparent = ?::regclass order by from_time""";

  private final Database database;
  private final StorageEdition edition;

  public TrackChunks(Database database) {
    this.database = database;
    this.edition = StorageEdition.of(database);
  }

  /** What the server is. */
  public StorageEdition edition() {
    return edition;
  }

  /** Those of a table, the oldest first. */
  public List<Chunk> of(String table) {
    return database.query(
        edition.hypertable() ? HYPERTABLE : PARTITIONS,
        row ->
            new Chunk(
                table,
                row.getString("name"),
                Database.instant(row, "from_time"),
                Database.instant(row, "to_time"),
                row.getBoolean("is_compressed")),
        table);
  }

  /**
   * How long the chunks of positions are that are made from now on; those that are there stay.
   * Partitions are a day, whatever is asked for: another length would overlap with them.
   */
  public void resize(Duration length) {
    if (!edition.hypertable()) {
      return;
    }
    boolean same =
        !database
            .query(
                "select 1 from timescaledb_information.dimensions where hypertable_name = ?"
                    + " and time_interval = ? * interval '1 s'",
                row -> true,
                POSITIONS,
                length.toSeconds())
            .isEmpty();
    if (!same) {
      database.query(
          "select set_chunk_time_interval(?::regclass, ? * interval '1 s')",
          row -> true,
          POSITIONS,
          length.toSeconds());
    }
  }

  /**
   * Says how tracks are compressed, where the server can and nobody has said so: a vehicle's fixes
   * together and in the order of time, in which neighbours differ least and a vehicle's day is a
   * few batches.
   */
  private void prepareColumnstore(String table) {
    if (!edition.columnstore()) {
      return;
    }
    database.inTransaction(
        "preparing the columnstore of " + table,
        connection -> {
          if (!isPrepared(connection, table)) {
            Database.update(connection, SHORT_WAIT);
            Database.update(
                connection,
                ("alter table %s set (timescaledb.compress,"
                        + " timescaledb.compress_segmentby = 'vehicle_id',"
                        + " timescaledb.compress_orderby = 'time')")
                    .formatted(table));
          }
          return null;
        });
  }

  private static boolean isPrepared(Connection connection, String table) throws SQLException {
    return !Database.query(
            connection,
            "select 1 from timescaledb_information.hypertables where hypertable_name = ?"
                + " and compression_enabled",
            row -> true,
            table)
        .isEmpty();
  }

  /**
   * Brings every chunk of the tracks that ends by a moment into the columnstore, and what came late
   * for those that are in it. One transaction a chunk; does nothing where the server has no
   * columnstore.
   *
   * @return how many were not in it before
   */
  public int compress(Instant moment) {
    return compress(POSITIONS, moment);
  }

  /** As {@link #compress}, for what is kept of the tracks as evidence. */
  public int compressEvidence(Instant moment) {
    return compress(EvidenceTracks.TABLE, moment);
  }

  private int compress(String table, Instant moment) {
    if (!edition.columnstore()) {
      return 0;
    }
    prepareColumnstore(table);
    int fresh = 0;
    for (Chunk chunk : of(table)) {
      if (chunk.endsBy(moment) && compress(chunk) && !chunk.compressed()) {
        fresh++;
      }
    }
    return fresh;
  }

  /** Whether it was there; without a change where nothing of it is outside the columnstore. */
  private boolean compress(Chunk chunk) {
    return database.inTransaction(
        "compressing " + chunk.name(),
        connection ->
            !Database.query(
                    connection,
                    "select compress_chunk(c, if_not_compressed => true) from to_regclass(?) c"
                        + " where c is not null",
                    row -> true,
                    chunk.name())
                .isEmpty());
  }
}
