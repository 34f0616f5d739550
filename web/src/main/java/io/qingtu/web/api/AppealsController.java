package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AppealQueries;
import io.qingtu.server.store.AppealQueries.State;
import io.qingtu.server.store.AppealRefusal;
import io.qingtu.server.store.AppealRow;
import io.qingtu.server.store.AppealRow.Decision;
import io.qingtu.server.store.AppealStore.NewAppeal;
import io.qingtu.server.store.AppealStore.NewDecision;
import io.qingtu.server.store.AuditAction;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 申诉: a company denies what a review has confirmed against it and no case took up; somebody who did
 * not confirm it decides.
 */
public final class AppealsController implements Controller {
  private static final int MOST = 200;
  private static final int MOST_CHARACTERS = 1000;
  private static final int MOST_NAME = 64;

  private record Page(List<ObjectNode> appeals, boolean more) {}

  private final AppealRoom room;
  private final AppealQueries appeals;
  private final AlertQueries alerts;
  private final AuditLog audit;
  private final CityClock clock;

  public AppealsController(AppealRoom room, AlertQueries alerts, AuditLog audit, CityClock clock) {
    this.room = room;
    this.appeals = room.queries();
    this.alerts = alerts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/appeals").handler(Reply.json(this::all));
    api.get("/alerts/:id/appeal").handler(Reply.json(this::ofAlert));
    api.post("/alerts/:id/appeal").handler(Reply.json(201, this::lodge));
    api.post("/appeals/:id/decision").handler(Reply.json(201, this::decide));
  }

  private Page all(RoutingContext ctx) {
    State state = new Arguments(ctx).choice("state", State.class).orElse(State.OPEN);
    Instant now = clock.now();
    List<AppealRow> found =
        appeals.all(state, Sessions.scope(ctx), room.calendar().read(), now, MOST + 1);
    boolean more = found.size() > MOST;
    return new Page(
        room.of(more ? found.subList(0, MOST) : found, Sessions.account(ctx), now), more);
  }

  private Object ofAlert(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    Map<String, Object> answer = new HashMap<>();
    answer.put(
        "charge",
        appeals
            .ofAlert(alert.id(), Sessions.scope(ctx))
            .map(row -> room.of(row, Sessions.account(ctx), clock.now()))
            .orElse(null));
    return answer;
  }

  private static String reason(JsonNode body) {
    String reason = Arguments.field(body, "reason", MOST_CHARACTERS).strip();
    if (reason.isEmpty()) {
      throw ApiException.badParameter("reason", "must say something");
    }
    return reason;
  }

  private Object lodge(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    Account account = AppealRoom.appellant(ctx);
    JsonNode body = Arguments.body(ctx);
    NewAppeal wish =
        new NewAppeal(
            alert.id(),
            account.id(),
            account.companyId(),
            reason(body),
            Arguments.field(body, "clientId", MOST_NAME));
    boolean anew;
    try {
      anew = room.store().lodge(wish, clock.now());
    } catch (AppealRefusal e) {
      throw AppealRoom.refused(e);
    }
    AppealRow row = appeals.ofAlert(alert.id(), Sessions.scope(ctx)).orElseThrow();
    if (anew) {
      append(ctx, AuditAction.APPEAL_LODGED, row, wish.reason());
    }
    return room.of(row, account, clock.now());
  }

  private Object decide(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    AppealRow row = named(ctx);
    if (!account.mayReview(row.rule())) {
      throw ApiException.forbidden(
          "the role " + account.role() + " may not decide about alerts of " + row.rule());
    }
    JsonNode body = Arguments.body(ctx);
    Decision decision = Arguments.requiredChoice(body, "decision", Decision.class);
    NewDecision wish = new NewDecision(row.appeal().id(), account.id(), decision, reason(body));
    try {
      room.store().decide(wish, clock.now());
    } catch (AppealRefusal e) {
      throw AppealRoom.refused(e);
    }
    append(ctx, AuditAction.ofAppeal(decision), row, wish.reason());
    room.news().changed(List.of(row.alertId()));
    return room.of(named(ctx), account, clock.now());
  }

  private AppealRow named(RoutingContext ctx) {
    return Named.of(ctx, "appeal", id -> appeals.find(id, Sessions.scope(ctx)));
  }

  private void append(RoutingContext ctx, AuditAction action, AppealRow row, String reason) {
    audit.append(
        ctx,
        action,
        "alert/" + row.alertId(),
        Map.of("appeal", row.appeal().id(), "reason", reason));
    room.feed().accept(row);
  }
}
