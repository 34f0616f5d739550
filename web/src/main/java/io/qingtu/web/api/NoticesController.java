package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.NoticeRefusal;
import io.qingtu.server.store.NoticeRow;
import io.qingtu.server.store.NoticeStore;
import io.qingtu.server.store.NoticeStore.NewAnswer;
import io.qingtu.server.store.Permission;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 通知企业: whoever may decide of an alert asks the vehicle's company, whose dispatcher explains. */
public final class NoticesController implements Controller {
  private static final int MOST = 200;
  private static final int MOST_CHARACTERS = 1000;
  private static final int MOST_NAME = 64;

  /** Which questions are asked for. */
  private enum State {
    /** Without an answer. */
    OPEN,
    /** With one, and nobody has decided on the alert yet. */
    ANSWERED
  }

  private record Page(List<ObjectNode> notices, Long next) {}

  private final AlertQueries alerts;
  private final NoticeRoom room;
  private final NoticeStore notices;
  private final AuditLog audit;
  private final CityClock clock;

  public NoticesController(AlertQueries alerts, NoticeRoom room, AuditLog audit, CityClock clock) {
    this.alerts = alerts;
    this.room = room;
    this.notices = room.notices();
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/notices").handler(Reply.json(this::page));
    api.post("/notices/:id/answer").handler(Reply.json(201, this::answer));
    api.get("/alerts/:id/notices").handler(Reply.json(this::ofAlert));
    api.post("/alerts/:id/notices").handler(Reply.json(201, this::ask));
  }

  private Page page(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 50, 1, MOST);
    Optional<Long> after = in.text("after").map(NoticesController::id);
    State state = in.choice("state", State.class).orElse(State.OPEN);
    Scope scope = Sessions.scope(ctx);
    List<NoticeRow> found =
        state == State.OPEN
            ? notices.open(after, scope, limit + 1)
            : notices.answered(after, scope, clock.now(), limit + 1);
    boolean more = found.size() > limit;
    List<NoticeRow> shown = more ? found.subList(0, limit) : found;
    return new Page(
        room.of(shown, Sessions.account(ctx).id()), more ? shown.get(limit - 1).id() : null);
  }

  private static long id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw ApiException.badParameter("after", "is no id of a notice");
    }
    return Long.parseLong(text);
  }

  private Object ofAlert(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    return Map.of(
        "notices",
        room.of(notices.ofAlert(alert.id(), Sessions.scope(ctx)), Sessions.account(ctx).id()));
  }

  private Object ask(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    Account account = Sessions.account(ctx);
    if (!account.mayReview(alert.rule())) {
      throw ApiException.forbidden(
          "the role " + account.role() + " may not ask about alerts of " + alert.rule());
    }
    String note = text(Arguments.body(ctx), "note");
    long id =
        notices
            .ask(alert.id(), account.id(), note, clock.now())
            .orElseThrow(
                () ->
                    ApiException.conflict(
                        "no_company", "the alert is of no vehicle: nobody to ask"));
    audit.append(
        ctx, AuditAction.NOTICE, "alert/" + alert.id(), Map.of("notice", id, "note", note));
    return room.changed(found(id, ctx), account.id());
  }

  private static String text(JsonNode body, String name) {
    String text = Arguments.field(body, name, MOST_CHARACTERS);
    if (text.isBlank()) {
      throw ApiException.badParameter(name, "must say something");
    }
    return text;
  }

  /** Answered once; the same answer again, as over a weak line, is the same one. */
  private Object answer(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.HANDLE);
    NoticeRow notice = room.named(ctx);
    int company = NoticeRoom.company(ctx);
    JsonNode body = Arguments.body(ctx);
    NewAnswer answer =
        new NewAnswer(
            account.id(),
            company,
            text(body, "answer"),
            Arguments.field(body, "clientId", MOST_NAME));
    boolean anew;
    try {
      anew = notices.answer(notice.id(), answer, clock.now());
    } catch (NoticeRefusal e) {
      throw NoticeRoom.refused(e);
    }
    NoticeRow answered = found(notice.id(), ctx);
    if (!anew) {
      return room.of(answered, account.id());
    }
    audit.append(
        ctx,
        AuditAction.NOTICE_ANSWERED,
        "alert/" + notice.alertId(),
        Map.of("notice", notice.id(), "answer", answer.text()));
    return room.changed(answered, account.id());
  }

  private NoticeRow found(long id, RoutingContext ctx) {
    return notices
        .find(id, Sessions.scope(ctx))
        .orElseThrow(() -> ApiException.notFound("notice " + id));
  }
}
