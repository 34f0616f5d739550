package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
    List<Position> track = new ArrayList<>();
    each(plate, from, to, track::add);
    return track;
  }

  /** As {@link #track}, fix by fix: as long as the sink takes, a connection is held. */
  public void each(String plate, Instant from, Instant to, Consumer<Position> sink) {
    database.reading(
        "reading what is kept of the track of " + plate,
        connection -> {
          for (int id :
              Database.query(
                  connection, "select id from vehicle where plate = ?", r -> r.getInt(1), plate)) {
            String sql =
                TRACK.formatted(
                    PositionColumns.NAMES,
                    id,
                    PositionStream.literal(from),
                    PositionStream.literal(to));
            PositionStream.copy(connection, sql, Map.of(id, plate), new Once(sink));
          }
          return null;
        });
  }

  /** Hands a fix on once that is both among the tracks and kept as evidence. */
  private static final class Once implements Consumer<Position> {
    private final Consumer<Position> sink;
    private Position last;

    Once(Consumer<Position> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Position fix) {
      if (!fix.equals(last)) {
        sink.accept(fix);
      }
      last = fix;
    }
  }
}
