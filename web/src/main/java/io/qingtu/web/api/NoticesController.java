package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.NoticeStore;
import io.qingtu.server.store.NoticeStore.NoticeRow;
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

  private record Page(List<NoticeRow> notices, Long next) {}

  private final AlertQueries alerts;
  private final NoticeStore notices;
  private final AuditLog audit;
  private final CityClock clock;

  public NoticesController(
      AlertQueries alerts, NoticeStore notices, AuditLog audit, CityClock clock) {
    this.alerts = alerts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/notices").handler(Reply.json(this::open));
    api.post("/notices/:id/answer").handler(Reply.json(201, this::answer));
    api.get("/alerts/:id/notices").handler(Reply.json(this::ofAlert));
    api.post("/alerts/:id/notices").handler(Reply.json(201, this::ask));
  }

  private Page open(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 50, 1, MOST);
    Optional<Long> after = in.text("after").map(NoticesController::id);
    List<NoticeRow> found = notices.open(after, Sessions.scope(ctx), limit + 1);
    return found.size() <= limit
        ? new Page(found, null)
        : new Page(found.subList(0, limit), found.get(limit - 1).id());
  }

  private static long id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw ApiException.badParameter("after", "is no id of a notice");
    }
    return Long.parseLong(text);
  }

  private Object ofAlert(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    return Map.of("notices", notices.ofAlert(alert.id(), Sessions.scope(ctx)));
  }

  private Object ask(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    Account account = Sessions.account(ctx);
    if (!account.mayReview(alert.rule())) {
      throw ApiException.forbidden(
          "the role " + account.role() + " may not ask about alerts of " + alert.rule());
    }
    String note = text(ctx, "note");
    long id =
        notices
            .ask(alert.id(), account.id(), note, clock.now())
            .orElseThrow(
                () ->
                    ApiException.conflict(
                        "no_company", "the alert is of no vehicle: nobody to ask"));
    audit.append(
        ctx, AuditAction.NOTICE, "alert/" + alert.id(), Map.of("notice", id, "note", note));
    return found(id, ctx);
  }

  private static String text(RoutingContext ctx, String name) {
    String text = Arguments.field(Arguments.body(ctx), name, MOST_CHARACTERS);
    if (text.isBlank()) {
      throw ApiException.badParameter(name, "must say something");
    }
    return text;
  }

  /** Answered by the company itself, and once: nobody else can explain for it. */
  private Object answer(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.HANDLE);
    String id = ctx.pathParam("id");
    if (!id.matches("\\d{1,18}")) {
      throw ApiException.notFound("notice " + id);
    }
    NoticeRow notice = found(Long.parseLong(id), ctx);
    if (Sessions.scope(ctx).reach() != Scope.Reach.COMPANY) {
      throw ApiException.forbidden("the company itself answers");
    }
    String answer = text(ctx, "answer");
    if (!notices.answer(notice.id(), account.id(), answer, clock.now())) {
      throw ApiException.conflict("answered", "notice " + id + " has been answered");
    }
    audit.append(
        ctx,
        AuditAction.NOTICE_ANSWERED,
        "alert/" + notice.alertId(),
        Map.of("notice", notice.id(), "answer", answer));
    return found(notice.id(), ctx);
  }

  private NoticeRow found(long id, RoutingContext ctx) {
    return notices
        .find(id, Sessions.scope(ctx))
        .orElseThrow(() -> ApiException.notFound("notice " + id));
  }
}
