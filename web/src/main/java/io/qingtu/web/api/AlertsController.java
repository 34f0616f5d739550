package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AlertFilter;
import io.qingtu.server.store.AlertFilter.Cursor;
import io.qingtu.server.store.AlertFilter.ReviewState;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.Review;
import io.qingtu.server.store.ReviewStore;
import io.qingtu.web.evidence.AlertMedia;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.AlertNews;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts and what people decide of them. */
public final class AlertsController implements Controller {
  private static final int MAX_LIMIT = 500;

  private record Page(List<AlertRow> alerts, String next) {}

  private final AlertQueries alerts;
  private final ReviewStore reviews;
  private final AuditLog audit;
  private final AlertNews news;
  private final CityClock clock;
  private final MediaQueries media;

  public AlertsController(
      AlertQueries alerts,
      ReviewStore reviews,
      MediaQueries media,
      AuditLog audit,
      AlertNews news,
      CityClock clock) {
    this.media = media;
    this.alerts = alerts;
    this.reviews = reviews;
    this.audit = audit;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/alerts").handler(Reply.json(this::page));
    api.get("/alerts/summary").handler(Reply.json(this::summary));
    api.get("/alerts/:id").handler(Reply.json(this::one));
    api.post("/alerts/:id/reviews").handler(Reply.json(201, this::review));
  }

  /** The alert that the path names, if the reader may see it. */
  static AlertRow named(RoutingContext ctx, AlertQueries alerts) {
    return Named.of(ctx, "alert", id -> alerts.find(id, Sessions.scope(ctx)));
  }

  private Page page(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    AlertFilter filter =
        new AlertFilter(
            in.time("from"),
            in.time("to"),
            in.text("rule"),
            in.choice("grade", Grade.class),
            in.number("severity", 1, 1, 4),
            in.choice("status", AlertStatus.class),
            in.choice("review", ReviewState.class),
            in.text("plate"),
            in.text("cursor").map(AlertCursor::read));
    List<AlertRow> found = alerts.page(filter, Sessions.scope(ctx), limit + 1);
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    AlertRow last = found.get(limit - 1);
    return new Page(
        found.subList(0, limit), AlertCursor.write(new Cursor(last.start(), last.id())));
  }

  private Object summary(RoutingContext ctx) {
    return AlertSummary.of(
        clock.today(),
        alerts.counts(
            Arguments.startOf(clock.today()),
            Arguments.startOf(clock.today().plusDays(1)),
            Sessions.scope(ctx)));
  }

  private Object one(RoutingContext ctx) {
    AlertRow alert = named(ctx, alerts);
    ObjectNode answer = Json.MAPPER.valueToTree(alert);
    answer.set("revisions", Json.MAPPER.valueToTree(alerts.revisions(alert.id())));
    return answer;
  }

  private Object review(RoutingContext ctx) {
    AlertRow alert = named(ctx, alerts);
    Account account = Sessions.account(ctx);
    if (!account.mayReview(alert.rule())) {
      throw ApiException.forbidden(
          "the role " + account.role() + " may not review alerts of " + alert.rule());
    }
    Review review = read(Arguments.body(ctx), alert);
    if (review.grade().isPresent()
        && new AlertMedia(media).of(alert, Sessions.scope(ctx)).isEmpty()) {
      throw ApiException.conflict(
          "no_evidence", "alert " + alert.id() + " has no picture that raises its grade");
    }
    if (!reviews.add(alert.id(), account.id(), review, clock.now())) {
      throw ApiException.conflict(
          "appeal_upheld", "an appeal against alert " + alert.id() + " was upheld");
    }
    audit.append(
        ctx,
        AuditAction.REVIEW,
        "alert/" + alert.id(),
        Map.of(
            "decision", review.decision().name(),
            "reason", review.reason().map(Review.Reason::code).orElse(""),
            "grade", review.grade().map(Enum::name).orElse(""),
            "revision", alert.revision()));
    news.changed(List.of(alert.id()));
    return named(ctx, alerts);
  }

  private static Review read(JsonNode body, AlertRow alert) {
    String decision = Arguments.field(body, "decision", 20);
    String reason = Arguments.field(body, "reason", 40);
    String note = Arguments.field(body, "note", 2000);
    if (decision.equals("CONFIRMED")) {
      Optional<Grade> grade =
          body.hasNonNull("grade")
              ? Optional.of(Arguments.requiredChoice(body, "grade", Grade.class))
              : Optional.empty();
      if (grade.isPresent() && grade.get().compareTo(alert.grade()) >= 0) {
        throw ApiException.badParameter("grade", "is no better than " + alert.grade());
      }
      return new Review(Review.Decision.CONFIRMED, Optional.empty(), note, grade);
    }
    if (!decision.equals("REJECTED")) {
      throw ApiException.badParameter("decision", "must be CONFIRMED or REJECTED");
    }
    Optional<Review.Reason> known =
        Arrays.stream(Review.Reason.values()).filter(r -> r.code().equals(reason)).findFirst();
    if (known.isEmpty()) {
      throw ApiException.badParameter(
          "reason",
          "a rejection needs one of "
              + Arrays.stream(Review.Reason.values()).map(Review.Reason::code).toList());
    }
    return new Review(Review.Decision.REJECTED, known, note);
  }
}
