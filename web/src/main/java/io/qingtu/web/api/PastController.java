package io.qingtu.web.api;

import io.qingtu.route.forensics.Visit;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.PastQueries;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.report.Cell;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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
  private static final List<String> COLUMNS = List.of("车牌 企业 进入 离开 停留秒 定位点".split(" "));

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
  private final TableFiles files;

  public PastController(PastQueries past, FleetQueries fleet, AuditLog audit, TableFiles files) {
    this.past = past;
    this.fleet = fleet;
    this.audit = audit;
    this.files = files;
  }

  @Override
  public void mount(Router api) {
    api.get("/past/area").handler(Reply.json(this::area));
    api.get("/past/area-file").handler(files.handler("区域查车", COLUMNS, this::rows));
    api.get("/past/fleet").handler(Reply.json(this::fleetAt));
  }

  private Object area(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    Optional<String> after = in.text("cursor");
    return visitors(inside(ctx, after.isEmpty()), after, limit, vehicles(Sessions.scope(ctx)));
  }

  /**
   * @param isFirst whether it is the question, and no further page of its answer
   */
  private SortedMap<String, List<Position>> inside(RoutingContext ctx, boolean isFirst) {
    AreaQuestion question = AreaQuestion.of(new Arguments(ctx));
    if (isFirst) {
      audit.append(ctx, AuditAction.PAST_AREA, question.object(), question.details());
    }
    Period period = question.period();
    // the store's period has its end, ours has not
    SortedMap<String, List<Position>> inside =
        past.inside(
            question.area(), period.from(), period.to().minusNanos(1000), Sessions.scope(ctx));
    question.keepWithin(inside);
    return inside;
  }

  private List<List<Cell>> rows(RoutingContext ctx) {
    Map<String, VehicleRow> known = vehicles(Sessions.scope(ctx));
    List<List<Cell>> rows = new ArrayList<>();
    inside(ctx, true)
        .forEach(
            (plate, fixes) -> {
              for (Visit v : Visit.of(fixes)) {
                rows.add(
                    List.of(
                        Cell.of(plate),
                        Cell.of(known.get(plate).company()),
                        Cell.of(v.from()),
                        Cell.of(v.to()),
                        Cell.of(v.dwell().toSeconds()),
                        Cell.of(v.fixes())));
              }
            });
    return rows;
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
