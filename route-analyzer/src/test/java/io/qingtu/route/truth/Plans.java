package io.qingtu.route.truth;

import io.qingtu.fixtures.dataset.DataSet;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.geo.Plane;
import io.qingtu.fixtures.geo.Point;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Driver;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadBan;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.plan.Weather;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The rows of a simulated city and its fixes as the analyzer's own types, without files between.
 */
final class Plans {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private Plans() {}

  static CityPlan of(DataSet set) {
    return new CityPlan(
        set.vehicles().stream().map(Plans::vehicle).toList(),
        set.places().stream().map(Plans::place).toList(),
        set.routes().stream()
            .map(r -> new PermittedRoute(r.id(), line(r.line().points()), Double.NaN))
            .toList(),
        set.permits().stream().map(Plans::permit).toList(),
        set.waybills().stream().map(Plans::waybill).toList(),
        set.gateEvents().stream().map(Plans::gate).toList(),
        set.segments().stream().map(Plans::segment).toList(),
        set.requirements().stream().map(Plans::requirement).toList(),
        set.collectionPoints().stream().map(Plans::point).toList(),
        set.exemptions().stream().map(Plans::exemption).toList(),
        records(set));
  }

  private static CityRecords records(DataSet set) {
    return new CityRecords(
        set.weather().stream().map(Plans::weather).toList(),
        List.of(),
        set.vehicleOrders().stream().map(Plans::order).toList(),
        set.identities().stream().map(Plans::identity).toList(),
        set.drivers().stream().map(d -> new Driver(d.id(), Set.copyOf(list(d.plates())))).toList(),
        set.services().stream().map(Plans::service).toList(),
        set.bans().stream().map(Plans::ban).toList());
  }

  private static Weather weather(Rows.Weather w) {
    return new Weather(
        new Validity(w.from(), w.to()), w.temperatureC(), optional(w.rain(), Boolean::valueOf));
  }

  private static VehicleOrder order(Rows.VehicleOrder o) {
    return new VehicleOrder(
        o.plate(),
        VehicleOrder.Kind.valueOf(o.kind()),
        new Validity(o.from(), o.to()),
        o.approvedBy(),
        o.otherPlate());
  }

  private static Identity identity(Rows.Identity i) {
    return new Identity(i.plate(), i.time(), Identity.Kind.valueOf(i.kind()), i.value());
  }

  private static PointService service(Rows.Service s) {
    return new PointService(s.plate(), s.time(), PointService.Kind.valueOf(s.kind()), s.pointId());
  }

  private static RoadBan ban(Rows.RoadBan b) {
    return new RoadBan(
        b.id(),
        Set.copyOf(list(b.segmentIds())),
        list(b.grades()).stream().map(RoadGrade::ofCode).collect(Collectors.toSet()),
        list(b.ops()).stream().map(Operation::valueOf).collect(Collectors.toSet()),
        hours(b.from(), b.to()),
        EnumSet.allOf(DayOfWeek.class),
        Validity.ALWAYS);
  }

  static Position position(Fix f) {
    return new Position(
        f.plate(),
        f.fixTime(),
        f.receivedTime(),
        f.longitude(),
        f.latitude(),
        f.fixValid(),
        f.speedKmh(),
        f.vssKmh(),
        f.direction(),
        f.altitude(),
        f.acc(),
        f.satellites(),
        f.odometerKm(),
        f.alarmBits(),
        f.statusBits(),
        new Sensors(
            Cover.valueOf(f.sensors().cover().name()),
            Lift.valueOf(f.sensors().lift().name()),
            Load.valueOf(f.sensors().load().name()),
            f.sensors().weightT(),
            Switch.valueOf(f.sensors().brush().name()),
            Switch.valueOf(f.sensors().pump().name())),
        f.backfill());
  }

  private static Vehicle vehicle(Rows.Vehicle v) {
    Set<SensorKind> sensors =
        list(v.sensors()).stream()
            .map(s -> SensorKind.valueOf(s.toUpperCase(java.util.Locale.ROOT)))
            .collect(Collectors.toSet());
    return new Vehicle(
        v.plate(), VehicleKind.valueOf(v.kind()), v.company(), v.ratedLoadT(), sensors);
  }

  private static Place place(Rows.Place p) {
    Coordinate[] ring = new Coordinate[p.ring().size() + 1];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = coordinate(p.ring().get(i % p.ring().size()));
    }
    return new Place(
        p.id(),
        p.name(),
        PlaceKind.valueOf(p.kind()),
        SHAPES.createPolygon(ring),
        Validity.ALWAYS,
        p.hours().isEmpty() ? DailyHours.ALL_DAY : hours(p.hours().split("-")));
  }

  private static Permit permit(Rows.Permit p) {
    return new Permit(
        p.id(),
        p.plate(),
        p.siteId(),
        list(p.disposalIds()),
        list(p.routeIds()),
        new Validity(
            OffsetDateTime.parse(p.validFrom()).toInstant(),
            OffsetDateTime.parse(p.validTo()).toInstant()),
        hours(p.dailyFrom(), p.dailyTo()),
        OffsetDateTime.parse(p.enteredAt()).toInstant(),
        p.approvedM3());
  }

  private static Waybill waybill(Rows.Waybill w) {
    return new Waybill(
        w.id(), w.plate(), w.siteId(), w.disposalId(), w.scanOut(), w.scanIn(), w.quantityT());
  }

  private static GateEvent gate(Rows.GateEvent g) {
    return new GateEvent(
        g.cameraId(),
        g.placeId(),
        g.direction().equals("IN"),
        g.time(),
        g.plate(),
        g.confidence(),
        Optional.of(g.loaded()),
        Optional.of(g.covered()),
        optional(g.wheelDirty(), Boolean::valueOf));
  }

  private static Segment segment(Rows.Segment s) {
    return new Segment(
        s.id(),
        s.road(),
        RoadGrade.ofCode(s.grade()),
        list(s.sides()).stream().map(Side::valueOf).collect(Collectors.toSet()),
        line(s.line().points()),
        s.speedLimitKmh(),
        s.tunnel());
  }

  private static Requirement requirement(Rows.Requirement r) {
    return new Requirement(
        r.id(),
        optional(r.segmentId(), Function.identity()),
        optional(r.grade(), RoadGrade::ofCode),
        r.side().equals("BOTH") ? EnumSet.allOf(Side.class) : EnumSet.of(Side.valueOf(r.side())),
        Operation.valueOf(r.op()),
        r.passes(),
        hours(r.from(), r.to()),
        EnumSet.allOf(DayOfWeek.class),
        r.contractor());
  }

  private static CollectionPoint point(Rows.CollectionPoint c) {
    return new CollectionPoint(
        c.id(),
        Plane.longitude(c.at()),
        Plane.latitude(c.at()),
        hours(c.from(), c.to()),
        EnumSet.allOf(DayOfWeek.class),
        c.contractor());
  }

  private static Exemption exemption(Rows.Exemption e) {
    return new Exemption(
        Exemption.Kind.valueOf(e.kind()),
        optional(e.op(), Operation::valueOf),
        Set.copyOf(list(e.segmentIds())),
        new Validity(e.from(), e.to()),
        e.approvedBy(),
        e.publishedAt());
  }

  private static DailyHours hours(String... fromTo) {
    return new DailyHours(LocalTime.parse(fromTo[0]), LocalTime.parse(fromTo[1]));
  }

  private static <T> Optional<T> optional(String text, Function<String, T> reader) {
    return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(";"));
  }

  private static LineString line(List<Point> points) {
    return SHAPES.createLineString(
        points.stream().map(Plans::coordinate).toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(Point p) {
    return new Coordinate(Plane.longitude(p), Plane.latitude(p));
  }
}
