package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the time of tracks. A chunk goes in one transaction: nobody writes into it any more, its
 * evidence is copied and the copy is compared, it is dropped, and the log of the audit says so. So
 * a crash leaves all of it or nothing, and what is not proven to be kept stays. Blocks on the
 * database.
 */
public final class TrackRetention {
  /**
   * For locks: a drop that waits for a long reader holds up those who store positions behind it.
   * Where the reader is longer, the chunk goes another day.
   */
  private static final String SHORT_WAIT = "set local lock_timeout = '2s'";

  /** Terminals' clocks may be so far ahead: what came on a day may be of the next. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /**
   * What was in a chunk.
   *
   * @param all positions, or the raw items of so many
   * @param kept of them, as evidence
   */
  record Counts(long all, long kept) {}

  /** A chunk that is gone, with what was in it and what of that is kept as evidence. */
  public record Dropped(Chunk chunk, long all, long kept) {}

  /** Copies what outlives a chunk. */
  @FunctionalInterface
  private interface Keeping {
    Counts keep(Connection connection, Chunk chunk) throws SQLException;
  }

  private final Database database;
  private final TrackChunks chunks;

  public TrackRetention(Database database) {
    this.database = database;
    this.chunks = new TrackChunks(database);
  }

  /**
   * Drops the chunks of the tracks that end by a moment, the oldest first, with their raw items and
   * with what says where vehicles were; what of them is evidence is kept.
   *
   * @param now for the audit
   * @throws IllegalStateException where evidence cannot be kept: that chunk and those behind it
   *     stay
   */
  public List<Dropped> dropTracks(Instant moment, Instant now) {
    List<Dropped> dropped =
        new ArrayList<>(drop(TrackChunks.POSITIONS, moment, now, EvidenceTracks::keep));
    Instant tracks =
        chunks.of(TrackChunks.POSITIONS).stream().map(Chunk::from).findFirst().orElse(Instant.MAX);
    Instant decided = (tracks.isBefore(moment) ? tracks : moment).minus(AHEAD);
    dropped.addAll(
        drop(
            RawItems.TABLE,
            decided,
            now,
            (connection, chunk) -> EvidenceItems.keep(connection, chunk, tracks)));
    dropped.addAll(drop(Presence.TABLE, moment, now, TrackRetention::keepNothing));
    return dropped;
  }

  /** Drops the chunks of the evidence that end by a moment; nothing of them is kept. */
  public List<Dropped> dropEvidence(Instant moment, Instant now) {
    List<Dropped> dropped =
        new ArrayList<>(drop(EvidenceTracks.TABLE, moment, now, TrackRetention::keepNothing));
    dropped.addAll(drop(EvidenceItems.TABLE, moment, now, TrackRetention::keepNothing));
    return dropped;
  }

  private static Counts keepNothing(Connection connection, Chunk chunk) throws SQLException {
    return new Counts(
        Database.query(connection, "select count(*) from " + chunk.name(), row -> row.getLong(1))
            .get(0),
        0);
  }

  private List<Dropped> drop(String table, Instant moment, Instant now, Keeping keeping) {
    List<Dropped> dropped = new ArrayList<>();
    for (Chunk chunk : chunks.of(table)) {
      if (chunk.endsBy(moment)) {
        drop(chunk, now, keeping).ifPresent(dropped::add);
      }
    }
    return dropped;
  }

  /** Empty where another process is at it, or was. */
  private Optional<Dropped> drop(Chunk chunk, Instant now, Keeping keeping) {
    return database.inTransaction(
        "dropping " + chunk.name(),
        connection -> {
          if (!isOurs(connection, chunk)) {
            return Optional.empty();
          }
          Database.update(connection, SHORT_WAIT);
          Database.update(
              connection, "lock table " + chunk.name() + " in share row exclusive mode");
          Counts counts = keeping.keep(connection, chunk);
          remove(connection, chunk);
          Dropped dropped = new Dropped(chunk, counts.all(), counts.kept());
          enter(connection, dropped, now);
          return Optional.of(dropped);
        });
  }

  private static boolean isOurs(Connection connection, Chunk chunk) throws SQLException {
    return Database.query(
            connection,
            "select pg_try_advisory_xact_lock(hashtext('retention')::bigint)"
                + " and to_regclass(?) is not null",
            row -> row.getBoolean(1),
            chunk.name())
        .get(0);
  }

  /** Not detached before: that would be a transaction of its own, and so a state in between. */
  private void remove(Connection connection, Chunk chunk) throws SQLException {
    if (!chunks.edition().hypertable()) {
      Database.update(connection, "drop table " + chunk.name());
      return;
    }
    List<String> gone =
        Database.query(
            connection,
            "select drop_chunks(?::regclass, older_than => ?::timestamptz,"
                + " newer_than => ?::timestamptz)",
            row -> row.getString(1),
            chunk.table(),
            chunk.to(),
            chunk.from());
    if (!gone.equals(List.of(chunk.name()))) {
      throw new IllegalStateException("to be dropped was " + chunk.name() + ", not " + gone);
    }
  }

  private static void enter(Connection connection, Dropped dropped, Instant now)
      throws SQLException {
    Chunk chunk = dropped.chunk();
    AuditStore.append(
        connection,
        new AuditStore.Entry(
            now,
            null,
            "system",
            AuditAction.RETENTION,
            chunk.table() + "/" + chunk.from() + "/" + chunk.to(),
            Map.of("all", dropped.all(), "kept", dropped.kept())));
  }
}
