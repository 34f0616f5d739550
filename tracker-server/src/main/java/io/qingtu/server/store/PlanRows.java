package io.qingtu.server.store;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.Waybill;
import io.qingtu.server.dataset.GeoJson;
import io.qingtu.server.dataset.Times;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.LineString;

/** A plan from its rows, one method a table; {@link PlanWriter} wrote them. */
final class PlanRows {
  private static final String VEHICLES =
      "select v.*, c.name as company from vehicle v join company c on c.id = v.company_id"
          + " order by plate";
  private static final String SEGMENTS = "select * from segment order by id";

  /**
   * Those scanned in a period, and of the others those that wait for their first scan and the one
   * scanned last: by it is known that the city has waybills.
   */
  static final String WAYBILLS =
      """
      select * from waybill
      where greatest(scan_out, scan_in) >= ? and least(scan_out, scan_in) < ?
        or scan_out is null and scan_in is null
        or id = (select id from waybill order by greatest(scan_out, scan_in) desc nulls last limit 1)
      order by id\
      """;

  static final String CAPTURES =
      "select * from gate_event where time >= ? and time < ? order by time, camera_id, plate";

  /**
   * What is noted day by day is read of so much more than the period itself: a load is scanned days
   * after it left, and a camera's clock is told from the pictures of a calendar week.
   */
  private static final Duration AROUND = Duration.ofDays(7);

  private final Connection connection;

  PlanRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * What counts now, and what routes and zones were before.
   *
   * @param period of which waybills, captures, identities and services are read
   */
  CityPlan read(Validity period) throws SQLException {
    Validity noted = around(period);
    return new PlanHistory(connection, noted.from()).addTo(current(noted));
  }

  /** The period of which is read what is noted day by day. */
  static Validity around(Validity period) {
    Instant from = period.from();
    Instant to = period.to();
    return new Validity(
        from.equals(Instant.MIN) ? from : from.minus(AROUND),
        to.equals(Instant.MAX) ? to : to.plus(AROUND));
  }

  /** Vehicles, places, routes, permits and roads as they count now; of the rest nothing. */
  CityPlan layout() throws SQLException {
    return new CityPlan(
        all(VEHICLES, PlanRows::vehicle),
        PlanTable.PLACES.all(connection),
        PlanTable.ROUTES.all(connection),
        PlanTable.PERMITS.all(connection),
        List.of(),
        List.of(),
        all(SEGMENTS, PlanRows::segment),
        List.of(),
        List.of(),
        List.of());
  }

  private CityPlan current(Validity noted) throws SQLException {
    return new CityPlan(
        all(VEHICLES, PlanRows::vehicle),
        PlanTable.PLACES.all(connection),
        PlanTable.ROUTES.all(connection),
        PlanTable.PERMITS.all(connection),
        all(WAYBILLS, PlanRows::waybill, noted.from(), noted.to()),
        all(CAPTURES, PlanRows::gateEvent, noted.from(), noted.to()),
        all(SEGMENTS, PlanRows::segment),
        PlanTable.REQUIREMENTS.all(connection),
        PlanTable.COLLECTION_POINTS.all(connection),
        exemptions(),
        new RecordRows(connection).read(noted));
  }

  private <T> List<T> all(String sql, Database.RowReader<T> reader, Object... arguments)
      throws SQLException {
    return Database.query(connection, sql, reader, arguments);
  }

  static Vehicle vehicle(ResultSet row) throws SQLException {
    Set<SensorKind> sensors = EnumSet.noneOf(SensorKind.class);
    sensors.addAll(
        set(row.getString("sensors"), s -> SensorKind.valueOf(s.toUpperCase(Locale.ROOT))));
    return new Vehicle(
        row.getString("plate"),
        VehicleKind.valueOf(row.getString("kind")),
        row.getString("company"),
        Database.number(row, "rated_load_t"),
        sensors,
        row.getString("operator"),
        Database.number(row, "work_width_m"));
  }

  static Place place(ResultSet row) throws SQLException {
    String hours = row.getString("hours");
    return new Place(
        row.getString("id"),
        row.getString("name"),
        PlaceKind.valueOf(row.getString("kind")),
        GeoJson.parse(row.getString("geometry")),
        validity(row),
        hours.isEmpty()
            ? DailyHours.ALL_DAY
            : new DailyHours(
                LocalTime.parse(hours.substring(0, hours.indexOf('-'))),
                LocalTime.parse(hours.substring(hours.indexOf('-') + 1))));
  }

  static PermittedRoute route(ResultSet row) throws SQLException {
    return new PermittedRoute(
        row.getString("id"), line(row), Database.number(row, "corridor_m"), validity(row));
  }

  static Permit permit(ResultSet row) throws SQLException {
    return new Permit(
        row.getString("id"),
        row.getString("plate"),
        row.getString("site_id"),
        list(row.getString("disposal_ids")),
        list(row.getString("route_ids")),
        validity(row),
        row.getString("daily_from") == null ? null : hours(row, "daily_from", "daily_to"),
        Database.instant(row, "entered_at"),
        Database.number(row, "approved_m3"));
  }

  static Waybill waybill(ResultSet row) throws SQLException {
    return new Waybill(
        row.getString("id"),
        row.getString("plate"),
        row.getString("site_id"),
        row.getString("disposal_id"),
        Database.instant(row, "scan_out"),
        Database.instant(row, "scan_in"),
        Database.number(row, "quantity_t"));
  }

  static GateEvent gateEvent(ResultSet row) throws SQLException {
    return new GateEvent(
        row.getString("camera_id"),
        row.getString("place_id"),
        row.getString("direction").equals("IN"),
        Database.instant(row, "time"),
        row.getString("plate"),
        row.getDouble("confidence"),
        Optional.ofNullable(row.getObject("loaded", Boolean.class)),
        Optional.ofNullable(row.getObject("covered", Boolean.class)),
        Optional.ofNullable(row.getObject("wheel_dirty", Boolean.class)));
  }

  static Segment segment(ResultSet row) throws SQLException {
    return new Segment(
        row.getString("id"),
        row.getString("road"),
        RoadGrade.ofCode(row.getString("grade")),
        set(row.getString("sides"), Side::valueOf),
        line(row),
        Database.number(row, "speed_limit_kmh"),
        row.getBoolean("tunnel"));
  }

  static Requirement requirement(ResultSet row) throws SQLException {
    String side = row.getString("side");
    return new Requirement(
        row.getString("id"),
        Optional.ofNullable(row.getString("segment_id")),
        Optional.ofNullable(row.getString("grade")).map(RoadGrade::ofCode),
        side.equals("BOTH") ? EnumSet.allOf(Side.class) : Set.of(Side.valueOf(side)),
        Operation.valueOf(row.getString("op")),
        row.getInt("passes"),
        hours(row, "window_from", "window_to"),
        Times.days(row.getString("days")),
        row.getString("contractor"),
        Per.valueOf(row.getString("per")),
        validity(row));
  }

  static CollectionPoint collectionPoint(ResultSet row) throws SQLException {
    return new CollectionPoint(
        row.getString("id"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        hours(row, "window_from", "window_to"),
        Times.days(row.getString("days")),
        row.getString("contractor"),
        validity(row));
  }

  /**
   * Those of the files, those that two persons have approved, and the closures that water has made.
   */
  private List<Exemption> exemptions() throws SQLException {
    List<Exemption> all =
        new ArrayList<>(all("select * from exemption order by from_time, id", PlanRows::exemption));
    all.addAll(all(ExemptionStore.APPROVED, ExemptionStore::exemption));
    all.addAll(all(WaterStore.CLOSURES, WaterStore::closure));
    return all;
  }

  private static Exemption exemption(ResultSet row) throws SQLException {
    return new Exemption(
        Exemption.Kind.valueOf(row.getString("kind")),
        Optional.of(row.getString("op")).filter(o -> !o.isEmpty()).map(Operation::valueOf),
        set(row.getString("segment_ids"), Function.identity()),
        period(row),
        row.getString("approved_by"),
        Database.instant(row, "published_at"));
  }

  private static Validity validity(ResultSet row) throws SQLException {
    Instant from = Database.instant(row, "valid_from");
    Instant to = Database.instant(row, "valid_to");
    return new Validity(from == null ? Instant.MIN : from, to == null ? Instant.MAX : to);
  }

  /** The columns from_time and to_time. */
  static Validity period(ResultSet row) throws SQLException {
    return new Validity(Database.instant(row, "from_time"), Database.instant(row, "to_time"));
  }

  static DailyHours hours(ResultSet row, String from, String to) throws SQLException {
    return new DailyHours(row.getObject(from, LocalTime.class), row.getObject(to, LocalTime.class));
  }

  private static LineString line(ResultSet row) throws SQLException {
    return (LineString) GeoJson.parse(row.getString("geometry"));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(";"));
  }

  /** A set whose parts have {@code ;} between them. */
  static <T> Set<T> set(String text, Function<String, T> parser) {
    return list(text).stream().map(parser).collect(Collectors.toSet());
  }
}
