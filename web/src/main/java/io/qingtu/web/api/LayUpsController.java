package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.KeepingRefusal;
import io.qingtu.server.store.LayUpRow;
import io.qingtu.server.store.LayUpStore;
import io.qingtu.server.store.LayUpStore.NewEnd;
import io.qingtu.server.store.LayUpStore.NewLayUp;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** 报停, 复驶: which vehicles do not run, as their companies file it themselves. */
public final class LayUpsController implements Controller {
  private static final int MOST_REASON = 500;
  private static final Duration SHOWN = Duration.ofDays(92);

  private record Step(Instant until, String reason, String by, Instant at) {}

  /**
   * As it is shown.
   *
   * @param id null of one that a file of the city says
   * @param from null where nobody knows
   * @param until null where nobody knows when it runs again
   * @param lateHours how long after its beginning it was typed in (补录); 0 where it was in time
   */
  private record Shown(
      String id,
      String plate,
      String company,
      KeptState state,
      Instant from,
      Instant until,
      int version,
      String saidBy,
      double lateHours,
      double drivenKm,
      List<Step> steps) {
    static Shown of(LayUpRow row, Instant now) {
      Validity period = row.period();
      return new Shown(
          row.id() == 0 ? null : Long.toString(row.id()),
          row.plate(),
          row.company(),
          KeptState.of(period, now),
          period.from().equals(Instant.MIN) ? null : period.from(),
          open(period.to()),
          row.version(),
          row.saidBy(),
          row.steps().isEmpty() ? 0 : late(period.from(), row.steps().get(0).at()),
          row.drivenKm(),
          row.steps().stream()
              .map(s -> new Step(open(s.until()), s.reason(), s.by(), s.at()))
              .toList());
    }

    private static Instant open(Instant until) {
      return until.equals(Instant.MAX) ? null : until;
    }

    private static double late(Instant from, Instant typedIn) {
      return Math.max(0, Duration.between(from, typedIn).toSeconds() / 3600.0);
    }
  }

  private final LayUpStore layUps;
  private final FleetQueries fleet;
  private final Supplier<Parameters> parameters;
  private final AuditLog audit;
  private final CityClock clock;

  public LayUpsController(
      Database database, Supplier<Parameters> parameters, AuditLog audit, CityClock clock) {
    this.layUps = new LayUpStore(database);
    this.fleet = new FleetQueries(database);
    this.parameters = parameters;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/lay-ups").handler(Reply.json(this::list));
    api.post("/lay-ups").handler(Reply.json(201, this::begin));
    api.post("/lay-ups/:id/end").handler(Reply.json(201, this::end));
  }

  private Object list(RoutingContext ctx) {
    Instant now = clock.now();
    return Map.of(
        "time",
        now,
        "layUps",
        layUps.since(now.minus(SHOWN), Sessions.scope(ctx)).stream()
            .map(row -> Shown.of(row, now))
            .toList());
  }

  private Object begin(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.KEEP);
    JsonNode body = Arguments.body(ctx);
    Instant now = clock.now();
    Validity period = Keeping.period(body, now);
    String reason = Arguments.requiredText(body, "reason", MOST_REASON);
    VehicleRow vehicle = Assignment.vehicle(ctx, body, fleet);
    NewLayUp layUp = new NewLayUp(vehicle.id(), period, reason, account.id());
    long id;
    try {
      id = layUps.add(layUp, now, Keeping.lag(parameters.get()));
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "lay-up");
    }
    return told(ctx, AuditAction.LAY_UP, id, reason);
  }

  private Object end(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.KEEP);
    JsonNode body = Arguments.body(ctx);
    int seen = Arguments.requiredWhole(body, "version", 1, Integer.MAX_VALUE);
    String reason = Arguments.requiredText(body, "reason", MOST_REASON);
    Instant now = clock.now();
    Instant until = Keeping.until(body, now);
    long id = Keeping.id(ctx);
    try {
      layUps.end(new NewEnd(id, seen, until, reason, account.id()), Sessions.scope(ctx), now);
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "lay-up " + ctx.pathParam("id"));
    }
    return told(ctx, AuditAction.LAY_UP_ENDED, id, reason);
  }

  private Object told(RoutingContext ctx, AuditAction action, long id, String reason) {
    LayUpRow row = layUps.find(id, Sessions.scope(ctx)).orElseThrow();
    audit.append(
        ctx,
        action,
        "lay-up/" + id,
        Map.of(
            "plate", row.plate(),
            "from", row.period().from().toString(),
            "until", Keeping.written(row.period().to()),
            "version", row.version(),
            "reason", reason));
    return Shown.of(row, clock.now());
  }
}
