package io.qingtu.web.api;

import io.qingtu.route.forensics.Visit;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.Area;
import io.qingtu.server.store.AuditAction;
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
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** What was where: the vehicles of an area and a time (区域查车), and the fleet at a moment. */
public final class PastController implements Controller {
  private static final int MAX_LIMIT = 500;
  private static final int MOST_CORNERS = 100;

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
    Optional<Polygon> polygon = in.text("polygon").map(PastController::polygon);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    Optional<String> after = in.text("cursor");
    if (after.isEmpty()) {
      audit.append(
          ctx,
          AuditAction.PAST_AREA,
          "area/%.5f,%.5f,%.5f,%.5f"
              .formatted(area.west(), area.south(), area.east(), area.north()),
          Map.of(
              "from",
              period.from().toString(),
              "to",
              period.to().toString(),
              "polygon",
              in.text("polygon").orElse("")));
    }
    Scope scope = Sessions.scope(ctx);
    // the store's period has its end, ours has not
    SortedMap<String, List<Position>> inside =
        past.inside(area, period.from(), period.to().minusNanos(1000), scope);
    polygon.ifPresent(p -> keepWithin(p, inside));
    return visitors(inside, after, limit, vehicles(scope));
  }

  /** Corners as 119.1,36.7,119.2,36.7,… without the first one again. */
  private static Polygon polygon(String text) {
    String[] degrees = text.split(",");
    int corners = degrees.length / 2;
    if (degrees.length % 2 == 1 || corners < 3 || corners > MOST_CORNERS) {
      throw ApiException.badParameter("polygon", "has not 3 to " + MOST_CORNERS + " corners");
    }
    Coordinate[] ring = new Coordinate[corners + 1];
    try {
      for (int i = 0; i < ring.length; i++) {
        int at = 2 * (i % corners);
        ring[i] =
            new Coordinate(Double.parseDouble(degrees[at]), Double.parseDouble(degrees[at + 1]));
      }
      Polygon polygon = new GeometryFactory().createPolygon(ring);
      if (polygon.isValid()) {
        return polygon;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter("polygon", "is no polygon that does not cross itself");
  }

  private static void keepWithin(Polygon polygon, SortedMap<String, List<Position>> inside) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(polygon);
    inside.replaceAll(
        (plate, fixes) ->
            fixes.stream()
                .filter(
                    p ->
                        locator.locate(new Coordinate(p.longitude(), p.latitude()))
                            != Location.EXTERIOR)
                .toList());
    inside.values().removeIf(List::isEmpty);
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
    audit.append(ctx, AuditAction.PAST_FLEET, "fleet", Map.of("at", moment.toString()));
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
