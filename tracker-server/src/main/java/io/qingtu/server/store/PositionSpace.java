package io.qingtu.server.store;

import java.time.Instant;
import java.util.Optional;

/** How much room the tracks take on the database's disk, and how little they can. */
public final class PositionSpace {
  /**
   * Bytes of all positions.
   *
   * @param indexes of {@code total}, those of the indexes
   */
  public record Bytes(long total, long indexes) {}

  private final Database database;

  public PositionSpace(Database database) {
    this.database = database;
  }

  /** What the table of positions takes now. */
  public Bytes bytes() {
    return bytes("positions");
  }

  /** What their raw items take, in blocks. */
  public Bytes rawItems() {
    return bytes("position_items");
  }

  /** What it takes to know who was in which square when. */
  public Bytes presence() {
    return bytes("presence");
  }

  private Bytes bytes(String table) {
    String sql =
        database.hypertable()
            ? "select sum(total_bytes), sum(index_bytes) from hypertable_detailed_size(?::regclass)"
            : """
            select sum(pg_total_relation_size(relid)), sum(pg_indexes_size(relid))
              from pg_partition_tree(?::regclass) where isleaf""";
    return database.query(sql, row -> new Bytes(row.getLong(1), row.getLong(2)), table).get(0);
  }

  /**
   * Compresses every chunk, as the upkeep does with old ones.
   *
   * @return why not, where the server has no columnstore
   */
  public Optional<String> compress() {
    TrackChunks chunks = new TrackChunks(database);
    if (!chunks.edition().columnstore()) {
      return Optional.of("there is no columnstore in a " + chunks.edition());
    }
    chunks.compress(Instant.MAX);
    return Optional.empty();
  }
}
