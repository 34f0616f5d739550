package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Account;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Signing in and out. */
public final class SessionController implements Controller {
  private record User(String login, String displayName, Account.Role role, String company) {
    static User of(Account a) {
      return new User(a.login(), a.displayName(), a.role(), a.company());
    }
  }

  private final Sessions sessions;

  public SessionController(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void mount(Router api) {
    api.post("/session").handler(Reply.json(this::signIn));
    api.get("/session").handler(Reply.json(ctx -> Map.of("user", User.of(Sessions.account(ctx)))));
    api.delete("/session").handler(Reply.json(this::signOut));
  }

  private Object signIn(RoutingContext ctx) {
    JsonNode body = Arguments.body(ctx);
    String login = Arguments.field(body, "login", 200);
    String password = Arguments.field(body, "password", 1000);
    if (login.isEmpty() || password.isEmpty()) {
      throw ApiException.badParameter(login.isEmpty() ? "login" : "password", "is missing");
    }
    Sessions.Session session = sessions.signIn(login, password, Arguments.origin(ctx));
    ctx.response().addCookie(sessions.cookie(ctx, session.token()));
    return Map.of("user", User.of(session.account()), "token", session.token());
  }

  private Object signOut(RoutingContext ctx) {
    sessions.revoke(Sessions.usedToken(ctx));
    ctx.response().addCookie(sessions.cookie(ctx, ""));
    return Map.of();
  }
}
