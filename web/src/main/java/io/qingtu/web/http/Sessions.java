package io.qingtu.web.http;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.AuditStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LoginStore;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.UserStore;
import io.qingtu.server.store.UserStore.Credentials;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asking. A sign-in gives a random token, which comes back as a cookie, as a bearer token
 * or, for the live feed, as the parameter {@code token}; the database knows its SHA-256 only.
 */
public final class Sessions {
  /** What needs no sign-in, below {@code /api/v1}. */
  public static final Set<String> OPEN = Set.of("GET /openapi.json", "POST /session");

  static final String COOKIE = "qingtu_session";

  private static final String ACCOUNT = "account";
  private static final String TOKEN = "token";

  /** All that an account may ask for that owes a second step. */
  private static final Set<String> TO_ENROL = Set.of("/session", "/second-factor", "/settings");

  private static final int ATTEMPTS = 5;
  private static final int ATTEMPTS_OF_ORIGIN = 50;
  private static final Duration PERIOD = Duration.ofMinutes(15);

  /** A sign-in that held. */
  public record Session(Account account, String token) {}

  /**
   * How long a session lasts.
   *
   * @param lifetime from the sign-in
   * @param idle from its last use; an open live feed is none
   */
  public record Terms(Duration lifetime, Duration idle) {}

  /** What a sign-in is made of, and from where it comes. */
  public record Attempt(String login, String password, String code, String origin, String agent) {}

  private final UserStore users;
  private final LoginStore logins;
  private final SecondFactors seconds;
  private final AuditStore audit;
  private final Terms terms;
  private final Clock clock;
  private final AttemptLimit byLogin = new AttemptLimit(ATTEMPTS, PERIOD);
  private final AttemptLimit byOrigin = new AttemptLimit(ATTEMPTS_OF_ORIGIN, PERIOD);

  /** Compared with where the login is unknown, so that it takes as long as a known one. */
  private final String nobody = Passwords.hash(Passwords.random(16));

  /**
   * @param clock wall clock, whatever time the city simulates
   */
  public Sessions(
      Database database, SecondFactors seconds, AuditStore audit, Terms terms, Clock clock) {
    this.users = new UserStore(database);
    this.logins = new LoginStore(database);
    this.seconds = seconds;
    this.audit = audit;
    this.terms = terms;
    this.clock = clock;
  }

  /** First handler of the API: lets signed-in requests and {@link #OPEN} ones pass. Else 401. */
  public void authenticate(RoutingContext ctx) {
    if (OPEN.contains(ctx.request().method() + " " + path(ctx))) {
      ctx.next();
      return;
    }
    Optional<String> token = token(ctx);
    if (token.isEmpty()) {
      ctx.fail(ApiException.unauthorised("sign in first: POST /api/v1/session"));
      return;
    }
    ctx.request().pause();
    ctx.vertx()
        .executeBlocking(() -> find(token.get(), true), false)
        .onFailure(ctx::fail)
        .onSuccess(
            account -> {
              ctx.request().resume();
              if (account.isEmpty()) {
                ctx.fail(ApiException.unauthorised("this session has ended"));
              } else if (!isFor(account.get().role(), path(ctx))) {
                ctx.fail(
                    ApiException.forbidden(
                        "the role " + account.get().role() + " may not ask for this"));
              } else if (seconds.isOwed(account.get()) && !isOneOf(TO_ENROL, path(ctx))) {
                ctx.fail(
                    ApiException.secondFactorOwed(
                        "the role " + account.get().role() + " needs a second step of sign-in"));
              } else if (isForged(ctx)) {
                ctx.fail(
                    ApiException.forbidden(
                        "a write signed in by cookie needs the header X-Requested-With"
                            + " or an Origin of this server"));
              } else {
                ctx.put(ACCOUNT, account.get()).put(TOKEN, token.get());
                ctx.next();
              }
            });
  }

  private static boolean isFor(Account.Role role, String path) {
    return role.paths().isEmpty() || isOneOf(role.paths(), path);
  }

  private static boolean isOneOf(Set<String> beginnings, String path) {
    return beginnings.stream().anyMatch(b -> path.equals(b) || path.startsWith(b + "/"));
  }

  /**
   * The account of a session or of a key that still holds. Asks the database.
   *
   * @param use whether the session is used by this, so that it goes on
   */
  public Optional<Account> find(String token, boolean use) {
    byte[] hash = digest(token);
    Instant now = clock.instant();
    return logins.find(hash, now, now.minus(terms.idle), use).or(() -> logins.findByKey(hash, now));
  }

  /**
   * Checks a password and, where the account has one, the code of its second step. Asks the
   * database, and takes a tenth of a second.
   *
   * @throws ApiException 401 where something is wrong or the code is missing, 429 after too many
   *     wrong ones
   */
  public Session signIn(Attempt attempt) {
    Instant now = clock.instant();
    String key = attempt.login + "@" + attempt.origin;
    if (byLogin.isBlocked(key, now) || byOrigin.isBlocked(attempt.origin, now)) {
      throw ApiException.tooManyAttempts(
          "too many wrong sign-ins, try again in " + PERIOD.toMinutes() + " minutes");
    }
    Optional<Credentials> known = users.find(attempt.login);
    String hash = known.map(Credentials::passwordHash).orElse(nobody);
    boolean right = Passwords.matches(attempt.password, hash) && known.isPresent();
    boolean asks = right && known.get().account().secondFactor() && attempt.code.isEmpty();
    if (asks) {
      throw ApiException.codeNeeded("this account signs in with a code, too");
    }
    if (!right || !seconds.accepts(known.get().account(), attempt.code)) {
      byLogin.failed(key, now);
      byOrigin.failed(attempt.origin, now);
      audit.append(
          now,
          null,
          attempt.origin,
          AuditAction.SIGN_IN_REFUSED,
          "login/" + attempt.login,
          Map.of());
      throw ApiException.unauthorised("login, password or code is wrong");
    }
    byLogin.succeeded(key);
    Account account = known.get().account();
    if (Passwords.isDated(hash)) {
      users.replaceHash(account.id(), hash, Passwords.hash(attempt.password));
    }
    return open(account, attempt, now);
  }

  /**
   * Opens a session of an account that an identity provider has named. The account must exist; its
   * own second step is not asked for where the provider has asked for more than one proof, and
   * nobody with one is let in where it has not.
   *
   * @param attempt without password and code
   * @param strong whether the provider has asked for more than one proof
   * @throws ApiException 401 where there is no such account, or none that may sign in so
   */
  public Session admit(Attempt attempt, boolean strong) {
    Instant now = clock.instant();
    Account account =
        users
            .find(attempt.login)
            .map(Credentials::account)
            .filter(a -> a.role() != Account.Role.SOURCE && (strong || !a.secondFactor()))
            .orElse(null);
    if (account == null) {
      audit.append(
          now,
          null,
          attempt.origin,
          AuditAction.SIGN_IN_REFUSED,
          "login/" + attempt.login,
          Map.of("by", "oidc"));
      throw ApiException.unauthorised("no account here may sign in so");
    }
    return open(account, attempt, now);
  }

  /**
   * Whether somebody who is signed in knows the password, too; guesses count as wrong sign-ins.
   *
   * @throws ApiException 400 where it is wrong, 429 after too many wrong ones
   */
  public void confirmPassword(Account account, String password, String origin) {
    Instant now = clock.instant();
    String key = account.login() + "@" + origin;
    if (byLogin.isBlocked(key, now)) {
      throw ApiException.tooManyAttempts("too many wrong passwords");
    }
    Optional<Credentials> known = users.find(account.login());
    if (known.isEmpty() || !Passwords.matches(password, known.get().passwordHash())) {
      byLogin.failed(key, now);
      throw ApiException.badParameter("password", "is wrong");
    }
  }

  private Session open(Account account, Attempt attempt, Instant now) {
    String token = Passwords.random(32);
    logins.open(
        digest(token),
        account.id(),
        new LoginStore.Opening(attempt.origin, attempt.agent, now, now.plus(terms.lifetime)));
    audit.append(
        now,
        account.id(),
        attempt.origin,
        AuditAction.SIGN_IN,
        "user/" + account.login(),
        Map.of());
    return new Session(account, token);
  }

  public void revoke(String token) {
    logins.revoke(digest(token), clock.instant());
  }

  /**
   * The open sessions, those used last in front.
   *
   * @param of whose; empty for everybody's
   * @param token of who asks
   */
  public List<LoginStore.LoginRow> open(Optional<Account> of, String token) {
    Instant now = clock.instant();
    return logins.open(of.map(Account::id), digest(token), now, now.minus(terms.idle));
  }

  /** Ends an open session; false where there is none such. */
  public boolean revoke(long id, Optional<Account> of) {
    return logins.revoke(id, of.map(Account::id), clock.instant());
  }

  /** Who asks; behind {@link #authenticate} only. */
  public static Account account(RoutingContext ctx) {
    return ctx.get(ACCOUNT);
  }

  /**
   * Who asks, if he or she may do this.
   *
   * @throws ApiException 403 otherwise
   */
  public static Account need(RoutingContext ctx, Permission permission) {
    Account account = account(ctx);
    if (!account.may(permission)) {
      throw ApiException.forbidden("the role " + account.role() + " may not " + permission);
    }
    return account;
  }

  /** What the one who asks may see; behind {@link #authenticate} only. */
  public static Scope scope(RoutingContext ctx) {
    return account(ctx).scope();
  }

  /** With what token; behind {@link #authenticate} only. */
  public static String usedToken(RoutingContext ctx) {
    return ctx.get(TOKEN);
  }

  /** The cookie that carries a session; an empty token takes it away. */
  public Cookie cookie(RoutingContext ctx, String token) {
    return Cookie.cookie(COOKIE, token)
        .setHttpOnly(true)
        .setSecure(ctx.request().isSSL())
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/")
        .setMaxAge(token.isEmpty() ? 0 : terms.lifetime.toSeconds());
  }

  private static Optional<String> token(RoutingContext ctx) {
    String header = ctx.request().getHeader("Authorization");
    if (header != null && header.startsWith("Bearer ")) {
      return Optional.of(header.substring("Bearer ".length()).trim());
    }
    Cookie cookie = ctx.request().getCookie(COOKIE);
    if (cookie != null) {
      return Optional.of(cookie.getValue());
    }
    return path(ctx).equals("/live")
        ? Optional.ofNullable(ctx.request().getParam("token"))
        : Optional.empty();
  }

  /**
   * Whether a page of another site may have made the browser send this: a cookie goes with any
   * request, but neither this header nor our own origin does. The live feed's handshake is a GET
   * that a page could read from, so it must not have a foreign origin either.
   */
  private static boolean isForged(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    boolean byCookie =
        request.getHeader("Authorization") == null && request.getCookie(COOKIE) != null;
    String origin = request.getHeader("Origin");
    boolean own = origin != null && origin.replaceFirst("^https?://", "").equals(host(request));
    if (!byCookie) {
      return false;
    }
    if (path(ctx).equals("/live")) {
      return origin != null && !own;
    }
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return !reads && !own && request.getHeader("X-Requested-With") == null;
  }

  private static String host(HttpServerRequest request) {
    return request.authority() == null ? "" : request.authority().toString();
  }

  private static String path(RoutingContext ctx) {
    return ctx.normalizedPath().replaceFirst("^/api/v1", "");
  }

  /** What the database knows of a token. */
  public static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
