package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tracks. A position is kept once by (vehicle, time), whenever and however often it comes.
 * Blocks on the database: not for event loops.
 */
public final class PositionStore {
  /** The columns of positions; what is not kept of the latest is not known. */
  private static final String LATEST =
      """
      select time, floor(ms / 1000::float8)::int,
        vehicle_id, lon_e6, lat_e6, alarm, status, -2147483648,
        (ms - floor(ms / 1000::float8)::bigint * 1000)::smallint, speed_dkmh, (-32768)::smallint,
        direction, 0::smallint, (-32768)::smallint, sensors, weight_ckg, flags
      from (select *, floor(date_part('epoch', received - time) * 1000 + 0.001)::bigint ms
        from last_position) l\
      """;

  private final Database database;
  private final PositionPartitions partitions;
  private final Presence presence = new Presence();

  public PositionStore(Database database) {
    this.database = database;
    this.partitions = new PositionPartitions(database);
  }

  /**
   * The statement that reads {@link #copyFile rows} in PostgreSQL's binary format.
   *
   * @param from {@code stdin}, or a file in quotes
   */
  public static String copyStatement(String from) {
    return "copy positions (%s) from %s (format binary)".formatted(PositionColumns.NAMES, from);
  }

  /** Rows as {@link #copyStatement} reads them. */
  public static ByteBuffer copyFile(List<PositionRow> rows) {
    return PositionColumns.copy(rows);
  }

  /**
   * Makes room for a span of time before its positions come; not needed, but it saves them time.
   */
  public void prepare(Instant from, Instant to) {
    partitions.ensure(from, to);
  }

  /**
   * Stores a batch and moves the latest positions forward, in one transaction.
   *
   * @return the rows that were not known before
   * @throws StoreException where nothing of it was stored, or where the answer was lost: to be
   *     asked again
   */
  public List<PositionRow> save(List<PositionRow> rows) {
    return save(rows, List.of());
  }

  /** As {@link #save(List)}, with reports that are kept apart. */
  public List<PositionRow> save(List<PositionRow> rows, List<QuarantinedReport> quarantined) {
    return save(rows, quarantined, new LastPositions());
  }

  /**
   * As {@link #save(List, List)}, for a writer of its own.
   *
   * @param last moves the latest positions, now or later
   */
  public List<PositionRow> save(
      List<PositionRow> rows, List<QuarantinedReport> quarantined, LastPositions last) {
    partitions.ensure(rows);
    boolean due = last.isDue(rows.size());
    BatchWrite write =
        new BatchWrite(
            new PositionBatch(rows, quarantined),
            presence,
            due ? Optional.of(last) : Optional.empty());
    List<PositionRow> fresh = copyOrMerge("storing " + rows.size() + " positions", write);
    write.done();
    if (!due) {
      last.note(rows);
    }
    return fresh;
  }

  /**
   * Stores rows none of which is known, without their raw items and without telling anybody where
   * the vehicles are: to measure, not to use.
   */
  public void copyRows(List<PositionRow> rows) {
    partitions.ensure(rows);
    BatchWrite write =
        new BatchWrite(new PositionBatch(rows, List.of()), presence, Optional.empty());
    database.inTransaction(
        "copying " + rows.size() + " positions",
        connection -> {
          write.copyRows(connection);
          return null;
        });
  }

  private List<PositionRow> copyOrMerge(String doing, BatchWrite write) {
    try {
      return database.inTransaction(doing, write::copy);
    } catch (StoreException e) {
      if (!e.isDuplicate()) {
        throw e;
      }
      return database.inTransaction(doing, write::merge);
    }
  }

  /** Moves those of the latest positions that wait. */
  public void moveLast(LastPositions last) {
    database.inTransaction(
        "moving the latest positions",
        connection -> {
          last.move(connection, List.of());
          return null;
        });
    last.done();
  }

  /** Moves the latest positions to what an earlier run has stored, if it ended before it had. */
  public void catchUpLast() {
    database.inTransaction(
        "catching up with the latest positions",
        connection -> {
          LastPositions.catchUp(connection);
          return null;
        });
  }

  /**
   * A vehicle's track in the order of fix time.
   *
   * @param from first moment
   * @param to first moment that is no longer wanted
   */
  public List<Position> track(String plate, Instant from, Instant to) {
    return database.inTransaction(
        "reading the track of " + plate,
        connection -> {
          List<Position> track = new ArrayList<>();
          for (int id :
              Database.query(
                  connection, "select id from vehicle where plate = ?", r -> r.getInt(1), plate)) {
            PositionStream.copy(
                connection,
                "select %s from positions where vehicle_id = %d and time >= %s and time < %s order by time"
                    .formatted(
                        PositionColumns.NAMES,
                        id,
                        PositionStream.literal(from),
                        PositionStream.literal(to)),
                Map.of(id, plate),
                track::add);
          }
          return track;
        });
  }

  /** Whether the vehicle has a position before a moment. */
  public boolean existsBefore(String plate, Instant moment) {
    return !database
        .query(
            "select 1 from positions where vehicle_id = (select id from vehicle where plate = ?)"
                + " and time < ? limit 1",
            row -> true,
            plate,
            moment)
        .isEmpty();
  }

  /**
   * Where every vehicle was seen last. Recorder speed, odometer, satellites and altitude are not
   * kept here; where the fix is not valid, the place is that of the last valid one.
   */
  public List<Position> latest() {
    return database.inTransaction(
        "reading the latest positions",
        connection -> {
          List<Position> latest = new ArrayList<>();
          PositionStream.copy(connection, LATEST, PositionStream.plates(connection), latest::add);
          latest.sort(Comparator.comparing(Position::plate));
          return latest;
        });
  }

  /** All positions in the store. */
  public long count() {
    return database.query("select count(*) from positions", row -> row.getLong(1)).get(0);
  }

  /** All reports that were kept apart. */
  public long countQuarantined() {
    return database.query("select count(*) from quarantine", row -> row.getLong(1)).get(0);
  }
}
