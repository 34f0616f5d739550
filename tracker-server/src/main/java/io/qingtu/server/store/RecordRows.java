package io.qingtu.server.store;

import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.Driver;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.RoadBan;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.SiteProgress;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.Weather;
import io.qingtu.server.dataset.Times;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is known beside the plan, one method a table; {@link RecordWriter} wrote them. */
final class RecordRows {
  private final Connection connection;

  RecordRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param noted of which identities and services are read; they come day by day
   */
  CityRecords read(Validity noted) throws SQLException {
    return new CityRecords(
        all("select * from weather order by from_time, to_time", RecordRows::weather),
        all("select * from incident_report order by id", RecordRows::report),
        orders(),
        identities(noted),
        drivers(),
        all(
            "select * from point_service where time >= ? and time < ? order by plate, time, kind",
            RecordRows::service,
            noted.from(),
            noted.to()),
        all("select * from road_ban order by id", RecordRows::ban),
        all("select * from site_progress order by site_id, from_time", RecordRows::progress));
  }

  /**
   * Those of the files, and what the drivers' cards in the terminals say.
   *
   * @param noted of which they are read
   */
  List<Identity> identities(Validity noted) throws SQLException {
    List<Identity> all =
        new ArrayList<>(
            all(
                "select * from identity_record where time >= ? and time < ? order by plate, time, kind",
                RecordRows::identity,
                noted.from(),
                noted.to()));
    all.addAll(all(DriverCards.IDENTITIES, DriverCards::identity, noted.from(), noted.to()));
    return all;
  }

  /** Those of the files, and what companies have filed themselves. */
  private List<VehicleOrder> orders() throws SQLException {
    List<VehicleOrder> all =
        new ArrayList<>(
            all(
                "select * from vehicle_order order by plate, from_time, kind, other_plate",
                RecordRows::order));
    all.addAll(all(LayUpStore.ORDERS, LayUpStore::order));
    return all;
  }

  /** As above. */
  private List<Driver> drivers() throws SQLException {
    List<Driver> all = new ArrayList<>(all("select * from driver order by id", RecordRows::driver));
    all.addAll(DriverQueries.counting(connection));
    return all;
  }

  private <T> List<T> all(String sql, Database.RowReader<T> reader, Object... arguments)
      throws SQLException {
    return Database.query(connection, sql, reader, arguments);
  }

  private static Weather weather(ResultSet row) throws SQLException {
    return new Weather(
        PlanRows.period(row),
        Database.number(row, "temp_c"),
        Optional.ofNullable(row.getObject("rain", Boolean.class)));
  }

  private static IncidentReport report(ResultSet row) throws SQLException {
    return new IncidentReport(
        row.getString("id"),
        IncidentReport.Kind.valueOf(row.getString("kind")),
        Database.instant(row, "time"),
        row.getDouble("lon"),
        row.getDouble("lat"));
  }

  private static VehicleOrder order(ResultSet row) throws SQLException {
    return new VehicleOrder(
        row.getString("plate"),
        VehicleOrder.Kind.valueOf(row.getString("kind")),
        PlanRows.period(row),
        row.getString("approved_by"),
        row.getString("other_plate"));
  }

  private static Identity identity(ResultSet row) throws SQLException {
    return new Identity(
        row.getString("plate"),
        Database.instant(row, "time"),
        Identity.Kind.valueOf(row.getString("kind")),
        row.getString("value"));
  }

  private static Driver driver(ResultSet row) throws SQLException {
    return new Driver(
        row.getString("id"), PlanRows.set(row.getString("plates"), Function.identity()));
  }

  private static RoadBan ban(ResultSet row) throws SQLException {
    return new RoadBan(
        row.getString("id"),
        PlanRows.set(row.getString("segment_ids"), Function.identity()),
        PlanRows.set(row.getString("grades"), RoadGrade::ofCode),
        PlanRows.set(row.getString("ops"), Operation::valueOf),
        PlanRows.hours(row, "window_from", "window_to"),
        Times.days(row.getString("days")),
        PlanRows.period(row));
  }

  private static SiteProgress progress(ResultSet row) throws SQLException {
    return new SiteProgress(
        row.getString("site_id"), PlanRows.period(row), row.getDouble("planned_m3"));
  }

  private static PointService service(ResultSet row) throws SQLException {
    return new PointService(
        row.getString("plate"),
        Database.instant(row, "time"),
        PointService.Kind.valueOf(row.getString("kind")),
        row.getString("point_id"));
  }
}
