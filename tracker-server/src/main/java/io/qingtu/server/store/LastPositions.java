package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Where every vehicle was seen last, as one writer of positions moves it on. A small batch moves
 * its vehicles in its own transaction. Under load a vehicle is in nearly every batch, and moving it
 * each time would cost as much as storing: then it is moved twice a second. What waits is lost with
 * the process, and {@link #catchUp} makes up for it. Not for concurrent use.
 */
public final class LastPositions {
  /** Rows of a batch that is small. */
  static final int SMALL = 250;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  // an invalid fix moves the time and the states on, not the place: the map keeps the last true one
  private static final String UPSERT =
      """
      on conflict (vehicle_id) do update set time = excluded.time, received = excluded.received,
        lon_e6 = case when excluded.flags & 1 = 1 then excluded.lon_e6 else l.lon_e6 end,
        lat_e6 = case when excluded.flags & 1 = 1 then excluded.lat_e6 else l.lat_e6 end,
        speed_dkmh = excluded.speed_dkmh, direction = excluded.direction, alarm = excluded.alarm,
        status = excluded.status, sensors = excluded.sensors, weight_ckg = excluded.weight_ckg,
        flags = excluded.flags
      where excluded.time > l.time""";
  private static final String INTO =
      """
      insert into last_position as l (vehicle_id, time, received, lon_e6, lat_e6, speed_dkmh,
          direction, alarm, status, sensors, weight_ckg, flags)
      """;
  private static final String MOVE =
      INTO
          + """
          select vehicle_id, timestamptz 'epoch' + time * interval '1 microsecond',
              timestamptz 'epoch' + received * interval '1 microsecond', lon_e6, lat_e6, speed_dkmh,
              direction, alarm, status, sensors, weight_ckg, flags
            from unnest(?::int[], ?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::smallint[],
              ?::smallint[], ?::int[], ?::int[], ?::smallint[], ?::smallint[], ?::smallint[])
              as fix(vehicle_id, time, received, lon_e6, lat_e6, speed_dkmh,
                direction, alarm, status, sensors, weight_ckg, flags)
            order by vehicle_id
          """
          + UPSERT;

  /** The valid fixes first, for their places; a vehicle that was never seen, by its last day. */
  private static final String CATCH_UP =
      INTO
          + """
          select v.id, p.time, %s, p.lon_e6, p.lat_e6, p.speed_dkmh, p.direction, p.alarm,
              p.status, p.sensors, p.weight_ckg, p.flags
            from vehicle v left join last_position known on known.vehicle_id = v.id
              cross join lateral (
                select * from positions where vehicle_id = v.id
                  and time > coalesce(known.time, now() - interval '1 day') and flags & ? = ?
                order by time desc limit 1) p
          """
              .formatted(PositionColumns.received("p"))
          + UPSERT;

  private final Map<Integer, Position> waiting = new HashMap<>();
  private final LongSupplier clock;
  private long moved;

  public LastPositions() {
    this(System::nanoTime);
  }

  /**
   * @param clock ns
   */
  LastPositions(LongSupplier clock) {
    this.clock = clock;
    moved = clock.getAsLong() - PAUSE_NANOS;
  }

  /** Whether those of a batch, and those that wait, are to be moved with it. */
  boolean isDue(int rows) {
    return rows <= SMALL || clock.getAsLong() - moved >= PAUSE_NANOS;
  }

  /** ns until what waits is to be moved whether a batch comes or not; far away if nothing waits. */
  public long untilDue() {
    return waiting.isEmpty() ? Long.MAX_VALUE : moved + PAUSE_NANOS - clock.getAsLong();
  }

  /** Notes the rows of a batch that is committed. */
  void note(Collection<PositionRow> rows) {
    for (PositionRow row : rows) {
      waiting.merge(row.vehicleId(), row.position(), LastPositions::newer);
    }
  }

  private static Position newer(Position a, Position b) {
    return b.fixTime().isAfter(a.fixTime()) ? b : a;
  }

  /** Those that wait have been moved and committed. */
  void done() {
    waiting.clear();
    moved = clock.getAsLong();
  }

  /** Moves those that wait and those of a batch, as far as they are newer. */
  void move(Connection connection, Collection<PositionRow> rows) throws SQLException {
    Map<Integer, Position> newest = new HashMap<>(waiting);
    for (PositionRow row : rows) {
      newest.merge(row.vehicleId(), row.position(), LastPositions::newer);
    }
    // the statement takes them by vehicle in order, so that two writers cannot wait for one another
    try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
      LastColumns columns = new LastColumns(newest.size());
      newest.forEach(columns::add);
      columns.bind(statement);
      statement.executeUpdate();
    }
  }

  /** Moves all vehicles to their last stored positions, where a process ended before it had. */
  static void catchUp(Connection connection) throws SQLException {
    int valid = PositionColumns.FIX_VALID;
    Database.update(connection, CATCH_UP, valid, valid);
    Database.update(connection, CATCH_UP, 0, 0);
  }
}
