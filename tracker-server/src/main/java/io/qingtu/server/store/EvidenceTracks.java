package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What outlives the tracks: the fixes of every alert with a vehicle and of every trip, with the
 * time before and after that its evidence shows.
 */
public final class EvidenceTracks {
  /** The table. */
  static final String TABLE = "evidence_positions";

  /** Before the beginning and after the end of an alert or a trip. */
  public static final Duration MARGIN = Duration.ofMinutes(10);

  /** Of what has not ended its first day is evidence. */
  public static final Duration OPEN = Duration.ofHours(24);

  /** What is to be kept of a stretch of time, as intervals of a vehicle that do not overlap. */
  private static final String WANTED =
      """
      with occasion as (
        select vehicle_id, start_time, end_time from alert where vehicle_id is not null
        union all
        select vehicle_id, out_time, end_time from trip where not superseded),
      span as (
        select vehicle_id, start_time - interval '%1$s' as first,
          greatest(start_time, coalesce(end_time, start_time + interval '%2$s')) + interval '%1$s' as last
        from occasion),
      wanted as (
        select vehicle_id, unnest(range_agg(tstzrange(first, last, '[]'))) as during
        from span where first < ? and last >= ? group by vehicle_id),
      evidence as (
        select p.* from wanted w join positions p on p.vehicle_id = w.vehicle_id
          and p.time between lower(w.during) and upper(w.during) and p.time >= ? and p.time < ?)
      """
          .formatted(MARGIN, OPEN);

  private static final String COPY =
      WANTED
          + "insert into evidence_positions (%1$s) select %1$s from evidence on conflict do nothing"
              .formatted(PositionColumns.NAMES);

  /** All of a row is compared: what stands under its key may be another. */
  private static final String MISSING =
      WANTED
          + """
          select count(*), count(*) filter (where not exists (select from evidence_positions k
            where k.vehicle_id = p.vehicle_id and k.time = p.time
              and row(%s) is not distinct from row(%s))) from evidence p"""
              .formatted(PositionColumns.of("k"), PositionColumns.of("p"));

  private EvidenceTracks() {}

  /**
   * Copies what a chunk of the tracks has of evidence and proves that it is there; what is there
   * already stays as it is.
   *
   * @throws IllegalStateException where one of them is not there as it is in the chunk
   */
  static TrackRetention.Counts keep(Connection connection, Chunk chunk) throws SQLException {
    EvidencePartitions.ensure(connection, TABLE, chunk);
    Object[] during = {chunk.to(), chunk.from(), chunk.from(), chunk.to()};
    Database.update(connection, COPY, during);
    long[] counts =
        Database.query(
                connection, MISSING, row -> new long[] {row.getLong(1), row.getLong(2)}, during)
            .get(0);
    if (counts[1] > 0) {
      throw new IllegalStateException(
          "%d of the %d fixes of %s that are evidence are not kept as they are"
              .formatted(counts[1], counts[0], chunk.name()));
    }
    long all =
        Database.query(connection, "select count(*) from " + chunk.name(), row -> row.getLong(1))
            .get(0);
    return new TrackRetention.Counts(all, counts[0]);
  }
}
