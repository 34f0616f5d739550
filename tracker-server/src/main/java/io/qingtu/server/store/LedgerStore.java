package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.OpenWindow;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trips, required passes, the quality of the data and the work of the vehicles, as the last
 * analysis saw them: a newer result replaces the older one of the same key.
 */
public final class LedgerStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String REPLACE_TRIP =
      """
      insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,
          end_time, grade, distance_m, adherence, cover_open_s, cover_open_m, cover_known_m,
          max_speed_kmh, observed_share, waybill_id,
          waybill_match)
        select ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from vehicle where plate = ?
      on conflict (id) do update set permit_id = excluded.permit_id, site_id = excluded.site_id,
        out_time = excluded.out_time, end_kind = excluded.end_kind,
        end_place_id = excluded.end_place_id, end_time = excluded.end_time,
        grade = excluded.grade, distance_m = excluded.distance_m, adherence = excluded.adherence,
        cover_open_s = excluded.cover_open_s, cover_open_m = excluded.cover_open_m,
        cover_known_m = excluded.cover_known_m, max_speed_kmh = excluded.max_speed_kmh,
        observed_share = excluded.observed_share, waybill_id = excluded.waybill_id,
        waybill_match = excluded.waybill_match, superseded = false""";

  private static final String REPLACE_QUALITY =
      """
      insert into quality_day (vehicle_id, day, received, accepted, dropped, observed_share,
          sensor_health, distance_km, continuous_km)
        select id, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ? from vehicle where plate = ?
      on conflict (vehicle_id, day) do update set received = excluded.received,
        accepted = excluded.accepted, dropped = excluded.dropped,
        observed_share = excluded.observed_share, sensor_health = excluded.sensor_health,
        distance_km = excluded.distance_km, continuous_km = excluded.continuous_km""";

  /** What is judged is never open again. */
  private static final String REPLACE_PASS =
      """
      insert into pass_result as p (requirement_id, segment_id, side, op, window_start, window_end,
          required, done, coverage, result, first_time, last_time, plates, judged)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (requirement_id, segment_id, side, op, window_start) do update set
        window_end = excluded.window_end, required = excluded.required, done = excluded.done,
        coverage = excluded.coverage, result = excluded.result, first_time = excluded.first_time,
        last_time = excluded.last_time, plates = excluded.plates, judged = excluded.judged,
        superseded = false
        where excluded.judged or not p.judged""";

  private final Database database;

  public LedgerStore(Database database) {
    this.database = database;
  }

  /** All four lists in one transaction. */
  public void replace(
      Collection<Trip> trips,
      Collection<PassResult> passes,
      Collection<VehicleDayQuality> days,
      Collection<VehicleDayWork> work) {
    database.inTransaction(
        "storing the ledger",
        connection -> {
          Database.updateAll(connection, REPLACE_TRIP, trips, LedgerStore::values);
          Database.updateAll(connection, REPLACE_PASS, passes, LedgerStore::values);
          Database.updateAll(connection, REPLACE_QUALITY, days, LedgerStore::values);
          WorkDays.replace(connection, work);
          return null;
        });
  }

  /**
   * How far windows have come that are not judged. No verdict on file is touched, and nothing but
   * the board of the day reads them.
   *
   * @param anew whether these are all there are: those of an earlier plan are no longer read
   */
  public void replaceOpen(Collection<OpenWindow> windows, boolean anew) {
    database.inTransaction(
        "storing the open windows",
        connection -> {
          if (anew) {
            Database.update(
                connection,
                "update pass_result set superseded = true where not judged and not superseded");
          }
          Database.updateAll(connection, REPLACE_PASS, windows, LedgerStore::values);
          return null;
        });
  }

  /**
   * How far collection points' windows have come. A verdict on file gives way to another verdict
   * only.
   *
   * @param anew whether the plan is another: open windows of the earlier one are no longer read
   */
  public void replacePoints(Collection<PointDuty> duties, boolean anew) {
    database.inTransaction(
        "storing the service of collection points",
        connection -> {
          if (anew) {
            PointRows.supersedeOpen(connection);
          }
          PointRows.replace(connection, duties);
          return null;
        });
  }

  /** Where trucks may have dumped their loads, and where they rest. */
  public void replaceStays(Collection<VehicleStays> stays) {
    database.inTransaction(
        "storing the stays",
        connection -> {
          for (VehicleStays of : stays) {
            StayRows.replace(connection, of);
          }
          return null;
        });
  }

  /**
   * A vehicle's period was analyzed again: trips of it that the new analysis does not find any more
   * are no longer read. Their rows stay.
   *
   * @param from first moment of the period; it has no end
   * @param found ids of the trips that hold
   */
  public void supersede(String plate, Instant from, Collection<String> found) {
    database.update(
        "update trip set superseded = true where out_time >= ? and not superseded"
            + " and vehicle_id = (select id from vehicle where plate = ?) and id <> all(?)",
        from,
        plate,
        found.toArray(String[]::new));
  }

  /** Trips that left a site in a period, in the order of leaving. */
  public List<Trip> trips(Instant from, Instant to) {
    return trips(from, to, Scope.CITY);
  }

  /** Those of them that may be seen. */
  List<Trip> trips(Instant from, Instant to, Scope scope) {
    return new Query(
            "select t.*, v.plate from trip t join vehicle v on v.id = t.vehicle_id"
                + " where out_time >= ? and out_time < ? and not superseded and",
            from,
            to)
        .and(Scope.CONDITION, scope.arguments())
        .and("order by out_time, t.id")
        .list(database, LedgerStore::trip);
  }

  /** Judged passes whose window begins in a period. */
  public List<PassResult> passes(Instant from, Instant to) {
    return database.query(
        "select * from pass_result where judged and window_start >= ? and window_start < ?"
            + " order by window_start, segment_id, side, op, requirement_id",
        LedgerStore::pass,
        from,
        to);
  }

  /** Judged windows of collection points that begin in a period, by their begin and point. */
  public List<PointDuty> points(Instant from, Instant to) {
    return PointRows.judged(database, from, to);
  }

  /** Quality of the days of a period, both ends included. */
  public List<VehicleDayQuality> quality(LocalDate first, LocalDate last) {
    return database.query(
        "select q.*, v.plate from quality_day q join vehicle v on v.id = q.vehicle_id"
            + " where day between ? and ? order by v.plate, day",
        LedgerStore::day,
        first,
        last);
  }

  /** Work of the days of a period, both ends included. */
  public List<VehicleDayWork> work(LocalDate first, LocalDate last) {
    return WorkDays.between(database, first, last);
  }

  private static Object[] values(Trip t) {
    return new Object[] {
      t.id(),
      t.permitId(),
      t.siteId(),
      t.outTime(),
      t.endKind(),
      t.endPlaceId(),
      t.endTime(),
      t.grade(),
      t.distanceMetres(),
      Database.orNull(t.adherence()),
      t.coverOpenSeconds(),
      t.coverOpenMetres(),
      t.coverKnownMetres(),
      t.maxSpeedKmh(),
      t.observedShare(),
      t.waybillId(),
      t.waybillMatch(),
      t.plate()
    };
  }

  private static Object[] values(PassResult p) {
    return new Object[] {
      p.requirementId(),
      p.segmentId(),
      p.side(),
      p.op(),
      p.windowStart(),
      p.windowEnd(),
      p.required(),
      p.done(),
      p.coverage(),
      p.result(),
      p.first(),
      p.last(),
      p.plates().toArray(String[]::new),
      true
    };
  }

  private static Object[] values(OpenWindow w) {
    return new Object[] {
      w.requirementId(),
      w.segmentId(),
      w.side(),
      w.op(),
      w.windowStart(),
      w.windowEnd(),
      w.required(),
      w.done(),
      w.coverage(),
      w.state(),
      w.first(),
      w.last(),
      w.plates().toArray(String[]::new),
      false
    };
  }

  private static Object[] values(VehicleDayQuality q) {
    return new Object[] {
      q.day(),
      q.received(),
      q.accepted(),
      json(q.dropped()),
      q.observedShare(),
      json(q.sensorHealth()),
      q.distanceKm(),
      q.continuousKm(),
      q.plate()
    };
  }

  private static Trip trip(ResultSet row) throws SQLException {
    return new Trip(
        row.getString("id"),
        row.getString("plate"),
        row.getString("permit_id"),
        row.getString("site_id"),
        Database.instant(row, "out_time"),
        Trip.EndKind.valueOf(row.getString("end_kind")),
        row.getString("end_place_id"),
        Database.instant(row, "end_time"),
        Grade.valueOf(row.getString("grade")),
        row.getDouble("distance_m"),
        Database.number(row, "adherence"),
        row.getLong("cover_open_s"),
        row.getDouble("cover_open_m"),
        row.getDouble("cover_known_m"),
        row.getDouble("max_speed_kmh"),
        row.getDouble("observed_share"),
        row.getString("waybill_id"),
        row.getString("waybill_match"));
  }

  private static PassResult pass(ResultSet row) throws SQLException {
    Array plates = row.getArray("plates");
    return new PassResult(
        row.getString("requirement_id"),
        row.getString("segment_id"),
        Side.valueOf(row.getString("side")),
        Operation.valueOf(row.getString("op")),
        Database.instant(row, "window_start"),
        Database.instant(row, "window_end"),
        row.getInt("required"),
        row.getInt("done"),
        row.getDouble("coverage"),
        PassResult.Outcome.valueOf(row.getString("result")),
        Database.instant(row, "first_time"),
        Database.instant(row, "last_time"),
        List.of((String[]) plates.getArray()));
  }

  private static VehicleDayQuality day(ResultSet row) throws SQLException {
    SortedMap<String, Long> dropped = new TreeMap<>();
    SortedMap<String, String> health = new TreeMap<>();
    try {
      JSON.readTree(row.getString("dropped"))
          .properties()
          .forEach(e -> dropped.put(e.getKey(), e.getValue().longValue()));
      JSON.readTree(row.getString("sensor_health"))
          .properties()
          .forEach(e -> health.put(e.getKey(), e.getValue().textValue()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored quality of " + row.getString("plate"), e);
    }
    return new VehicleDayQuality(
        row.getString("plate"),
        row.getObject("day", LocalDate.class),
        row.getLong("received"),
        row.getLong("accepted"),
        dropped,
        row.getDouble("observed_share"),
        health,
        row.getDouble("distance_km"),
        row.getDouble("continuous_km"));
  }

  private static String json(Map<String, ?> map) {
    return JSON.valueToTree(map).toString();
  }
}
