package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Decision;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ProposalRefusal;
import io.qingtu.server.store.ProposalStore.Verdict;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What requests about a change have in common that one person proposes and another approves. */
final class Verdicts {
  static final int MOST_REASON = 500;

  private Verdicts() {}

  /** When a body asks a change to come into force; empty: when it is approved. */
  static Optional<Instant> inForceFrom(JsonNode body) {
    return body.hasNonNull("inForceFrom")
        ? Optional.of(Arguments.requiredTime(body, "inForceFrom"))
        : Optional.empty();
  }

  /** What the body says to a proposal, if the role may; whether this person may is not asked. */
  static Verdict of(RoutingContext ctx) {
    JsonNode body = Arguments.body(ctx);
    Decision decision = Arguments.requiredChoice(body, "decision", Decision.class);
    int user =
        Sessions.need(ctx, decision == Decision.WITHDRAWN ? Permission.PROPOSE : Permission.APPROVE)
            .id();
    return new Verdict(decision, Arguments.requiredText(body, "reason", MOST_REASON), user);
  }

  /** The id of the path; 0, which nothing has, where it is none. */
  static long id(RoutingContext ctx) {
    String text = ctx.pathParam("id");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  static ApiException refused(ProposalRefusal e, RoutingContext ctx) {
    return switch (e.why()) {
      case UNKNOWN -> ApiException.notFound("proposal " + ctx.pathParam("id"));
      case OWN -> ApiException.forbidden(e.getMessage());
      case OUTDATED, DECIDED, TRIAL_UNFINISHED ->
          ApiException.conflict(e.why().name().toLowerCase(Locale.ROOT), e.getMessage());
    };
  }
}
