package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The tracks. A position is kept once by (vehicle, time), whenever and however often it comes.
 * Blocks on the database: not for event loops.
 */
public final class PositionStore {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String COPY =
      "copy positions (" + PositionColumns.NAMES + ") from stdin (format binary)";
  private static final String STAGE =
      "create temp table if not exists staging (like positions) on commit delete rows";
  private static final String COPY_STAGING =
      "copy staging (" + PositionColumns.NAMES + ") from stdin (format binary)";
  private static final String MERGE =
      "insert into positions (%1$s) select distinct on (vehicle_id, time) %1$s from staging"
              .formatted(PositionColumns.NAMES)
          + " order by vehicle_id, time on conflict do nothing returning vehicle_id, time";

  // an invalid fix moves the time and the states on, not the place: the map keeps the last true one
  private static final String LAST =
      """
      insert into last_position as l (vehicle_id, time, received, lon_e6, lat_e6, speed_dkmh,
          direction, alarm, status, sensors, weight_ckg, flags)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (vehicle_id) do update set time = excluded.time, received = excluded.received,
        lon_e6 = case when excluded.flags & 1 = 1 then excluded.lon_e6 else l.lon_e6 end,
        lat_e6 = case when excluded.flags & 1 = 1 then excluded.lat_e6 else l.lat_e6 end,
        speed_dkmh = excluded.speed_dkmh, direction = excluded.direction, alarm = excluded.alarm,
        status = excluded.status, sensors = excluded.sensors, weight_ckg = excluded.weight_ckg,
        flags = excluded.flags
      where excluded.time > l.time""";

  private final Database database;
  private final PositionPartitions partitions;

  public PositionStore(Database database) {
    this.database = database;
    this.partitions = new PositionPartitions(database);
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
    partitions.ensure(rows);
    ByteBuffer copy = PositionColumns.copy(rows);
    try {
      return database.inTransaction(
          "storing " + rows.size() + " positions",
          connection -> {
            copy(connection, COPY, copy);
            moveLast(connection, rows);
            quarantine(connection, quarantined);
            return rows;
          });
    } catch (StoreException e) {
      if (!e.state().equals(UNIQUE_VIOLATION)) {
        throw e;
      }
      return merge(rows, quarantined, copy);
    }
  }

  /** The way for a batch in which something is known already: costs three times as much. */
  private List<PositionRow> merge(
      List<PositionRow> rows, List<QuarantinedReport> quarantined, ByteBuffer copy) {
    return database.inTransaction(
        "merging " + rows.size() + " positions",
        connection -> {
          Database.update(connection, STAGE);
          copy(connection, COPY_STAGING, copy);
          Set<Key> stored =
              new HashSet<>(
                  Database.query(
                      connection,
                      MERGE,
                      row -> new Key(row.getInt(1), Database.instant(row, "time"))));
          moveLast(connection, rows);
          quarantine(connection, quarantined);
          return rows.stream()
              .filter(r -> stored.remove(new Key(r.vehicleId(), r.position().fixTime())))
              .toList();
        });
  }

  private record Key(int vehicleId, Instant time) {}

  private static void copy(Connection connection, String sql, ByteBuffer rows) throws SQLException {
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      in.writeToCopy(rows.array(), rows.arrayOffset(), rows.limit());
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  private static void moveLast(Connection connection, List<PositionRow> rows) throws SQLException {
    // by vehicle in order, so that two writers cannot wait for one another
    Map<Integer, Position> newest = new TreeMap<>();
    for (PositionRow row : rows) {
      newest.merge(
          row.vehicleId(), row.position(), (a, b) -> b.fixTime().isAfter(a.fixTime()) ? b : a);
    }
    try (PreparedStatement statement = connection.prepareStatement(LAST)) {
      for (Map.Entry<Integer, Position> e : newest.entrySet()) {
        Position p = e.getValue();
        statement.setInt(1, e.getKey());
        statement.setObject(2, p.fixTime().atOffset(ZoneOffset.UTC));
        statement.setObject(3, p.receivedTime().atOffset(ZoneOffset.UTC));
        statement.setInt(4, PositionColumns.e6(p.longitude()));
        statement.setInt(5, PositionColumns.e6(p.latitude()));
        statement.setShort(6, PositionColumns.tenths(p.speedKmh()));
        statement.setInt(7, p.directionDegrees());
        statement.setLong(8, p.alarmBits());
        statement.setLong(9, p.statusBits());
        statement.setInt(10, SensorBits.pack(p.sensors()));
        double weight = p.sensors().weightT();
        statement.setObject(11, Double.isNaN(weight) ? null : PositionColumns.hundredths(weight));
        statement.setInt(12, PositionColumns.flags(p));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void quarantine(Connection connection, List<QuarantinedReport> reports)
      throws SQLException {
    for (QuarantinedReport report : reports) {
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

  /**
   * A vehicle's track in the order of fix time.
   *
   * @param from first moment
   * @param to first moment that is no longer wanted
   */
  public List<Position> track(String plate, Instant from, Instant to) {
    return database.query(
        "select %s from positions where vehicle_id = (select id from vehicle where plate = ?)"
                .formatted(PositionColumns.NAMES)
            + " and time >= ? and time < ? order by time",
        row -> PositionColumns.read(row, plate),
        plate,
        from,
        to);
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
    return database.query(
        """
        select v.plate, l.*, null::smallint as vss_dkmh, 0 as altitude_m,
          null::smallint as satellites, null::int as odometer_hm
        from last_position l join vehicle v on v.id = l.vehicle_id order by v.plate""",
        row -> PositionColumns.read(row, row.getString("plate")));
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
