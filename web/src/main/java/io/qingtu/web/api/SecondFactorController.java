package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.UserStore;
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

/** The second step of sign-ins: how one comes to it, and how one is rid of it. */
public final class SecondFactorController implements Controller {
  private final SecondFactors seconds;
  private final Sessions sessions;
  private final UserStore users;
  private final AuditLog audit;

  public SecondFactorController(
      SecondFactors seconds, Sessions sessions, UserStore users, AuditLog audit) {
    this.seconds = seconds;
    this.sessions = sessions;
    this.users = users;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.post("/second-factor").handler(Reply.ofAccount(201, this::begin));
    api.post("/second-factor/confirmation").handler(Reply.ofAccount(201, this::confirm));
    api.post("/second-factor/revocation").handler(Reply.ofAccount(201, this::revoke));
  }

  /** The password once more: an unlocked screen alone must not be enough. */
  private Object begin(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    String password = Arguments.field(Arguments.body(ctx), "password", 1000);
    sessions.confirmPassword(account, password, Arguments.origin(ctx));
    return seconds.begin(account);
  }

  private Object confirm(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    String code = Arguments.field(Arguments.body(ctx), "code", 40).strip();
    Map<String, Object> codes = Map.of("recoveryCodes", seconds.confirm(account, code));
    audit.append(ctx, AuditAction.SECOND_FACTOR, "user/" + account.login(), Map.of());
    return codes;
  }

  /** For who has lost phone and codes: by the administrator, who must know whom he speaks to. */
  private Object revoke(RoutingContext ctx) {
    Sessions.need(ctx, Permission.ADMINISTER);
    String login = Arguments.field(Arguments.body(ctx), "login", 200);
    boolean revoked =
        users.find(login).map(UserStore.Credentials::account).filter(seconds::revoke).isPresent();
    if (!revoked) {
      throw ApiException.badParameter("login", "has no second step of sign-in");
    }
    audit.append(ctx, AuditAction.SECOND_FACTOR_REVOKED, "user/" + login, Map.of());
    return Map.of();
  }
}
