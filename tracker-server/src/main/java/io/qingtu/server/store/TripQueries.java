package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the trip ledger (趟次台账). */
public final class TripQueries {
  /**
   * A loaded trip.
   *
   * @param adherence share of the loaded leg inside permitted corridors, 0–1; NaN without a route
   * @param endTime null while under way
   * @param cameraOut whether the site's camera has seen it leave: SEEN, NOT_SEEN; empty where the
   *     reader knows of no picture of that place in the days about
   * @param cameraIn the same of its coming to where it ended
   * @param exception what the clerk of a place has reported of its waybill; empty: nothing
   */
  public record TripRow(
      String id,
      String plate,
      String company,
      String permitId,
      String siteId,
      String siteName,
      Instant outTime,
      String endKind,
      String endPlaceId,
      String endPlaceName,
      Instant endTime,
      double distanceMetres,
      double adherence,
      int coverOpenSeconds,
      double maxSpeedKmh,
      double observedShare,
      String waybillId,
      String waybillMatch,
      String cameraOut,
      String cameraIn,
      String exception) {}

  /** Between a picture and the exit, or the end, that it belongs to; as the rules' gate_match_s. */
  private static final String CAMERA_TOLERANCE = "interval '5 min'";

  /** A place has a camera that works if it took any picture in so many days about. */
  private static final String CAMERA_WORKS = "interval '3 days'";

  private static final String SELECT =
      """
      select t.*, v.plate, c.name company,
        coalesce(s.name, '') site_name, coalesce(e.name, '') end_place_name,
        case when exists (select 1 from gate_event g where g.plate = v.plate
            and g.place_id = t.site_id and g.direction = 'OUT'
            and g.time between t.out_time - %1$s and t.out_time + %1$s) then 'SEEN'
          when exists (select 1 from gate_event g where g.place_id = t.site_id
            and g.time between t.out_time - %2$s and t.out_time + %2$s) then 'NOT_SEEN'
          else '' end camera_out,
        case when exists (select 1 from gate_event g where g.plate = v.plate
            and g.place_id = t.end_place_id and g.direction = 'IN'
            and g.time between t.out_time and t.end_time + %1$s) then 'SEEN'
          when exists (select 1 from gate_event g where g.place_id = t.end_place_id
            and g.time between t.end_time - %2$s and t.end_time + %2$s) then 'NOT_SEEN'
          else '' end camera_in,
        coalesce((select note from waybill_scan where waybill_id = t.waybill_id
          and kind = 'EXCEPTION' order by id desc limit 1), '') exception
      from trip t join vehicle v on v.id = t.vehicle_id join company c on c.id = v.company_id
      left join place s on s.id = t.site_id left join place e on e.id = t.end_place_id
      where not t.superseded and\
      """
              .formatted(CAMERA_TOLERANCE, CAMERA_WORKS)
          + " "
          + Scope.CONDITION;

  private final Database database;

  public TripQueries(Database database) {
    this.database = database;
  }

  /** The trips that left their site in a period, earliest first. */
  public List<TripRow> between(Instant from, Instant to, Optional<String> plate, Scope scope) {
    Query q = new Query(SELECT, scope.arguments());
    q.and("and t.out_time >= ? and t.out_time < ?", from, to);
    plate.ifPresent(p -> q.and("and v.plate = ?", p));
    return q.and("order by t.out_time, t.id").list(database, TripQueries::row);
  }

  public Optional<TripRow> find(String id, Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("and t.id = ?", id)
        .first(database, TripQueries::row);
  }

  private static TripRow row(ResultSet r) throws SQLException {
    return new TripRow(
        r.getString("id"),
        r.getString("plate"),
        r.getString("company"),
        r.getString("permit_id"),
        r.getString("site_id"),
        r.getString("site_name"),
        Database.instant(r, "out_time"),
        r.getString("end_kind"),
        r.getString("end_place_id"),
        r.getString("end_place_name"),
        Database.instant(r, "end_time"),
        r.getDouble("distance_m"),
        Database.number(r, "adherence"),
        r.getInt("cover_open_s"),
        r.getDouble("max_speed_kmh"),
        r.getDouble("observed_share"),
        r.getString("waybill_id"),
        r.getString("waybill_match"),
        r.getString("camera_out"),
        r.getString("camera_in"),
        r.getString("exception"));
  }
}
