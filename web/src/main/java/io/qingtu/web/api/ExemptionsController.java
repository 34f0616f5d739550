package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Decision;
import io.qingtu.server.store.ExemptionFiles;
import io.qingtu.server.store.ExemptionRefusal;
import io.qingtu.server.store.ExemptionStore;
import io.qingtu.server.store.ExemptionStore.NewRequest;
import io.qingtu.server.store.ExemptionStore.Verdict;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 豁免: who is responsible for the work asks that windows be excused, somebody else decides. */
public final class ExemptionsController implements Controller {
  private static final int MOST_PLACES = 2000;
  private static final int MOST_ID = 100;
  private static final int MOST_REASON = 500;

  /** Works in a road last for months; what lasts longer is another plan. */
  private static final Duration LONGEST = Duration.ofDays(92);

  private static final Duration SHOWN = Duration.ofDays(31);

  private final ExemptionStore exemptions;
  private final ExemptionDetails details;
  private final AuditLog audit;
  private final CityClock clock;

  public ExemptionsController(
      ExemptionStore exemptions, ExemptionFiles files, AuditLog audit, CityClock clock) {
    this.exemptions = exemptions;
    this.details = new ExemptionDetails(files);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/exemptions").handler(Reply.json(this::list));
    api.post("/exemptions").handler(Reply.json(201, this::ask));
    api.post("/exemptions/:id/decision").handler(Reply.json(201, this::decide));
  }

  private Object list(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    Instant now = clock.now();
    Instant from = in.time("from").orElse(now.minus(SHOWN));
    Instant to = in.time("to").orElse(now.plus(LONGEST));
    int reader = Sessions.account(ctx).id();
    return Map.of(
        "exemptions", details.of(exemptions.between(from, to, Sessions.scope(ctx), reader)));
  }

  private Object ask(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.EXCUSE);
    NewRequest request = request(Arguments.body(ctx), account);
    long id;
    try {
      id = exemptions.ask(request, Sessions.scope(ctx), clock.now());
    } catch (ExemptionRefusal e) {
      throw ExemptionDetails.refused(e, "");
    }
    audit.append(
        ctx,
        AuditAction.EXEMPTION_ASKED,
        "exemption/" + id,
        Map.of(
            "kind", request.kind(),
            "places", request.placeIds(),
            "from", request.period().from().toString(),
            "to", request.period().to().toString(),
            "reason", request.reason(),
            "evidence", request.evidence()));
    return known(ctx, id);
  }

  private static NewRequest request(JsonNode body, Account account) {
    Exemption.Kind kind = Arguments.requiredChoice(body, "kind", Exemption.Kind.class);
    if (kind == Exemption.Kind.STOP_ORDER) {
      throw ApiException.badParameter("kind", "is of works, which nobody sweeps");
    }
    Instant from = Arguments.requiredTime(body, "from");
    Instant to = Arguments.requiredTime(body, "to");
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw ApiException.badParameter(
          "to", "is not after from, or more than " + LONGEST.toDays() + " days");
    }
    List<String> places = Arguments.texts(body, "placeIds", MOST_PLACES, MOST_ID);
    if (places.stream().anyMatch(p -> p.contains(";"))) {
      throw ApiException.badParameter("placeIds", "are no ids");
    }
    return new NewRequest(
        kind,
        Arguments.field(body, "op", 20).isEmpty()
            ? Optional.empty()
            : Optional.of(Arguments.requiredChoice(body, "op", Operation.class)),
        Set.copyOf(places),
        new Validity(from, to),
        Arguments.requiredText(body, "reason", MOST_REASON),
        Arguments.requiredText(body, "evidence", MOST_REASON),
        account.id());
  }

  private Object decide(RoutingContext ctx) {
    JsonNode body = Arguments.body(ctx);
    Decision decision = Arguments.requiredChoice(body, "decision", Decision.class);
    Account account =
        Sessions.need(ctx, decision == Decision.WITHDRAWN ? Permission.EXCUSE : Permission.EXEMPT);
    String reason = Arguments.requiredText(body, "reason", MOST_REASON);
    String text = ctx.pathParam("id");
    long id = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    try {
      exemptions.decide(
          id, new Verdict(decision, reason, account.id()), Sessions.scope(ctx), clock.now());
    } catch (ExemptionRefusal e) {
      throw ExemptionDetails.refused(e, text);
    }
    audit.append(
        ctx, AuditAction.ofExemption(decision), "exemption/" + id, Map.of("reason", reason));
    return known(ctx, id);
  }

  private Object known(RoutingContext ctx, long id) {
    int reader = Sessions.account(ctx).id();
    return details.of(exemptions.find(id, Sessions.scope(ctx), reader).orElseThrow());
  }
}
