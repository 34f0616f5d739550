package io.qingtu.server.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One batch of positions on its way into the store, with all that is written in its transaction:
 * the raw items, presence, the latest positions, and reports that are kept apart.
 */
final class BatchWrite {
  /** A batch that takes longer has failed: its outcome is not known. */
  private static final int LIMIT_MILLIS = 10_000;

  /** Rows that are sent together: the server takes them while the next are written. */
  private static final int PART = 500;

  private static final String COPY = PositionStore.copyStatement("stdin");
  private static final String STAGE =
      "create temp table if not exists staging (like positions) on commit delete rows";
  private static final String COPY_STAGING =
      "copy staging (" + PositionColumns.NAMES + ") from stdin (format binary)";
  private static final String MERGE =
      "insert into positions (%1$s) select distinct on (vehicle_id, time) %1$s from staging"
              .formatted(PositionColumns.NAMES)
          + " order by vehicle_id, time on conflict do nothing returning vehicle_id, time";

  private record Key(int vehicleId, Instant time) {}

  private final PositionBatch batch;
  private final Presence presence;
  private final Optional<LastPositions> moved;
  private final List<PositionRow> sorted;

  /** Made while the server takes the rows. */
  private Presence.Added added;

  /**
   * @param moved the latest positions, where they are moved in this transaction
   */
  BatchWrite(PositionBatch batch, Presence presence, Optional<LastPositions> moved) {
    this.batch = batch;
    this.presence = presence;
    this.moved = moved;
    this.sorted = byVehicle(batch.rows());
  }

  /**
   * A vehicle's rows together: they then lie on few pages, where its day is read from, and its part
   * of the index grows at one end, which fills the pages better.
   */
  private static List<PositionRow> byVehicle(List<PositionRow> rows) {
    List<PositionRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingInt(PositionRow::vehicleId));
    return sorted;
  }

  /**
   * Stores rows none of which is known.
   *
   * @return them
   * @throws SQLException of state unique_violation where one is
   */
  List<PositionRow> copy(Connection connection) throws SQLException {
    CopyIn in = send(connection, COPY);
    List<RawItems.Block> blocks;
    try {
      blocks = RawItems.blocks(sorted);
      added = presence.of(sorted);
      in.endCopy();
    } finally {
      cancel(in);
    }
    rest(connection, blocks);
    return batch.rows();
  }

  /** Stores the rows and nothing else: what {@link #copy} costs without all that goes with it. */
  void copyRows(Connection connection) throws SQLException {
    CopyIn in = send(connection, COPY);
    try {
      in.endCopy();
    } finally {
      cancel(in);
    }
  }

  /**
   * The way for a batch in which something is known already: costs three times as much.
   *
   * @return the rows that were not
   */
  List<PositionRow> merge(Connection connection) throws SQLException {
    Database.update(connection, STAGE);
    CopyIn in = send(connection, COPY_STAGING);
    try {
      in.endCopy();
    } finally {
      cancel(in);
    }
    Set<Key> stored =
        new HashSet<>(
            Database.query(
                connection, MERGE, row -> new Key(row.getInt(1), Database.instant(row, "time"))));
    List<PositionRow> fresh =
        batch.rows().stream()
            .filter(r -> stored.remove(new Key(r.vehicleId(), r.position().fixTime())))
            .toList();
    added = presence.of(byVehicle(fresh));
    rest(connection, RawItems.blocks(fresh));
    return fresh;
  }

  private CopyIn send(Connection connection, String sql) throws SQLException {
    // until the connection goes back to the pool: a server that hangs answers nothing at all
    connection.setNetworkTimeout(Runnable::run, LIMIT_MILLIS);
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      int size = sorted.size();
      for (int from = 0; from == 0 || from < size; from += PART) {
        int to = Math.min(from + PART, size);
        ByteBuffer part = PositionColumns.part(sorted.subList(from, to), from == 0, to == size);
        in.writeToCopy(part.array(), part.arrayOffset(), part.limit());
      }
      in.flushCopy();
      return in;
    } catch (SQLException | RuntimeException e) {
      cancel(in);
      throw e;
    }
  }

  private static void cancel(CopyIn in) throws SQLException {
    if (in.isActive()) {
      in.cancelCopy();
    }
  }

  private void rest(Connection connection, List<RawItems.Block> blocks) throws SQLException {
    RawItems.save(connection, blocks);
    Presence.save(connection, added.rows());
    if (moved.isPresent()) {
      moved.get().move(connection, batch.rows());
    }
    for (QuarantinedReport report : batch.quarantined()) {
      Database.update(
          connection,
          "insert into quarantine (received, vehicle_id, reason, body) values (?, ?, ?, ?)"
              + " on conflict do nothing",
          report.received(),
          report.vehicleId(),
          report.reason(),
          report.body());
    }
  }

  /** It is committed. */
  void done() {
    presence.done(added);
    moved.ifPresent(LastPositions::done);
  }
}
