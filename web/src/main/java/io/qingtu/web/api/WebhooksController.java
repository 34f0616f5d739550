package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.DeliveryState;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.UserStore;
import io.qingtu.server.store.WebhookKind;
import io.qingtu.server.store.WebhookMessage;
import io.qingtu.server.store.WebhookRow;
import io.qingtu.server.store.WebhookStore;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.webhook.Courier;
import io.qingtu.web.webhook.WebhookSecret;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Webhooks (事件推送): which addresses are told what, and what has become of the messages. */
public final class WebhooksController implements Controller {
  private static final int MOST_URL = 1000;
  private static final int MOST_LISTED = 200;

  private final WebhookStore webhooks;
  private final UserStore users;
  private final Courier courier;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param clock wall clock, whatever time the city simulates
   */
  public WebhooksController(
      WebhookStore webhooks, UserStore users, Courier courier, AuditLog audit, Clock clock) {
    this.webhooks = webhooks;
    this.users = users;
    this.courier = courier;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/webhooks").handler(Reply.json(this::all));
    api.post("/webhooks").handler(Reply.json(201, this::add));
    api.post("/webhooks/:id/revocation").handler(Reply.json(201, this::revoke));
    api.get("/webhooks/:id/messages").handler(Reply.json(this::messages));
    api.post("/webhooks/:id/resending").handler(Reply.json(201, this::resend));
  }

  private static Account administrator(RoutingContext ctx) {
    return Sessions.need(ctx, Permission.ADMINISTER);
  }

  private Object all(RoutingContext ctx) {
    administrator(ctx);
    return Map.of("webhooks", webhooks.all().stream().map(WebhooksController::json).toList());
  }

  /** The secret is shown this once. */
  private Object add(RoutingContext ctx) {
    Account account = administrator(ctx);
    JsonNode body = Arguments.body(ctx);
    String url = Arguments.field(body, "url", MOST_URL);
    Optional<String> trouble = courier.refusal(url);
    if (trouble.isPresent()) {
      throw ApiException.badParameter("url", trouble.get());
    }
    List<WebhookKind> kinds = kinds(body);
    byte[] secret = WebhookSecret.random();
    int owner = owner(account, Arguments.field(body, "owner", 200));
    WebhookRow row =
        webhooks.add(
            new WebhookStore.NewWebhook(owner, url, kinds, secret, account.id()), clock.instant());
    audit.append(
        ctx,
        AuditAction.WEBHOOK,
        "webhook/" + row.id(),
        Map.of("url", url, "owner", row.owner(), "kinds", kinds));
    return json(row).put("secret", WebhookSecret.text(secret));
  }

  /** Whose eyes it has: an account's that is named, else those of who adds it. */
  private int owner(Account account, String login) {
    if (login.isEmpty()) {
      return account.id();
    }
    return users
        .find(login)
        .map(known -> known.account().id())
        .orElseThrow(() -> ApiException.badParameter("owner", "is no account that may sign in"));
  }

  private static List<WebhookKind> kinds(JsonNode body) {
    Set<WebhookKind> kinds = EnumSet.noneOf(WebhookKind.class);
    for (JsonNode name : body.path("kinds")) {
      kinds.add(
          Arrays.stream(WebhookKind.values())
              .filter(k -> k.name().equals(name.asText()))
              .findFirst()
              .orElseThrow(
                  () ->
                      ApiException.badParameter(
                          "kinds", "are of " + Arrays.toString(WebhookKind.values()))));
    }
    if (kinds.isEmpty()) {
      throw ApiException.badParameter("kinds", "names nothing to be told");
    }
    return List.copyOf(kinds);
  }

  private Object revoke(RoutingContext ctx) {
    administrator(ctx);
    WebhookRow row = known(ctx);
    if (!webhooks.end(row.id(), "REVOKED", clock.instant())) {
      throw ApiException.conflict("ended", "this webhook has ended");
    }
    audit.append(ctx, AuditAction.WEBHOOK_REVOKED, "webhook/" + row.id(), Map.of());
    return Map.of();
  }

  private Object messages(RoutingContext ctx) {
    administrator(ctx);
    Optional<DeliveryState> state = new Arguments(ctx).choice("state", DeliveryState.class);
    return Map.of(
        "messages",
        webhooks.messages(known(ctx).id(), state, MOST_LISTED).stream()
            .map(WebhooksController::json)
            .toList());
  }

  /** One that was parked, or all of them. */
  private Object resend(RoutingContext ctx) {
    administrator(ctx);
    WebhookRow row = known(ctx);
    Optional<Long> sequence = Arguments.id(Arguments.body(ctx), "sequence");
    if (row.endedAt() != null) {
      throw ApiException.conflict("ended", "this webhook has ended");
    }
    int count = webhooks.resend(row.id(), sequence, clock.instant());
    audit.append(ctx, AuditAction.WEBHOOK_RESENT, "webhook/" + row.id(), Map.of("messages", count));
    courier.nudge();
    return Map.of("messages", count);
  }

  private WebhookRow known(RoutingContext ctx) {
    return Named.of(ctx, "webhook", webhooks::find);
  }

  private static ObjectNode json(WebhookRow row) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    return node.put("id", Long.toString(row.id()));
  }

  private static ObjectNode json(WebhookMessage message) {
    ObjectNode node = Json.MAPPER.valueToTree(message);
    node.remove(List.of("webhookId", "since"));
    return node.put("id", "msg_" + message.webhookId() + "_" + message.sequence())
        .put("sequence", Long.toString(message.sequence()));
  }
}
