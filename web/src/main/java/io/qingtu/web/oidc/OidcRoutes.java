package io.qingtu.web.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.qingtu.server.store.PendingSignInStore;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.oidc.PendingSignIns.Pending;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the provider and back. It lies beside the API, since nobody is signed in yet: {@code
 * /oidc} says whether there is one, {@code /oidc/start} leads there, {@code /oidc/callback} back.
 */
public final class OidcRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);
  private static final String COOKIE = "qingtu_oidc";
  private static final int MOST_PARAMETER = 4000;

  private final Optional<OidcConfig> config;
  private final Optional<IdentityProvider> provider;
  private final PendingSignIns pending;
  private final Sessions sessions;
  private final Clock clock;

  /**
   * @param clock wall clock, whatever time the city simulates
   */
  public OidcRoutes(
      Optional<OidcConfig> config, PendingSignInStore pending, Sessions sessions, Clock clock) {
    this.config = config;
    this.provider = config.map(IdentityProvider::new);
    this.pending = new PendingSignIns(pending);
    this.sessions = sessions;
    this.clock = clock;
  }

  public void mount(Router root) {
    root.get("/oidc").handler(this::describe);
    root.get("/oidc/start").handler(ctx -> lead(ctx, this::begin));
    root.get(OidcConfig.CALLBACK).handler(ctx -> lead(ctx, this::end));
  }

  /** What the page of sign-in offers. */
  private void describe(RoutingContext ctx) {
    ctx.response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(
            Json.write(
                Map.of(
                    "enabled",
                    config.isPresent(),
                    "name",
                    config.map(OidcConfig::name).orElse(""))));
  }

  /** Somewhere the browser is sent next. */
  private interface Way {
    String of(RoutingContext ctx, IdentityProvider provider);
  }

  /** Whatever goes wrong, people land on the page of sign-in, which says so. */
  private void lead(RoutingContext ctx, Way way) {
    if (provider.isEmpty()) {
      ctx.next();
      return;
    }
    ctx.vertx()
        .executeBlocking(() -> way.of(ctx, provider.get()), false)
        .recover(
            e -> {
              LOG.info("a sign-in by the identity provider has failed: {}", e.getMessage());
              String why = e instanceof ApiException ? "unknown" : "failed";
              return Future.succeededFuture("/?oidc=" + why);
            })
        .onSuccess(
            to ->
                ctx.response()
                    .setStatusCode(302)
                    .putHeader("Location", to)
                    .putHeader("Cache-Control", "no-store")
                    .end());
  }

  private String begin(RoutingContext ctx, IdentityProvider to) {
    Pending begun = pending.begin(clock.instant());
    String at = to.signInAt(begun).toString();
    ctx.response().addCookie(cookie(ctx, begun.state(), PendingSignIns.PATIENCE.toSeconds()));
    return at;
  }

  private String end(RoutingContext ctx, IdentityProvider from) {
    String state = parameter(ctx, "state");
    Cookie own = ctx.request().getCookie(COOKIE);
    ctx.response().addCookie(cookie(ctx, "", 0));
    // somebody else's sign-in must not become this browser's
    if (own == null || state.isEmpty() || !own.getValue().equals(state)) {
      throw new OidcException("it was begun by another browser");
    }
    Pending begun =
        pending
            .take(state, clock.instant())
            .orElseThrow(() -> new OidcException("it has come back before, or too late"));
    String code = parameter(ctx, "code");
    if (code.isEmpty()) {
      throw new OidcException("the provider says " + parameter(ctx, "error"));
    }
    JWTClaimsSet claims = from.exchange(code, begun);
    Sessions.Session session =
        sessions.admit(
            new Sessions.Attempt(
                claim(claims), "", "", Arguments.origin(ctx), Arguments.agent(ctx)),
            isStrong(claims));
    ctx.response().addCookie(sessions.cookie(ctx, session.token()));
    return "/";
  }

  private String claim(JWTClaimsSet claims) {
    Object value = claims.getClaim(config.orElseThrow().claim());
    if (value instanceof String login && !login.isBlank()) {
      return login;
    }
    throw new OidcException("the ID token has no " + config.orElseThrow().claim());
  }

  /** Whether the provider has asked for more than one proof (RFC 8176). */
  private static boolean isStrong(JWTClaimsSet claims) {
    try {
      List<String> methods = claims.getStringListClaim("amr");
      return methods != null && methods.contains("mfa");
    } catch (ParseException e) {
      return false;
    }
  }

  private static String parameter(RoutingContext ctx, String name) {
    String value = ctx.request().getParam(name);
    return value == null || value.length() > MOST_PARAMETER ? "" : value;
  }

  /** Comes back with the provider's redirect, which is a navigation from another site. */
  private static Cookie cookie(RoutingContext ctx, String state, long seconds) {
    return Cookie.cookie(COOKIE, state)
        .setHttpOnly(true)
        .setSecure(ctx.request().isSSL())
        .setSameSite(CookieSameSite.LAX)
        .setPath("/oidc")
        .setMaxAge(seconds);
  }
}
