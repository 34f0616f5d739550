package io.qingtu.web.api;

import io.qingtu.route.forensics.Visit;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.Area;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.PastQueries;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was where: the vehicles of an area and a time (区域查车), and the fleet at a moment. */
public final class PastController implements Controller {
  private static final int MAX_LIMIT = 500;

  /** Degrees of area times days that one question may ask for: 0.1° × 0.1° for 31 days. */
  private static final double MOST_DEGREE_DAYS = 0.1 * 0.1 * Period.MOST_DAYS;

  private record VisitRow(Instant from, Instant to, long dwellSeconds, int fixes) {
    static VisitRow of(Visit v) {
      return new VisitRow(v.from(), v.to(), v.dwell().toSeconds(), v.fixes());
    }
  }

  private record Visitor(
      String plate, String kind, String company, long dwellSeconds, List<VisitRow> visits) {}

  private record Visitors(int total, List<Visitor> vehicles, String next) {}

  private record Place(
      String plate,
      String kind,
      String company,
      Instant time,
      double lon,
      double lat,
      double speedKmh,
      int direction,
      boolean acc) {}

  private final PastQueries past;
  private final FleetQueries fleet;
  private final AuditLog audit;

  public PastController(PastQueries past, FleetQueries fleet, AuditLog audit) {
    this.past = past;
    this.fleet = fleet;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.get("/past/area").handler(Reply.json(this::area));
    api.get("/past/fleet").handler(Reply.json(this::fleetAt));
  }

  private Object area(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    Area area = area(in);
    Period period = Period.of(in);
    double days = Duration.between(period.from(), period.to()).toSeconds() / 86_400.0;
    if ((area.east() - area.west()) * (area.north() - area.south()) * days > MOST_DEGREE_DAYS) {
      throw ApiException.badParameter("to", "is too long for so large an area");
    }
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    Optional<String> after = in.text("cursor");
    if (after.isEmpty()) {
      audit.append(
          ctx,
          "past-area",
          "area/%.5f,%.5f,%.5f,%.5f"
              .formatted(area.west(), area.south(), area.east(), area.north()),
          Map.of("from", period.from().toString(), "to", period.to().toString()));
    }
    Scope scope = Sessions.scope(ctx);
    // the store's period has its end, ours has not
    SortedMap<String, List<Position>> inside =
        past.inside(area, period.from(), period.to().minusNanos(1000), scope);
    return visitors(inside, after, limit, vehicles(scope));
  }

  private static Visitors visitors(
      SortedMap<String, List<Position>> inside,
      Optional<String> after,
      int limit,
      Map<String, VehicleRow> known) {
    List<Visitor> page = new ArrayList<>();
    for (Map.Entry<String, List<Position>> e : inside.entrySet()) {
      if (after.isPresent() && e.getKey().compareTo(after.get()) <= 0) {
        continue;
      }
      if (page.size() == limit) {
        return new Visitors(inside.size(), page, page.get(limit - 1).plate());
      }
      VehicleRow vehicle = known.get(e.getKey());
      List<VisitRow> visits = Visit.of(e.getValue()).stream().map(VisitRow::of).toList();
      page.add(
          new Visitor(
              e.getKey(),
              vehicle.kind(),
              vehicle.company(),
              visits.stream().mapToLong(VisitRow::dwellSeconds).sum(),
              visits));
    }
    return new Visitors(inside.size(), page, null);
  }

  private static Area area(Arguments in) {
    double west = in.degrees("west", 180);
    double south = in.degrees("south", 90);
    double east = in.degrees("east", 180);
    double north = in.degrees("north", 90);
    if (!(west < east)) {
      throw ApiException.badParameter("east", "is not east of west");
    }
    if (!(south < north)) {
      throw ApiException.badParameter("north", "is not north of south");
    }
    return new Area(west, south, east, north);
  }

  private Object fleetAt(RoutingContext ctx) {
    Instant moment = new Arguments(ctx).requiredTime("at");
    audit.append(ctx, "past-fleet", "fleet", Map.of("at", moment.toString()));
    Scope scope = Sessions.scope(ctx);
    Map<String, VehicleRow> known = vehicles(scope);
    return Map.of(
        "at",
        moment,
        "positions",
        past.fleetAt(moment, scope).stream().map(p -> place(p, known.get(p.plate()))).toList());
  }

  private static Place place(Position p, VehicleRow vehicle) {
    return new Place(
        p.plate(),
        vehicle.kind(),
        vehicle.company(),
        p.fixTime(),
        p.longitude(),
        p.latitude(),
        p.speedKmh(),
        p.directionDegrees(),
        p.accOn());
  }

  private Map<String, VehicleRow> vehicles(Scope scope) {
    return fleet.vehicles(scope).stream()
        .collect(Collectors.toMap(VehicleRow::plate, Function.identity()));
  }
}
