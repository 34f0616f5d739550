package io.qingtu.server.store;

import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.Driver;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.RoadBan;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.SiteProgress;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.Weather;
import io.qingtu.server.dataset.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Rows of what is known beside the plan, one method a table; {@link RecordRows} reads them. */
final class RecordWriter {
  private final Connection connection;

  RecordWriter(Connection connection) {
    this.connection = connection;
  }

  void write(CityRecords records) throws SQLException {
    PlanWriter.each(records.weather(), this::weather);
    PlanWriter.each(records.reports(), this::report);
    PlanWriter.each(records.vehicleOrders(), this::order);
    PlanWriter.each(records.identities(), this::identity);
    PlanWriter.each(records.drivers(), this::driver);
    PlanWriter.each(records.services(), this::service);
    PlanWriter.each(records.bans(), this::ban);
    PlanWriter.each(records.progress(), this::progress);
  }

  private void weather(Weather w) throws SQLException {
    new Upsert("weather", "from_time", "to_time")
        .set("from_time", w.period().from())
        .set("to_time", w.period().to())
        .set("temp_c", Database.orNull(w.temperatureC()))
        .set("rain", w.rain().orElse(null))
        .run(connection);
  }

  private void report(IncidentReport r) throws SQLException {
    new Upsert("incident_report", "id")
        .set("id", r.id())
        .set("kind", r.kind())
        .set("time", r.time())
        .set("lon", r.longitude())
        .set("lat", r.latitude())
        .run(connection);
  }

  private void order(VehicleOrder o) throws SQLException {
    new Upsert("vehicle_order", "plate", "kind", "from_time", "other_plate")
        .set("plate", o.plate())
        .set("kind", o.kind())
        .set("from_time", o.period().from())
        .set("to_time", o.period().to())
        .set("approved_by", o.approvedBy())
        .set("other_plate", o.otherPlate())
        .run(connection);
  }

  private void identity(Identity i) throws SQLException {
    new Upsert("identity_record", "plate", "time", "kind")
        .set("plate", i.plate())
        .set("time", i.time())
        .set("kind", i.kind())
        .set("value", i.value())
        .run(connection);
  }

  private void driver(Driver d) throws SQLException {
    new Upsert("driver", "id")
        .set("id", d.id())
        .set("plates", PlanWriter.list(d.plates()))
        .run(connection);
  }

  private void ban(RoadBan b) throws SQLException {
    new Upsert("road_ban", "id")
        .set("id", b.id())
        .set("segment_ids", PlanWriter.list(b.segmentIds()))
        .set(
            "grades",
            PlanWriter.list(b.grades().stream().map(RoadGrade::code).collect(Collectors.toSet())))
        .set("ops", PlanWriter.list(b.ops().stream().map(Enum::name).collect(Collectors.toSet())))
        .set("window_from", b.window().from())
        .set("window_to", b.window().to())
        .set("days", Times.days(b.days()))
        .set("from_time", b.validity().from())
        .set("to_time", b.validity().to())
        .run(connection);
  }

  private void progress(SiteProgress p) throws SQLException {
    new Upsert("site_progress", "site_id", "from_time")
        .set("site_id", p.siteId())
        .set("from_time", p.period().from())
        .set("to_time", p.period().to())
        .set("planned_m3", p.plannedM3())
        .run(connection);
  }

  private void service(PointService s) throws SQLException {
    new Upsert("point_service", "plate", "time", "kind")
        .set("plate", s.plate())
        .set("time", s.time())
        .set("kind", s.kind())
        .set("point_id", s.pointId())
        .run(connection);
  }
}
