package io.qingtu.web.server;

import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.store.Account.Role;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.mail.MailConfig;
import io.qingtu.web.oidc.OidcConfig;
import io.qingtu.web.webhook.WebhookConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the web server is told.
 *
 * @param port 0 for any free one
 * @param healthPort where the web is not enabled, the port that answers health and figures alone;
 *     −1: none does
 * @param behindProxy whether X-Forwarded headers are believed: only where a proxy overwrites them
 * @param cityName as the page's title shows it
 * @param tileSource template of map tiles with {z}, {x} and {y}; without one the map shows the
 *     city's own roads and places
 * @param session how long one lasts
 * @param secondFactorRoles those who may do nothing without a second step of sign-in
 * @param photoBytes most of one photo of a case
 * @param evidenceKeys folder of the key that signs evidence; is made where it is missing
 * @param oidc the identity provider that may sign people in, too
 * @param webhooks how other systems are told
 * @param mail the mail server that takes issued reports; without one none is sent
 * @param adminPassword of the first account, {@code admin}; without one a random password is
 *     printed once
 */
public record WebConfig(
    boolean enabled,
    String host,
    int port,
    int healthPort,
    boolean behindProxy,
    String cityName,
    Optional<String> tileSource,
    Sessions.Terms session,
    Set<Role> secondFactorRoles,
    long photoBytes,
    Path evidenceKeys,
    Optional<OidcConfig> oidc,
    WebhookConfig webhooks,
    Optional<MailConfig> mail,
    Optional<String> adminPassword) {
  private static final int SHORTEST_PASSWORD = 8;
  private static final long MEGABYTE = 1024 * 1024;

  public static WebConfig read(ConfigReader in) {
    String tiles = in.text("web.tile-source", "");
    if (!tiles.isEmpty() && !tiles.matches("https?://[^/\\s]+/\\S*|/\\S*")) {
      in.reject("web.tile-source", "\"" + tiles + "\" is no address that begins with http or /");
    }
    String password = in.text("web.admin-password", "");
    if (!password.isEmpty() && password.length() < SHORTEST_PASSWORD) {
      in.reject("web.admin-password", "has fewer than " + SHORTEST_PASSWORD + " characters");
    }
    return new WebConfig(
        in.flag("web.enabled", true),
        in.text("web.host", "127.0.0.1"),
        in.number("web.port", 8080, 0, 65535),
        in.number("web.health-port", -1, -1, 65535),
        in.flag("web.behind-proxy", false),
        in.text("web.city-name", "清途"),
        Optional.of(tiles).filter(t -> !t.isEmpty()),
        new Sessions.Terms(
            Duration.ofHours(in.number("web.session-hours", 12, 1, 24 * 30)),
            Duration.ofMinutes(in.number("web.session-idle-minutes", 120, 1, 60 * 24 * 30))),
        roles(in),
        in.number("web.photo-megabytes", 10, 1, 100) * MEGABYTE,
        Path.of(in.text("evidence.key-folder", "evidence-key")),
        OidcConfig.read(in),
        WebhookConfig.read(in),
        MailConfig.read(in),
        Optional.of(password).filter(p -> !p.isEmpty()));
  }

  private static Set<Role> roles(ConfigReader in) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : in.text("web.second-factor-roles", "").split("[,\\s]+")) {
      if (name.isEmpty()) {
        continue;
      }
      Arrays.stream(Role.values())
          .filter(r -> r.name().equals(name))
          .findFirst()
          .ifPresentOrElse(
              roles::add,
              () -> in.reject("web.second-factor-roles", "\"" + name + "\" is no role"));
    }
    return roles;
  }

  /** Whether any port is to answer. */
  public boolean answers() {
    return enabled || healthPort >= 0;
  }

  /** The port that answers, with or without pages. */
  int frontPort() {
    return enabled ? port : healthPort;
  }
}
