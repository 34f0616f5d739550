package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CollectionQueries;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.PointOrderStore;
import io.qingtu.server.store.PointOrderStore.NewOrder;
import io.qingtu.server.store.Scope;
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

/** 派车: a truck is sent to a collection point that can still be served; its driver is told. */
public final class PointOrdersController implements Controller {
  private static final int MOST_ID = 100;

  private final CollectionQueries collection;
  private final PointOrderStore orders;
  private final FleetQueries fleet;
  private final DriverText driver;
  private final AuditLog audit;
  private final CityClock clock;

  public PointOrdersController(
      Database database, FleetQueries fleet, DriverText driver, AuditLog audit, CityClock clock) {
    this.collection = new CollectionQueries(database);
    this.orders = new PointOrderStore(database);
    this.fleet = fleet;
    this.driver = driver;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post("/collection-points/orders").handler(Reply.json(201, this::send));
  }

  private Object send(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.ASSIGN);
    JsonNode body = Arguments.body(ctx);
    String point = Arguments.field(body, "pointId", MOST_ID);
    Instant windowEnd = Arguments.requiredTime(body, "windowEnd");
    VehicleRow truck = Assignment.vehicle(ctx, body, fleet);
    if (!canBeServed(point, windowEnd, Sessions.scope(ctx))) {
      throw ApiException.conflict(
          "not_unserved",
          "no window of point " + point + " that ends at " + windowEnd + " can be served now");
    }
    if (!truck.kind().equals(VehicleKind.COLLECTION_TRUCK.name())) {
      throw ApiException.badParameter("plate", "is no collection truck");
    }
    String words =
        windowEnd.isAfter(clock.now())
            ? "请于" + Assignment.clock(windowEnd) + "前到收集点" + point + "收运"
            : "收集点" + point + "已过收运时段，请尽快补收";
    Optional<Long> text = driver.tell(truck, words, account);
    orders.add(new NewOrder(point, windowEnd, truck.id(), account.id(), clock.now()), text);
    audit.append(
        ctx,
        AuditAction.POINT_ORDER,
        "point/" + point,
        Map.of("plate", truck.plate(), "by", windowEnd.toString()));
    return Map.of("pointId", point, "plate", truck.plate(), "told", text.isPresent());
  }

  private boolean canBeServed(String point, Instant windowEnd, Scope scope) {
    return collection
        .between(
            Arguments.startOf(clock.today()), Arguments.startOf(clock.today().plusDays(1)), scope)
        .stream()
        .anyMatch(
            row ->
                row.pointId().equals(point)
                    && row.windowEnd().equals(windowEnd)
                    && row.state().equals(PointDuty.State.RUNNING.name()));
  }
}
