package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.SecondFactors;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Signing in and out, and who is signed in. */
public final class SessionController implements Controller {
  private record User(
      String login,
      String displayName,
      Account.Role role,
      String company,
      boolean seesCity,
      Set<Permission> permissions,
      boolean secondFactor,
      boolean secondFactorOwed) {}

  private final Sessions sessions;
  private final SecondFactors seconds;
  private final AuditLog audit;

  public SessionController(Sessions sessions, SecondFactors seconds, AuditLog audit) {
    this.sessions = sessions;
    this.seconds = seconds;
    this.audit = audit;
  }

  private User user(Account a) {
    return new User(
        a.login(),
        a.displayName(),
        a.role(),
        a.company(),
        a.seesCity(),
        a.permissions(),
        a.secondFactor(),
        seconds.isOwed(a));
  }

  @Override
  public void mount(Router api) {
    api.post("/session").handler(Reply.json(this::signIn));
    api.get("/session").handler(Reply.json(ctx -> Map.of("user", user(Sessions.account(ctx)))));
    api.get("/sessions").handler(Reply.ofAccount(200, this::list));
    api.post("/sessions/:id/revocation").handler(Reply.ofAccount(201, this::revoke));
    api.delete("/session").handler(Reply.json(this::signOut));
  }

  private Object signIn(RoutingContext ctx) {
    JsonNode body = Arguments.body(ctx);
    String login = Arguments.field(body, "login", 200);
    String password = Arguments.field(body, "password", 1000);
    if (login.isEmpty() || password.isEmpty()) {
      throw ApiException.badParameter(login.isEmpty() ? "login" : "password", "is missing");
    }
    String code = Arguments.field(body, "code", 40);
    Sessions.Session session =
        sessions.signIn(
            new Sessions.Attempt(
                login, password, code, Arguments.origin(ctx), Arguments.agent(ctx)));
    ctx.response().addCookie(sessions.cookie(ctx, session.token()));
    return Map.of("user", user(session.account()), "token", session.token());
  }

  /** Of oneself; an administrator's, of everybody. */
  private Object list(RoutingContext ctx) {
    return Map.of("sessions", sessions.open(whose(ctx), Sessions.usedToken(ctx)));
  }

  private Object revoke(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    if (!id.matches("\\d{1,18}") || !sessions.revoke(Long.parseLong(id), whose(ctx))) {
      throw ApiException.notFound("session " + id);
    }
    audit.append(ctx, AuditAction.SESSION_REVOKED, "session/" + id, Map.of());
    return Map.of();
  }

  private static Optional<Account> whose(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    return account.may(Permission.ADMINISTER) ? Optional.empty() : Optional.of(account);
  }

  private Object signOut(RoutingContext ctx) {
    sessions.revoke(Sessions.usedToken(ctx));
    ctx.response().addCookie(sessions.cookie(ctx, ""));
    return Map.of();
  }
}
