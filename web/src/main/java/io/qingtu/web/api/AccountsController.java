package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.AccountStore;
import io.qingtu.server.store.AccountStore.AccountRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.UserStore;
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
import java.util.Map;
import java.util.Optional;

/**
 * Who may sign in: for the administrator, who adds, disables and gives a first password, and for
 * everybody, who changes the own one.
 */
public final class AccountsController implements Controller {
  private static final String LOGIN = "[\\p{L}\\p{N}][\\p{L}\\p{N}_.@-]{1,59}";

  /** ASVS 2.1.1 and 2.1.2. */
  private static final int SHORTEST_PASSWORD = 12;

  private static final int LONGEST_PASSWORD = 128;

  /** Bytes of a password that is given and then changed. */
  private static final int GIVEN_BYTES = 12;

  private static final byte[] NO_SESSION = {};

  private final AccountStore accounts;
  private final UserStore users;
  private final Sessions sessions;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param clock wall clock, whatever time the city simulates
   */
  public AccountsController(
      AccountStore accounts, UserStore users, Sessions sessions, AuditLog audit, Clock clock) {
    this.accounts = accounts;
    this.users = users;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/accounts").handler(Reply.ofAccount(200, this::all));
    api.post("/accounts").handler(Reply.ofAccount(201, this::add));
    api.post("/accounts/:id/access").handler(Reply.ofAccount(201, this::access));
    api.post("/accounts/:id/password").handler(Reply.ofAccount(201, this::givePassword));
    api.post("/session/password").handler(Reply.ofAccount(201, this::changePassword));
  }

  private Object all(RoutingContext ctx) {
    Sessions.need(ctx, Permission.ADMINISTER);
    return Map.of("accounts", accounts.all(), "organisations", accounts.organisations());
  }

  private Object add(RoutingContext ctx) {
    Sessions.need(ctx, Permission.ADMINISTER);
    JsonNode body = Arguments.body(ctx);
    String login = Arguments.field(body, "login", 60);
    if (!login.matches(LOGIN)) {
      throw ApiException.badParameter("login", "is no name of two or more letters and digits");
    }
    String name = Arguments.field(body, "displayName", 60).strip();
    if (name.isEmpty()) {
      throw ApiException.badParameter("displayName", "is missing");
    }
    Role role = Arguments.requiredChoice(body, "role", Role.class);
    if (role == Role.SOURCE) {
      throw ApiException.badParameter("role", "is for other systems, which have keys");
    }
    Optional<String> company =
        Optional.of(Arguments.field(body, "company", 400)).filter(text -> !text.isEmpty());
    requireOrganisation(role, company);
    String password = Passwords.random(GIVEN_BYTES);
    if (!users.add(login, name, role, company, Passwords.hash(password))) {
      throw ApiException.conflict("taken", "login " + login + " is or was somebody's");
    }
    AccountRow row = accounts.find(login).orElseThrow();
    audit.append(
        ctx, AuditAction.ACCOUNT, "user/" + login, Map.of("role", role, "company", row.company()));
    ObjectNode answer = Json.MAPPER.valueToTree(row);
    return answer.put("password", password);
  }

  /** Without one, roles that see only what is their organisation's would see nothing. */
  private void requireOrganisation(Role role, Optional<String> company) {
    boolean known =
        company.isPresent()
            && accounts.organisations().stream().anyMatch(o -> o.name().equals(company.get()));
    if (company.isPresent() && !known) {
      throw ApiException.badParameter("company", "is no company, squad or district");
    }
    if (company.isEmpty() && (role == Role.DISPATCHER || role == Role.OFFICER)) {
      throw ApiException.badParameter("company", "is needed for the role " + role);
    }
  }

  private Object access(RoutingContext ctx) {
    Account administrator = Sessions.need(ctx, Permission.ADMINISTER);
    AccountRow row = other(ctx, administrator);
    JsonNode enabled = Arguments.body(ctx).path("enabled");
    if (!enabled.isBoolean()) {
      throw ApiException.badParameter("enabled", "is true or false");
    }
    accounts.enable(row.id(), enabled.booleanValue(), clock.instant());
    audit.append(
        ctx,
        enabled.booleanValue() ? AuditAction.ACCOUNT_ENABLED : AuditAction.ACCOUNT_DISABLED,
        "user/" + row.login(),
        Map.of());
    return accounts.find(row.id()).orElseThrow();
  }

  private Object givePassword(RoutingContext ctx) {
    Account administrator = Sessions.need(ctx, Permission.ADMINISTER);
    AccountRow row = other(ctx, administrator);
    String password = Passwords.random(GIVEN_BYTES);
    accounts.setPassword(row.id(), Passwords.hash(password), NO_SESSION, clock.instant());
    audit.append(ctx, AuditAction.PASSWORD_GIVEN, "user/" + row.login(), Map.of());
    return Map.of("password", password);
  }

  /** Not the own account: nobody locks himself out, nor gets around the old password. */
  private AccountRow other(RoutingContext ctx, Account administrator) {
    String id = ctx.pathParam("id");
    AccountRow row =
        Optional.of(id)
            .filter(text -> text.matches("\\d{1,9}"))
            .flatMap(text -> accounts.find(Integer.parseInt(text)))
            .orElseThrow(() -> ApiException.notFound("account " + id));
    if (row.id() == administrator.id()) {
      throw ApiException.conflict("own", "another administrator must do this with your account");
    }
    return row;
  }

  /** Ends the account's other sessions: whoever knew the old password is out. */
  private Object changePassword(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    JsonNode body = Arguments.body(ctx);
    String before = Arguments.field(body, "password", 1000);
    String after = Arguments.field(body, "newPassword", 1000);
    if (after.length() < SHORTEST_PASSWORD || after.length() > LONGEST_PASSWORD) {
      throw ApiException.badParameter(
          "newPassword",
          "has fewer than %d or more than %d characters"
              .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
    }
    if (after.equals(before) || after.contains(account.login())) {
      throw ApiException.badParameter("newPassword", "is the old one or holds the login");
    }
    sessions.confirmPassword(account, before, Arguments.origin(ctx));
    accounts.setPassword(
        account.id(),
        Passwords.hash(after),
        Sessions.digest(Sessions.usedToken(ctx)),
        clock.instant());
    audit.append(ctx, AuditAction.PASSWORD_CHANGED, "user/" + account.login(), Map.of());
    return Map.of();
  }
}
