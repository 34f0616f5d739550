package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What outlives the raw items: those of the fixes that are kept as evidence, in blocks as before.
 */
final class EvidenceItems {
  static final String TABLE = "evidence_items";

  /** Blocks in memory at a time. */
  private static final int FETCH = 20;

  private static final String KEPT =
      """
      select i.n from unnest(?::int[], ?::timestamptz[]) with ordinality i(vehicle_id, time, n)
      where exists (select from evidence_positions e
        where e.vehicle_id = i.vehicle_id and e.time = i.time)
      order by i.n""";

  private EvidenceItems() {}

  /**
   * Copies what a chunk of raw items has of evidence.
   *
   * @param tracks from when on there still are tracks, so that nobody knows yet what of their items
   *     is evidence
   * @throws IllegalStateException where an item's fix may still be among the tracks
   */
  static TrackRetention.Counts keep(Connection connection, Chunk chunk, Instant tracks)
      throws SQLException {
    EvidencePartitions.ensure(connection, TABLE, chunk);
    long all = 0;
    long kept = 0;
    try (PreparedStatement statement =
        connection.prepareStatement("select block from " + chunk.name())) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<RawItem> items = ItemBlock.decode(row.getBytes(1));
          List<RawItem> evidence = evidence(connection, items, tracks);
          RawItems.save(connection, TABLE, RawItems.blocksOf(evidence));
          all += items.size();
          kept += evidence.size();
        }
      }
    }
    return new TrackRetention.Counts(all, kept);
  }

  private static List<RawItem> evidence(Connection connection, List<RawItem> items, Instant tracks)
      throws SQLException {
    for (RawItem item : items) {
      if (!item.time().isBefore(tracks)) {
        throw new IllegalStateException(
            "raw items of %s are of a fix at %s, and tracks are kept from %s on"
                .formatted(item.received(), item.time(), tracks));
      }
    }
    return Database.query(
        connection,
        KEPT,
        row -> items.get(row.getInt(1) - 1),
        items.stream().map(RawItem::vehicleId).toArray(Integer[]::new),
        items.stream().map(i -> i.time().toString()).toArray(String[]::new));
  }
}
