package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.List;

/**
 * Reads tracks for people to look at: of days whose tracks are no longer kept, what is left of them
 * as evidence.
 */
public final class TrackQueries {
  /** A day that is being dropped is in both for a moment. */
  private static final String TRACK =
      """
      with v as (select id from vehicle where plate = ?)
      select %1$s from positions where vehicle_id = (select id from v) and time >= ? and time < ?
      union
      select %1$s from evidence_positions
      where vehicle_id = (select id from v) and time >= ? and time < ?
      order by time"""
          .formatted(PositionColumns.NAMES);

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
    return database.query(
        TRACK, row -> PositionColumns.read(row, plate), plate, from, to, from, to);
  }
}
