package io.qingtu.web.oidc;

import io.qingtu.server.config.ConfigReader;
import java.util.Optional;

/**
 * The identity provider that may sign people in.
 *
 * @param issuer as its tokens name it; its discovery document lies beneath
 * @param clientId as which it knows this server
 * @param clientSecret empty for a public client
 * @param redirectUri of this server, as the provider has it on file, to the letter
 * @param claim of the ID token that is the login of an account
 * @param name of the provider, on the button
 */
public record OidcConfig(
    String issuer,
    String clientId,
    String clientSecret,
    String redirectUri,
    String claim,
    String name) {
  /** Where the provider sends people back to. */
  static final String CALLBACK = "/oidc/callback";

  private static final String SAFE = "https://\\S+|http://(127\\.0\\.0\\.1|localhost)([:/]\\S*)?";

  /** Empty where no issuer is named. */
  public static Optional<OidcConfig> read(ConfigReader in) {
    OidcConfig config =
        new OidcConfig(
            in.text("web.oidc-issuer", ""),
            in.text("web.oidc-client-id", ""),
            in.text("web.oidc-client-secret", ""),
            in.text("web.oidc-redirect-uri", ""),
            in.text("web.oidc-claim", "preferred_username"),
            in.text("web.oidc-name", "统一身份认证"));
    if (config.issuer.isEmpty()) {
      return Optional.empty();
    }
    if (!config.issuer.matches(SAFE)) {
      in.reject("web.oidc-issuer", "\"" + config.issuer + "\" does not begin with https://");
    }
    if (config.clientId.isEmpty()) {
      in.reject("web.oidc-client-id", "is missing");
    }
    if (!config.redirectUri.matches(SAFE) || !config.redirectUri.endsWith(CALLBACK)) {
      in.reject(
          "web.oidc-redirect-uri",
          "\"" + config.redirectUri + "\" is no https address that ends in " + CALLBACK);
    }
    return Optional.of(config);
  }
}
