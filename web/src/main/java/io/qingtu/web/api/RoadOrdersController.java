package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.RoadOrderStore;
import io.qingtu.server.store.RoadOrderStore.NewOrder;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SweepingQueries;
import io.qingtu.server.store.SweepingQueries.PassRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** 派车: a vehicle is sent to a road while its window runs; the driver is told by a text. */
public final class RoadOrdersController implements Controller {
  private static final int MOST_NAME = 100;

  private final RoadOrderStore orders;
  private final SweepingQueries sweeping;
  private final FleetQueries fleet;
  private final DriverText driver;
  private final AuditLog audit;
  private final CityClock clock;

  public RoadOrdersController(
      SweepingDesk desk, FleetQueries fleet, DriverText driver, AuditLog audit, CityClock clock) {
    this.orders = desk.orders();
    this.sweeping = desk.sweeping();
    this.fleet = fleet;
    this.driver = driver;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post("/sweeping/orders").handler(Reply.json(201, this::send));
  }

  private Object send(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.ASSIGN);
    JsonNode body = Arguments.body(ctx);
    String road = Arguments.field(body, "road", MOST_NAME);
    String contractor = Arguments.field(body, "contractor", MOST_NAME);
    Instant windowEnd = Arguments.requiredTime(body, "windowEnd");
    VehicleRow vehicle = Assignment.vehicle(ctx, body, fleet);
    if (!isUndone(road, contractor, windowEnd, Sessions.scope(ctx))) {
      throw ApiException.conflict(
          "not_undone", "no window of " + road + " that ends at " + windowEnd + " is undone now");
    }
    Optional<Long> text =
        driver.tell(vehicle, "请于" + Assignment.clock(windowEnd) + "前到" + road + "补扫", account);
    orders.add(
        new NewOrder(road, contractor, windowEnd, vehicle.id(), account.id(), clock.now()), text);
    audit.append(
        ctx,
        AuditAction.ROAD_ORDER,
        "road/" + road,
        Map.of("plate", vehicle.plate(), "by", windowEnd.toString()));
    return Map.of("road", road, "plate", vehicle.plate(), "told", text.isPresent());
  }

  private boolean isUndone(String road, String contractor, Instant windowEnd, Scope scope) {
    Instant now = clock.now();
    return windowEnd.isAfter(now)
        && sweeping.between(Arguments.startOf(clock.today()), now, scope).stream()
            .anyMatch(
                p ->
                    p.road().equals(road)
                        && p.contractor().equals(contractor)
                        && p.windowEnd().equals(windowEnd)
                        && lacks(p));
  }

  private static boolean lacks(PassRow p) {
    return !p.judged() && p.done() < p.required();
  }
}
