package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who was where: in a rectangle and a time (区域查车), and the fleet at a moment of the past. */
public final class PastQueries {
  /** A vehicle that was last heard longer ago has no place at a moment. */
  static final Duration SILENCE = Duration.ofHours(24);

  private static final String COLUMNS = PositionColumns.of("p");

  private final Database database;

  public PastQueries(Database database) {
    this.database = database;
  }

  /**
   * Every fix within a rectangle and a time, by plate and in the order of time.
   *
   * @param from first moment
   * @param to last moment
   */
  public SortedMap<String, List<Position>> inside(
      Area area, Instant from, Instant to, Scope scope) {
    String sql =
        "select %s from %s where p.time >= %s and p.time <= %s and %s and %s order by p.vehicle_id, p.time"
            .formatted(
                COLUMNS,
                area.isLarge() ? "positions p" : whereSeen(area, from, to),
                PositionStream.literal(from),
                PositionStream.literal(to),
                area.literal(),
                scope.literal());
    SortedMap<String, List<Position>> tracks = new TreeMap<>();
    for (Position p : read("reading the positions in " + area, sql)) {
      tracks.computeIfAbsent(p.plate(), k -> new ArrayList<>()).add(p);
    }
    return tracks;
  }

  /**
   * The positions of those five minutes in which a vehicle was in one of the rectangle's squares.
   * Offset 0 keeps the planner from reading every position of the time instead.
   */
  private static String whereSeen(Area area, Instant from, Instant to) {
    String squares =
        IntStream.of(area.cells()).mapToObj(Integer::toString).collect(Collectors.joining(","));
    return """
        (select distinct vehicle_id, slot from presence
          where square = any('{%s}') and slot > %s and slot <= %s) s
        cross join lateral (select * from positions
          where vehicle_id = s.vehicle_id and time >= s.slot and time < s.slot + interval '%d s'
          offset 0) p"""
        .formatted(
            squares,
            PositionStream.literal(from.minusSeconds(Presence.SLOT_SECONDS)),
            PositionStream.literal(to),
            Presence.SLOT_SECONDS);
  }

  /** The last position of each vehicle that was heard in the day before a moment, by plate. */
  public List<Position> fleetAt(Instant moment, Scope scope) {
    String sql =
        """
        select %s from vehicle v cross join lateral (
          select * from positions
          where vehicle_id = v.id and time <= %s and time > %s order by time desc limit 1) p
        where %s order by v.plate"""
            .formatted(
                COLUMNS,
                PositionStream.literal(moment),
                PositionStream.literal(moment.minus(SILENCE)),
                scope.literal());
    return read("reading the fleet at " + moment, sql);
  }

  private List<Position> read(String doing, String sql) {
    return database.reading(doing, connection -> read(connection, sql));
  }

  private static List<Position> read(Connection connection, String sql) throws SQLException {
    List<Position> found = new ArrayList<>();
    PositionStream.copy(connection, sql, PositionStream.plates(connection), found::add);
    return found;
  }
}
