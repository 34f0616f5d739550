package io.qingtu.web.api;

import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.PermitQueries;
import io.qingtu.server.store.PermitQueries.Expiring;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The permits that run out soon, for the bureau and for the company whose they are. */
public final class PermitsController implements Controller {
  private record Warnings(Instant time, List<Warning> permits) {}

  /**
   * @param hoursLeft whole hours
   * @param warning 1 for the first, 3 for the last
   */
  private record Warning(
      String permitId,
      String plate,
      String company,
      String siteId,
      String siteName,
      Instant validTo,
      long hoursLeft,
      int warning) {
    static Warning of(Expiring e) {
      return new Warning(
          e.expiry().permit().id(),
          e.expiry().permit().plate(),
          e.company(),
          e.expiry().permit().siteId(),
          e.siteName(),
          e.expiry().permit().validity().to(),
          e.expiry().left().toHours(),
          e.expiry().warning());
    }
  }

  private final PermitQueries permits;
  private final Supplier<Parameters> parameters;
  private final CityClock clock;

  public PermitsController(
      PermitQueries permits, Supplier<Parameters> parameters, CityClock clock) {
    this.permits = permits;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/permits/expiring").handler(Reply.json(this::expiring));
  }

  private Object expiring(RoutingContext ctx) {
    Instant now = clock.now();
    return new Warnings(
        now,
        permits.expiring(now, parameters.get(), Sessions.scope(ctx)).stream()
            .map(Warning::of)
            .toList());
  }
}
