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
      String waybillMatch) {}

  private static final String SELECT =
      """
      select t.*, v.plate, c.name company,
        coalesce(s.name, '') site_name, coalesce(e.name, '') end_place_name
      from trip t join vehicle v on v.id = t.vehicle_id join company c on c.id = v.company_id
      left join place s on s.id = t.site_id left join place e on e.id = t.end_place_id
      where not t.superseded and\
      """
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
        r.getString("waybill_match"));
  }
}
