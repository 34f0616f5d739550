package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.acceptance.LiveTest;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.InstallationQueries.Filter;
import io.qingtu.server.store.InstallationRefusal;
import io.qingtu.server.store.InstallationRow;
import io.qingtu.server.store.InstallationRow.Move;
import io.qingtu.server.store.InstallationRow.Reason;
import io.qingtu.server.store.InstallationStore.Order;
import io.qingtu.server.store.InstallationStore.Ordered;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 装机验收: an order binds a terminal to a vehicle, the live test shows what the terminal really sends,
 * and who signs brings the vehicle into use.
 */
public final class InstallationsController implements Controller {
  private static final int MAX_LIMIT = 200;
  private static final int MOST_TEXT = 60;
  private static final double HEAVIEST_T = 120;

  private enum Shown {
    OPEN,
    ENDED
  }

  private record Page(List<InstallationDetails.Installation> installations, String next) {}

  private final Workshop room;
  private final InstallationDetails details;
  private final AuditLog audit;
  private final CityClock clock;

  public InstallationsController(Workshop room, AuditLog audit, CityClock clock) {
    this.room = room;
    this.details = new InstallationDetails(room);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/installations").handler(Reply.json(this::page));
    api.post("/installations").handler(Reply.json(201, this::order));
    api.get("/installations/:id").handler(Reply.json(this::one));
    api.post("/installations/:id/test").handler(Reply.json(201, this::test));
    api.post("/installations/:id/slips").handler(Reply.json(201, this::weigh));
    api.post("/installations/:id/acceptance").handler(Reply.json(201, this::accept));
    api.post("/installations/:id/cancellation").handler(Reply.json(201, this::cancel));
  }

  private Object page(RoutingContext ctx) {
    Sessions.need(ctx, Permission.TERMINALS);
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    Filter filter =
        new Filter(
            in.choice("state", Shown.class).map(s -> s == Shown.OPEN),
            in.text("plate"),
            in.count("cursor"));
    List<InstallationRow> found = room.installations().page(filter, Sessions.scope(ctx), limit + 1);
    List<InstallationRow> page = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        page.stream().map(InstallationDetails.Installation::of).toList(),
        found.size() > limit ? Long.toString(page.get(limit - 1).id()) : null);
  }

  private Object order(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.INSTALL);
    JsonNode body = Arguments.body(ctx);
    String phone = Arguments.field(body, "phone", 20).strip().replaceFirst("^0+(?=.)", "");
    if (!phone.matches("\\d{1,20}")) {
      throw ApiException.badParameter("phone", "is no number of up to 20 digits");
    }
    String iccid = Arguments.field(body, "iccid", 22).strip().toUpperCase(Locale.ROOT);
    if (!iccid.matches("[0-9A-F]{19,20}")) {
      throw ApiException.badParameter("iccid", "is no ICCID of 19 or 20 characters");
    }
    String vin = Arguments.field(body, "vin", 20).strip().toUpperCase(Locale.ROOT);
    if (!vin.matches("[A-HJ-NPR-Z0-9]{17}")) {
      throw ApiException.badParameter("vin", "is no VIN of 17 characters without I, O and Q");
    }
    Order order =
        new Order(
            text(body, "plate"),
            vin,
            phone,
            iccid,
            Arguments.requiredChoice(body, "reason", Reason.class),
            Profiles.STANDARD);
    Ordered ordered;
    try {
      ordered = room.store().order(order, account, clock.now());
    } catch (InstallationRefusal e) {
      throw refused(e);
    }
    audit.append(
        ctx,
        AuditAction.TERMINAL_BINDING,
        "installation/" + ordered.id(),
        Map.of(
            "plate",
            order.plate(),
            "vin",
            vin,
            "before",
            ordered.before(),
            "after",
            phone,
            "iccid",
            iccid,
            "reason",
            order.reason().name()));
    return detail(ctx, room.installations().find(ordered.id(), account.scope()).orElseThrow());
  }

  private static ApiException refused(InstallationRefusal e) {
    return e.reason() == InstallationRefusal.Reason.VEHICLE
        ? ApiException.notFound(e.getMessage())
        : ApiException.conflict(e.reason().name().toLowerCase(Locale.ROOT), e.getMessage());
  }

  /** A text that is needed. */
  private static String text(JsonNode body, String name) {
    String text = Arguments.field(body, name, MOST_TEXT).strip();
    if (text.isEmpty()) {
      throw ApiException.badParameter(name, "is missing");
    }
    return text;
  }

  private Object one(RoutingContext ctx) {
    Sessions.need(ctx, Permission.TERMINALS);
    return detail(ctx, room.named(ctx));
  }

  private Object detail(RoutingContext ctx, InstallationRow row) {
    return details.of(row, Sessions.account(ctx), clock.now());
  }

  private Object test(RoutingContext ctx) {
    return step(ctx, Move.TEST, Map.of());
  }

  private Object weigh(RoutingContext ctx) {
    Sessions.need(ctx, Permission.INSTALL);
    JsonNode body = Arguments.body(ctx);
    boolean loaded =
        Arguments.flag(body, "loaded")
            .orElseThrow(() -> ApiException.badParameter("loaded", "is missing"));
    return step(
        ctx,
        Move.WEIGH,
        Map.of(
            "loaded", loaded,
            "slip", text(body, "slip"),
            "grossT", Arguments.requiredNumber(body, "grossT", 0, HEAVIEST_T)));
  }

  private Object accept(RoutingContext ctx) {
    Sessions.need(ctx, Permission.INSTALL);
    InstallationRow row = room.named(ctx);
    JsonNode body = Arguments.body(ctx);
    Map<String, ?> signed =
        Map.of(
            "seal", text(body, "seal"),
            "companySigner", text(body, "companySigner"),
            "installerSigner", text(body, "installerSigner"));
    LiveTest test = room.test(row, room.installations().steps(row.id()), clock.now());
    List<String> missing = Workshop.missing(row, test.results(), room.photos().of(row.id()));
    if (!missing.isEmpty()) {
      throw ApiException.conflict("incomplete", "it lacks " + String.join(", ", missing));
    }
    Map<String, Object> detail = new HashMap<>(signed);
    detail.put(InstallationDetails.POINTS, InstallationDetails.points(test.results()));
    return step(ctx, Move.ACCEPT, detail, signed);
  }

  private Object cancel(RoutingContext ctx) {
    Sessions.need(ctx, Permission.INSTALL);
    return step(ctx, Move.CANCEL, Map.of("reason", text(Arguments.body(ctx), "reason")));
  }

  private Object step(RoutingContext ctx, Move move, Map<String, ?> detail) {
    return step(ctx, move, detail, detail);
  }

  /**
   * @param audited what of it the log is told
   */
  private Object step(
      RoutingContext ctx, Move move, Map<String, ?> detail, Map<String, ?> audited) {
    Account account = Sessions.need(ctx, Permission.INSTALL);
    InstallationRow row = room.named(ctx);
    try {
      room.store().step(row, move, account, clock.now(), detail);
    } catch (InstallationRefusal e) {
      throw refused(e);
    }
    audit.append(ctx, AuditAction.ofInstallation(move), "installation/" + row.id(), audited);
    return detail(ctx, room.installations().find(row.id(), account.scope()).orElseThrow());
  }
}
