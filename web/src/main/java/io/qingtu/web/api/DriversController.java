package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DriverQueries;
import io.qingtu.server.store.DriverRow;
import io.qingtu.server.store.DriverStore;
import io.qingtu.server.store.DriverStore.Filing;
import io.qingtu.server.store.DriverStore.Particulars;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.KeepingRefusal;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.TurnStore;
import io.qingtu.server.store.TurnStore.NewTurn;
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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** 驾驶员: whom a company has registered, and who drives which of its vehicles when. */
public final class DriversController implements Controller {
  private static final int MOST_REASON = 500;
  private static final int MOST_NAME = 50;
  private static final int MOST_LICENCE = 30;

  private final DriverQueries drivers;
  private final DriverStore store;
  private final TurnStore turns;
  private final OrganisationQueries organisations;
  private final FleetQueries fleet;
  private final Supplier<Parameters> parameters;
  private final AuditLog audit;
  private final CityClock clock;

  public DriversController(
      Database database, Supplier<Parameters> parameters, AuditLog audit, CityClock clock) {
    this.drivers = new DriverQueries(database);
    this.store = new DriverStore(database);
    this.turns = new TurnStore(database);
    this.organisations = new OrganisationQueries(database);
    this.fleet = new FleetQueries(database);
    this.parameters = parameters;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/drivers").handler(Reply.json(this::list));
    api.post("/drivers").handler(Reply.json(201, this::register));
    api.post("/drivers/:id/versions").handler(Reply.json(201, this::change));
    api.post("/drivers/:id/turns").handler(Reply.json(201, this::assign));
    api.post("/driver-turns/:id/end").handler(Reply.json(201, this::end));
  }

  private Object list(RoutingContext ctx) {
    Instant now = clock.now();
    boolean masked = isMasked(ctx);
    return Map.of(
        "time",
        now,
        "drivers",
        drivers.all(Sessions.scope(ctx)).stream().map(d -> DriverView.of(d, masked, now)).toList());
  }

  /** Names are the company's and the supervision's; others see that there is somebody. */
  static boolean isMasked(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    return !account.may(Permission.KEEP) && !account.may(Permission.REVIEW);
  }

  private Object register(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.KEEP);
    JsonNode body = Arguments.body(ctx);
    String licence = Arguments.requiredText(body, "licence", MOST_LICENCE);
    Particulars who = particulars(body);
    Filing filing = filing(account, Arguments.field(body, "reason", MOST_REASON).trim());
    int company =
        organisations
            .operator(account.company(), Sessions.scope(ctx))
            .orElseThrow(() -> ApiException.forbidden("a company with vehicles registers drivers"));
    long id;
    try {
      id = store.add(company, licence, who, filing);
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "driver");
    }
    return told(
        ctx, AuditAction.DRIVER, drivers.find(id, Sessions.scope(ctx)).orElseThrow(), Map.of());
  }

  private Object change(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.KEEP);
    JsonNode body = Arguments.body(ctx);
    int seen = Arguments.requiredWhole(body, "version", 1, Integer.MAX_VALUE);
    Particulars who = particulars(body);
    Filing filing = filing(account, Arguments.requiredText(body, "reason", MOST_REASON));
    DriverRow before = known(ctx);
    try {
      store.change(before.id(), seen, who, filing, Sessions.scope(ctx));
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "driver " + ctx.pathParam("id"));
    }
    return told(
        ctx,
        AuditAction.DRIVER_CHANGED,
        known(ctx),
        Map.of("before", written(before), "reason", filing.reason()));
  }

  /** Whom the path names, if he or she may be seen. */
  private DriverRow known(RoutingContext ctx) {
    return drivers
        .find(Keeping.id(ctx), Sessions.scope(ctx))
        .orElseThrow(() -> ApiException.notFound("driver " + ctx.pathParam("id")));
  }

  private Object assign(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.KEEP);
    JsonNode body = Arguments.body(ctx);
    Filing filing = filing(account, Arguments.requiredText(body, "reason", MOST_REASON));
    Validity period = Keeping.period(body, filing.now());
    DriverRow driver = known(ctx);
    VehicleRow vehicle = Assignment.vehicle(ctx, body, fleet);
    NewTurn turn = new NewTurn(driver.id(), vehicle.id(), period);
    try {
      turns.add(turn, filing, Sessions.scope(ctx), Keeping.lag(parameters.get()));
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "driver " + ctx.pathParam("id"));
    }
    return told(
        ctx,
        AuditAction.DRIVER_TURN,
        known(ctx),
        Map.of(
            "plate", vehicle.plate(),
            "from", period.from().toString(),
            "until", Keeping.written(period.to()),
            "reason", filing.reason()));
  }

  private Object end(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.KEEP);
    JsonNode body = Arguments.body(ctx);
    int seen = Arguments.requiredWhole(body, "version", 1, Integer.MAX_VALUE);
    Filing filing = filing(account, Arguments.requiredText(body, "reason", MOST_REASON));
    Instant until = Keeping.until(body, filing.now());
    long id = Keeping.id(ctx);
    try {
      turns.end(id, seen, until, filing, Sessions.scope(ctx));
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "turn " + ctx.pathParam("id"));
    }
    return told(
        ctx,
        AuditAction.DRIVER_TURN_ENDED,
        drivers.ofTurn(id, Sessions.scope(ctx)).orElseThrow(),
        Map.of("turn", id, "until", until.toString(), "reason", filing.reason()));
  }

  private static Particulars particulars(JsonNode body) {
    return new Particulars(
        Arguments.requiredText(body, "name", MOST_NAME),
        Arguments.day(body, "validTo").orElse(null),
        Arguments.flag(body, "left").orElse(false));
  }

  private Filing filing(Account account, String reason) {
    return new Filing(reason, account.id(), clock.now());
  }

  private Object told(
      RoutingContext ctx, AuditAction action, DriverRow row, Map<String, ?> detail) {
    Map<String, Object> all = new HashMap<>(detail);
    all.put("driver", written(row));
    audit.append(ctx, action, "driver/" + row.id(), all);
    return DriverView.of(row, false, clock.now());
  }

  /** As the log has somebody, which is read by more people than may know the name. */
  private static Map<String, Object> written(DriverRow row) {
    return Map.of(
        "company", row.company(),
        "name", DriverView.maskedName(row.name()),
        "validTo", row.validTo() == null ? "" : row.validTo().toString(),
        "left", row.leftAt() != null,
        "version", row.version());
  }
}
