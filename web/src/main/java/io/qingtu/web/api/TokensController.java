package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.NewFinding;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.TokenStore;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Passwords;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Keys of other systems, by which they report events: for the administrator. */
public final class TokensController implements Controller {
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,59}";
  private static final int MOST_DAYS = 366;

  private final TokenStore tokens;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param clock wall clock, whatever time the city simulates
   */
  public TokensController(TokenStore tokens, AuditLog audit, Clock clock) {
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/tokens").handler(Reply.json(this::all));
    api.post("/tokens").handler(Reply.json(201, this::add));
    api.post("/tokens/:id/revocation").handler(Reply.json(201, this::revoke));
  }

  private static Account administrator(RoutingContext ctx) {
    return Sessions.need(ctx, Permission.ADMINISTER);
  }

  private Object all(RoutingContext ctx) {
    administrator(ctx);
    return Map.of("tokens", tokens.all());
  }

  private Object add(RoutingContext ctx) {
    Account account = administrator(ctx);
    JsonNode body = Arguments.body(ctx);
    String source = Arguments.field(body, "source", 60);
    if (!source.matches(NAME)) {
      throw ApiException.badParameter("source", "is no name of letters, digits, dots and dashes");
    }
    if (source.equals(NewFinding.ALERT)) {
      throw ApiException.badParameter("source", "is the name of our own alerts");
    }
    int days = Arguments.requiredWhole(body, "days", 1, MOST_DAYS);
    String token = Passwords.random(32);
    Instant now = clock.instant();
    TokenStore.TokenRow row =
        tokens
            .add(source, Sessions.digest(token), account.id(), now, now.plus(Duration.ofDays(days)))
            .orElseThrow(
                () -> ApiException.conflict("taken", "source " + source + " has had a key"));
    audit.append(
        ctx, AuditAction.TOKEN, "token/" + row.id(), Map.of("source", source, "days", days));
    ObjectNode answer = Json.MAPPER.valueToTree(row);
    return answer.put("token", token);
  }

  private Object revoke(RoutingContext ctx) {
    administrator(ctx);
    String id = ctx.pathParam("id");
    if (!id.matches("\\d{1,18}") || !tokens.revoke(Long.parseLong(id), clock.instant())) {
      throw ApiException.notFound("key " + id);
    }
    audit.append(ctx, AuditAction.TOKEN_REVOKED, "token/" + id, Map.of());
    return Map.of();
  }
}
