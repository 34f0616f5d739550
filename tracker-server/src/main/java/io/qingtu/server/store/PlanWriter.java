package io.qingtu.server.store;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.Waybill;
import io.qingtu.server.dataset.GeoJson;
import io.qingtu.server.dataset.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** Rows of a plan, one method a table; {@link PlanRows} reads them again. */
final class PlanWriter {
  private static final String JSON = "?::jsonb";

  private final Connection connection;

  PlanWriter(Connection connection) {
    this.connection = connection;
  }

  void write(CityPlan plan) throws SQLException {
    each(plan.vehicles(), this::vehicle);
    PlanVersions versions = new PlanVersions(connection);
    versions.lock();
    versions.file(PlanTable.PLACES, plan.places());
    versions.file(PlanTable.ROUTES, plan.routes());
    versions.file(PlanTable.PERMITS, plan.permits());
    each(plan.waybills(), this::waybill);
    each(plan.gateEvents(), this::gateEvent);
    each(plan.segments(), this::segment);
    versions.file(PlanTable.REQUIREMENTS, plan.requirements());
    versions.file(PlanTable.COLLECTION_POINTS, plan.collectionPoints());
    each(plan.exemptions(), this::exemption);
    new RecordWriter(connection).write(plan.records());
  }

  /** Writes one row. */
  interface RowWriter<T> {
    void write(T row) throws SQLException;
  }

  static <T> void each(Collection<T> rows, RowWriter<T> writer) throws SQLException {
    for (T row : rows) {
      writer.write(row);
    }
  }

  private void vehicle(Vehicle v) throws SQLException {
    Database.update(
        connection, "insert into company (name) values (?) on conflict do nothing", v.company());
    new Upsert("vehicle", "plate")
        .set("plate", v.plate())
        .set("kind", v.kind())
        .set("company_id", "(select id from company where name = ?)", v.company())
        .set("rated_load_t", Database.orNull(v.ratedLoadT()))
        .set("sensors", names(v.sensors()).toLowerCase(Locale.ROOT))
        .set("operator", v.operator())
        .set("work_width_m", Database.orNull(v.workWidthM()))
        .run(connection);
  }

  void place(Place p) throws SQLException {
    new Upsert("place", "id")
        .set("id", p.id())
        .set("name", p.name())
        .set("kind", p.kind())
        .set("valid_from", from(p.validity()))
        .set("valid_to", to(p.validity()))
        .set(
            "hours",
            p.hours().equals(DailyHours.ALL_DAY) ? "" : p.hours().from() + "-" + p.hours().to())
        .set("geometry", JSON, json(p.polygon()))
        .run(connection);
    if ((p.kind() == PlaceKind.SITE || p.kind().isEndPlace()) && !p.name().isEmpty()) {
      Database.update(
          connection,
          "insert into company (name, kind, place_id) values (?, 'PLACE', ?) on conflict do nothing",
          p.name(),
          p.id());
    }
  }

  void route(PermittedRoute r) throws SQLException {
    new Upsert("route", "id")
        .set("id", r.id())
        .set("corridor_m", Database.orNull(r.corridorMetres()))
        .set("valid_from", from(r.validity()))
        .set("valid_to", to(r.validity()))
        .set("geometry", JSON, json(r.line()))
        .run(connection);
  }

  void permit(Permit p) throws SQLException {
    new Upsert("permit", "id")
        .set("id", p.id())
        .set("plate", p.plate())
        .set("site_id", p.siteId())
        .set("disposal_ids", String.join(";", p.disposalIds()))
        .set("route_ids", String.join(";", p.routeIds()))
        .set("valid_from", from(p.validity()))
        .set("valid_to", to(p.validity()))
        .set("daily_from", p.hours() == null ? null : p.hours().from())
        .set("daily_to", p.hours() == null ? null : p.hours().to())
        .set("entered_at", p.enteredAt())
        .set("approved_m3", Database.orNull(p.approvedM3()))
        .run(connection);
  }

  private void waybill(Waybill w) throws SQLException {
    new Upsert("waybill", "id")
        .set("id", w.id())
        .set("plate", w.plate())
        .set("site_id", w.siteId())
        .set("disposal_id", w.disposalId())
        .set("scan_out", w.scanOut())
        .set("scan_in", w.scanIn())
        .set("quantity_t", Database.orNull(w.quantityT()))
        .run(connection);
  }

  void gateEvent(GateEvent e) throws SQLException {
    new Upsert("gate_event", "camera_id", "time", "plate")
        .set("camera_id", e.cameraId())
        .set("place_id", e.placeId())
        .set("direction", e.in() ? "IN" : "OUT")
        .set("time", e.time())
        .set("plate", e.plate())
        .set("confidence", e.confidence())
        .set("loaded", e.loaded().orElse(null))
        .set("covered", e.covered().orElse(null))
        .set("wheel_dirty", e.wheelDirty().orElse(null))
        .run(connection);
  }

  private void segment(Segment s) throws SQLException {
    new Upsert("segment", "id")
        .set("id", s.id())
        .set("road", s.road())
        .set("grade", s.grade().code())
        .set("sides", names(s.sides()))
        .set("speed_limit_kmh", Database.orNull(s.speedLimitKmh()))
        .set("tunnel", s.tunnel())
        .set("geometry", JSON, json(s.line()))
        .run(connection);
  }

  void requirement(Requirement r) throws SQLException {
    new Upsert("requirement", "id")
        .set("id", r.id())
        .set("segment_id", r.segmentId().orElse(null))
        .set("grade", r.grade().map(RoadGrade::code).orElse(null))
        .set("side", r.sides().size() == Side.values().length ? "BOTH" : names(r.sides()))
        .set("op", r.op())
        .set("passes", r.passes())
        .set("window_from", r.window().from())
        .set("window_to", r.window().to())
        .set("days", Times.days(r.days()))
        .set("contractor", r.contractor())
        .set("per", r.per())
        .set("valid_from", from(r.validity()))
        .set("valid_to", to(r.validity()))
        .run(connection);
  }

  void collectionPoint(CollectionPoint p) throws SQLException {
    new Upsert("collection_point", "id")
        .set("id", p.id())
        .set("lon", p.longitude())
        .set("lat", p.latitude())
        .set("window_from", p.window().from())
        .set("window_to", p.window().to())
        .set("days", Times.days(p.days()))
        .set("contractor", p.contractor())
        .set("valid_from", from(p.validity()))
        .set("valid_to", to(p.validity()))
        .run(connection);
  }

  private void exemption(Exemption e) throws SQLException {
    new Upsert("exemption", "kind", "op", "segment_ids", "from_time", "to_time")
        .set("kind", e.kind())
        .set("op", e.op().map(Enum::name).orElse(""))
        .set("segment_ids", list(e.segmentIds()))
        .set("from_time", e.period().from())
        .set("to_time", e.period().to())
        .set("approved_by", e.approvedBy())
        .set("published_at", e.publishedAt())
        .run(connection);
  }

  /** The parts in their order, {@code ;} between them. */
  static String list(Set<String> parts) {
    return parts.stream().sorted().collect(Collectors.joining(";"));
  }

  private static Instant from(Validity v) {
    return v.from().equals(Instant.MIN) ? null : v.from();
  }

  private static Instant to(Validity v) {
    return v.to().equals(Instant.MAX) ? null : v.to();
  }

  private static String names(Set<? extends Enum<?>> constants) {
    return constants.stream()
        .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
        .map(Enum::name)
        .collect(Collectors.joining(";"));
  }

  private static String json(Geometry geometry) {
    return GeoJson.toJson(geometry).toString();
  }
}
