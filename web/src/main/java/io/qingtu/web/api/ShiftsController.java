package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ShiftRefusal;
import io.qingtu.server.store.ShiftStore;
import io.qingtu.server.store.ShiftStore.Kind;
import io.qingtu.server.store.ShiftStore.Line;
import io.qingtu.server.store.ShiftStore.NewLine;
import io.qingtu.server.store.ShiftStore.OnDuty;
import io.qingtu.server.store.ShiftStore.Standing;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** 值班日志: the log of the reader's own desk, the city's or a district's. */
public final class ShiftsController implements Controller {
  private static final int MOST_LINES = 200;
  private static final int MOST_TEXT = 2000;
  private static final int MOST_ITEMS = 30;
  private static final int MOST_ITEM = 300;

  private record Duty(String name, Instant since, boolean own) {}

  private record Log(
      List<Duty> onDuty,
      List<ObjectNode> waiting,
      Standing standing,
      List<ObjectNode> lines,
      String next) {}

  private final ShiftStore shifts;
  private final AuditLog audit;
  private final CityClock clock;

  public ShiftsController(ShiftStore shifts, AuditLog audit, CityClock clock) {
    this.shifts = shifts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/shift-log").handler(Reply.json(this::log));
    api.post("/shift-log").handler(Reply.json(201, this::write));
  }

  private Object log(RoutingContext ctx) {
    Account reader = reader(ctx);
    Arguments in = new Arguments(ctx);
    int desk = reader.companyId();
    int limit = in.number("limit", 50, 1, MOST_LINES);
    List<Line> found = shifts.page(desk, in.count("before"), limit + 1);
    boolean more = found.size() > limit;
    List<Line> shown = more ? found.subList(0, limit) : found;
    return new Log(
        shifts.onDuty(desk).stream().map(d -> duty(d, reader)).toList(),
        shifts.waiting(desk).stream().map(line -> json(line, reader)).toList(),
        shifts.standing(reader.scope(), clock.now()),
        shown.stream().map(line -> json(line, reader)).toList(),
        more ? Long.toString(shown.get(limit - 1).id()) : null);
  }

  /** Those who keep it, those who call for work, and the audit. */
  private static Account reader(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    if (!account.may(Permission.DUTY)
        && !account.may(Permission.SUPERVISE)
        && !account.may(Permission.AUDIT)) {
      throw ApiException.forbidden("the role " + account.role() + " does not read the shift log");
    }
    return account;
  }

  private Object write(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.DUTY);
    JsonNode body = Arguments.body(ctx);
    Kind kind = Arguments.requiredChoice(body, "kind", Kind.class);
    boolean says = kind == Kind.NOTE || kind == Kind.HAND_OVER;
    NewLine line =
        new NewLine(
            kind,
            account.companyId(),
            account.id(),
            says
                ? Arguments.requiredText(body, "text", MOST_TEXT)
                : Arguments.field(body, "text", MOST_TEXT).trim(),
            kind == Kind.HAND_OVER
                ? Arguments.texts(body, "items", MOST_ITEMS, MOST_ITEM)
                : List.of(),
            kind == Kind.TAKE_OVER ? Arguments.id(body, "handover").orElse(0L) : 0);
    long id;
    try {
      id = shifts.add(line, account.scope(), clock.now());
    } catch (ShiftRefusal e) {
      throw refused(e);
    }
    audit.append(
        ctx, AuditAction.SHIFT, "shift/" + id, Map.of("kind", kind, "desk", account.company()));
    return Map.of("id", Long.toString(id));
  }

  private static ApiException refused(ShiftRefusal e) {
    return switch (e.why()) {
      case ON_DUTY -> ApiException.conflict("on_duty", e.getMessage());
      case OFF_DUTY -> ApiException.conflict("off_duty", e.getMessage());
      case TAKEN -> ApiException.conflict("taken", e.getMessage());
      case OWN -> ApiException.forbidden(e.getMessage());
      case UNKNOWN -> ApiException.badParameter("handover", e.getMessage());
    };
  }

  private static Duty duty(OnDuty duty, Account reader) {
    return new Duty(duty.name(), duty.since(), duty.userId() == reader.id());
  }

  private static ObjectNode json(Line line, Account reader) {
    ObjectNode node = Json.MAPPER.valueToTree(line);
    node.remove("userId");
    return node.put("id", Long.toString(line.id()))
        .put("own", line.userId() == reader.id())
        .put("handover", line.handover() == 0 ? null : Long.toString(line.handover()));
  }
}
