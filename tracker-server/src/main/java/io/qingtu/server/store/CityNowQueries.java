package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What the city's map shows of the present beside the vehicles: cameras, closures, loads. */
public final class CityNowQueries {
  /**
   * A gate camera; where it stands is not filed, only whose gate it watches.
   *
   * @param works whether it took any picture in the last three days
   */
  public record Camera(String id, String placeId, boolean works) {}

  /**
   * Closed road segments.
   *
   * @param underpass the name of the flooded one that it is about; empty where water is not why
   * @param to null where nobody knows yet
   */
  public record Closure(List<String> segmentIds, String underpass, Instant from, Instant to) {}

  /**
   * A place's loads of a day, of the vehicles that may be seen.
   *
   * @param out trips that left it loaded
   * @param in trips that have ended there
   */
  public record PlaceCount(String placeId, int out, int in) {}

  private final Database database;

  public CityNowQueries(Database database) {
    this.database = database;
  }

  /** Every camera that ever took a picture, by id: whose vehicles it has seen is not told. */
  public List<Camera> cameras(Instant now) {
    // one look into the index a camera: there are millions of pictures
    return ofTheCity(
        new Query(
            """
            with recursive camera as (
              select min(camera_id) id from gate_event
              union all
              select (select min(camera_id) from gate_event where camera_id > camera.id)
              from camera where id is not null)
            select camera.id, g.place_id, g.time >= ?::timestamptz - interval '3 days' works
            from camera, lateral (select place_id, time from gate_event
              where camera_id = camera.id order by time desc limit 1) g
            order by camera.id
            """,
            now),
        r -> new Camera(r.getString("id"), r.getString("place_id"), r.getBoolean("works")));
  }

  /** What is closed at a moment, by the files, by two persons' word and by water. */
  public List<Closure> closures(Instant at) {
    return ofTheCity(
        new Query(
            """
            select * from (
              select segment_ids, '' underpass, from_time, to_time from exemption
                where kind = 'CLOSURE'
              union all select place_ids, '', from_time, to_time from exemption_request
                where kind = 'CLOSURE' and decision = 'APPROVED'
              union all select u.segment_ids, u.name, c.from_time, c.to_time
                from water_closure c join underpass u on u.id = c.underpass_id) closed
            where segment_ids <> '' and from_time <= ? and (to_time is null or to_time > ?)
            order by from_time, segment_ids
            """,
            at,
            at),
        CityNowQueries::closure);
  }

  /** The loads that left places and came to places in a period; places without any are left out. */
  public List<PlaceCount> counts(Instant from, Instant to, Scope scope) {
    // trips are indexed by when they left; none is on its way for two days
    return new Query(
            """
            select place_id, sum(gone)::int gone, sum(come)::int come from (
              select site_id place_id, vehicle_id, 1 gone, 0 come from trip
                where not superseded and out_time >= ? and out_time < ?
              union all select end_place_id, vehicle_id, 0, 1 from trip
                where not superseded and end_time >= ? and end_time < ?
                  and out_time >= ?::timestamptz - interval '2 days') load
            join vehicle v on v.id = load.vehicle_id where place_id <> '' and
            """,
            from,
            to,
            from,
            to,
            from)
        .and(Scope.CONDITION, scope.arguments())
        .and("group by place_id order by place_id")
        .list(
            database,
            r -> new PlaceCount(r.getString("place_id"), r.getInt("gone"), r.getInt("come")));
  }

  /** Facts about roads and gates that belong to no company: everybody who signs in may see them. */
  private <T> List<T> ofTheCity(Query query, Database.RowReader<T> reader) {
    return ReadAs.get(Scope.CITY, () -> query.list(database, reader));
  }

  private static Closure closure(ResultSet r) throws SQLException {
    Instant to = Database.instant(r, "to_time");
    return new Closure(
        List.of(r.getString("segment_ids").split(";")),
        r.getString("underpass"),
        Database.instant(r, "from_time"),
        Instant.MAX.equals(to) ? null : to);
  }
}
