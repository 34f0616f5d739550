package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads tracks for people to look at: of days whose tracks are no longer kept, what is left of them
 * as evidence.
 */
public final class TrackQueries {
  private static final String TRACK =
      """
      select %1$s from positions where vehicle_id = %2$d and time >= %3$s and time < %4$s
      union all
      select %1$s from evidence_positions
      where vehicle_id = %2$d and time >= %3$s and time < %4$s order by time""";

  private final Database database;

  public TrackQueries(Database database) {
    this.database = database;
  }

  /**
   * A vehicle's track in the order of fix time, or what is kept of it.
   *
   * @param from first moment
   * @param to first moment that is no longer wanted
   */
  public List<Position> track(String plate, Instant from, Instant to) {
    return database.reading(
        "reading what is kept of the track of " + plate,
        connection -> {
          List<Position> track = new ArrayList<>();
          for (int id :
              Database.query(
                  connection, "select id from vehicle where plate = ?", r -> r.getInt(1), plate)) {
            read(connection, Map.of(id, plate), from, to, track);
          }
          return track;
        });
  }

  private static void read(
      Connection connection,
      Map<Integer, String> plate,
      Instant from,
      Instant to,
      List<Position> track)
      throws SQLException {
    String sql =
        TRACK.formatted(
            PositionColumns.NAMES,
            plate.keySet().iterator().next(),
            PositionStream.literal(from),
            PositionStream.literal(to));
    PositionStream.copy(
        connection,
        sql,
        plate,
        fix -> {
          // a fix may be in both
          if (track.isEmpty() || !track.get(track.size() - 1).equals(fix)) {
            track.add(fix);
          }
        });
  }
}
