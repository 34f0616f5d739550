package io.qingtu.web.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.qingtu.web.http.Json;
import io.qingtu.web.oidc.PendingSignIns.Pending;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The provider as its discovery document describes it. Its tokens are believed where a key of its
 * own has signed them, by an algorithm with a public key, for this server and for this sign-in.
 */
final class IdentityProvider {
  /** Neither none nor what a shared secret signs. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 256 * 1024;

  private record Discovery(URI authorization, URI token, JWKSource<SecurityContext> keys) {}

  private final OidcConfig config;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Asked for when it is first needed: the provider may come up later than this server. */
  private Discovery discovery;

  IdentityProvider(OidcConfig config) {
    this.config = config;
  }

  /** Where the browser goes to sign in. */
  URI signInAt(Pending pending) {
    Map<String, String> query = new TreeMap<>();
    query.put("response_type", "code");
    query.put("client_id", config.clientId());
    query.put("redirect_uri", config.redirectUri());
    query.put("scope", "openid profile");
    query.put("state", pending.state());
    query.put("nonce", pending.nonce());
    query.put("code_challenge", challenge(pending.verifier()));
    query.put("code_challenge_method", "S256");
    URI at = discovery().authorization();
    return URI.create(at + (at.getQuery() == null ? "?" : "&") + form(query));
  }

  /**
   * What the provider says of who has signed in.
   *
   * @throws OidcException where it says nothing, or nothing that can be believed
   */
  JWTClaimsSet exchange(String code, Pending pending) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", config.redirectUri());
    fields.put("code_verifier", pending.verifier());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(discovery().token())
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (config.clientSecret().isEmpty()) {
      fields.put("client_id", config.clientId());
    } else {
      request.header("Authorization", basic());
    }
    JsonNode answer = ask(request.POST(BodyPublishers.ofString(form(fields))));
    return verified(answer.path("id_token").asText(), pending.nonce());
  }

  private JWTClaimsSet verified(String token, String nonce) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, discovery().keys()));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            config.clientId(),
            new JWTClaimsSet.Builder().issuer(config.issuer()).claim("nonce", nonce).build(),
            Set.of("sub", "iat", "exp")));
    try {
      JWTClaimsSet claims = processor.process(token, null);
      String party = claims.getStringClaim("azp");
      if (party != null ? !party.equals(config.clientId()) : claims.getAudience().size() > 1) {
        throw new OidcException("the ID token was made for another client");
      }
      return claims;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new OidcException("the ID token is not believed", e);
    }
  }

  private synchronized Discovery discovery() {
    if (discovery == null) {
      JsonNode document =
          ask(
              HttpRequest.newBuilder(
                  URI.create(
                      config.issuer().replaceFirst("/$", "")
                          + "/.well-known/openid-configuration")));
      if (!document.path("issuer").asText().equals(config.issuer())) {
        throw new OidcException("the discovery document is of another issuer");
      }
      discovery =
          new Discovery(
              endpoint(document, "authorization_endpoint"),
              endpoint(document, "token_endpoint"),
              keys(endpoint(document, "jwks_uri")));
    }
    return discovery;
  }

  /** An address as safe as the issuer's. */
  private URI endpoint(JsonNode document, String name) {
    String text = document.path(name).asText();
    if (!text.startsWith("https://") && !config.issuer().startsWith("http://")) {
      throw new OidcException("the discovery document has no safe " + name);
    }
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new OidcException("the discovery document has no " + name, e);
    }
  }

  private static JWKSource<SecurityContext> keys(URI at) {
    int millis = (int) PATIENCE.toMillis();
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              at.toURL(), new DefaultResourceRetriever(millis, millis, MOST_BYTES))
          .refreshAheadCache(false)
          .build();
    } catch (MalformedURLException e) {
      throw new OidcException("the discovery document has no jwks_uri", e);
    }
  }

  private JsonNode ask(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> answer =
          http.send(
              request.header("Accept", "application/json").timeout(PATIENCE).build(),
              BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(MOST_BYTES);
        if (answer.statusCode() != 200) {
          throw new OidcException("the identity provider answered " + answer.statusCode());
        }
        return Json.MAPPER.readTree(bytes);
      }
    } catch (IOException e) {
      throw new OidcException("the identity provider cannot be asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OidcException("interrupted", e);
    }
  }

  private String basic() {
    String both = encoded(config.clientId()) + ":" + encoded(config.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
