package io.qingtu.web.http;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditStore;
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
  private static final int ATTEMPTS = 5;
  private static final int ATTEMPTS_OF_ORIGIN = 50;
  private static final Duration PERIOD = Duration.ofMinutes(15);

  /** A sign-in that held. */
  public record Session(Account account, String token) {}

  private final UserStore users;
  private final AuditStore audit;
  private final Duration lifetime;
  private final Clock clock;
  private final AttemptLimit byLogin = new AttemptLimit(ATTEMPTS, PERIOD);
  private final AttemptLimit byOrigin = new AttemptLimit(ATTEMPTS_OF_ORIGIN, PERIOD);

  /** Compared with where the login is unknown, so that it takes as long as a known one. */
  private final String nobody = Passwords.hash(Passwords.random(16));

  /**
   * @param lifetime of a session, from sign-in
   * @param clock wall clock, whatever time the city simulates
   */
  public Sessions(UserStore users, AuditStore audit, Duration lifetime, Clock clock) {
    this.users = users;
    this.audit = audit;
    this.lifetime = lifetime;
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
        .executeBlocking(() -> find(token.get()), false)
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
    return role.paths().isEmpty() || role.paths().stream().anyMatch(path::startsWith);
  }

  /** The account of a session or of a key that still holds. Asks the database. */
  public Optional<Account> find(String token) {
    byte[] hash = digest(token);
    Instant now = clock.instant();
    return users.findSession(hash, now).or(() -> users.findByKey(hash, now));
  }

  /**
   * Checks a password. Asks the database, and takes some tenths of a second.
   *
   * @throws ApiException 401 where login or password is wrong, 429 after too many wrong ones
   */
  public Session signIn(String login, String password, String origin) {
    Instant now = clock.instant();
    String key = login + "@" + origin;
    if (byLogin.isBlocked(key, now) || byOrigin.isBlocked(origin, now)) {
      throw ApiException.tooManyAttempts(
          "too many wrong sign-ins, try again in " + PERIOD.toMinutes() + " minutes");
    }
    Optional<Credentials> known = users.find(login);
    String hash = known.map(Credentials::passwordHash).orElse(nobody);
    if (!Passwords.matches(password, hash) || known.isEmpty()) {
      byLogin.failed(key, now);
      byOrigin.failed(origin, now);
      audit.append(now, null, origin, "sign-in-refused", "login/" + login, Map.of());
      throw ApiException.unauthorised("login or password is wrong");
    }
    byLogin.succeeded(key);
    Account account = known.get().account();
    String token = Passwords.random(32);
    users.openSession(digest(token), account.id(), now, now.plus(lifetime));
    audit.append(now, account.id(), origin, "sign-in", "user/" + account.login(), Map.of());
    return new Session(account, token);
  }

  public void revoke(String token) {
    users.revokeSession(digest(token), clock.instant());
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
        .setMaxAge(token.isEmpty() ? 0 : lifetime.toSeconds());
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
