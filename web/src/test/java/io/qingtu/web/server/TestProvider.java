package io.qingtu.web.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small identity provider: discovery, keys, and codes that it gives for what the browser brought
 * and takes back once, from the right client with the right verifier.
 */
final class TestProvider implements AutoCloseable {
  static final String CLIENT = "qingtu";
  static final String SECRET = "a secret of the client: é&=";
  static final String REDIRECT = "https://map.example/oidc/callback";

  /** Makes the ID token of a right set of claims. */
  interface Maker {
    String token(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException;
  }

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Map<String, String>> begun = new ConcurrentHashMap<>();
  private volatile Maker maker = TestProvider::signed;

  TestProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", ctx -> answer(ctx, 200, discovery()));
    server.createContext(
        "/keys", ctx -> answer(ctx, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What its tokens are from now on. */
  void makes(Maker next) {
    maker = next;
  }

  static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private String discovery() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys"}"""
        .formatted(issuer());
  }

  /** As if somebody had signed in at the address to which the browser was sent; gives a code. */
  String signIn(URI at) {
    Map<String, String> query = fields(at.getRawQuery());
    String code = "code-" + begun.size();
    begun.put(code, query);
    return code;
  }

  static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      fields.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = begun.remove(sent.getOrDefault("code", ""));
    String basic = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    try {
      if (asked == null
          || !sent.get("grant_type").equals("authorization_code")
          || !sent.get("redirect_uri").equals(asked.get("redirect_uri"))
          || !challenge(sent.get("code_verifier")).equals(asked.get("code_challenge"))
          || !basic.equals(client())) {
        answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        return;
      }
      Instant now = Instant.now();
      JWTClaimsSet.Builder claims =
          new JWTClaimsSet.Builder()
              .issuer(issuer())
              .audience(CLIENT)
              .subject("4711")
              .issueTime(Date.from(now))
              .expirationTime(Date.from(now.plusSeconds(300)))
              .claim("nonce", asked.get("nonce"))
              .claim("preferred_username", "jian");
      String token = maker.token(claims, key);
      answer(exchange, 200, "{\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
    } catch (Exception e) {
      answer(exchange, 500, "{}");
    }
  }

  private static String client() {
    String both = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) throws Exception {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
