package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.qingtu.web.oidc.OidcConfig;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in by an identity provider: what it says is believed only where all of it is right. */
class OidcIT {
  private static final String FAILED = "/?oidc=failed";
  private static final String UNKNOWN = "/?oidc=unknown";

  private static TestProvider provider;
  private static TestWeb web;

  @BeforeAll
  static void start() throws Exception {
    provider = new TestProvider();
    web =
        TestWeb.alone(
            OidcIT.class,
            new OidcConfig(
                provider.issuer(),
                TestProvider.CLIENT,
                TestProvider.SECRET,
                TestProvider.REDIRECT,
                "preferred_username",
                "统一认证"));
  }

  @AfterAll
  static void stop() {
    web.close();
    provider.close();
  }

  @BeforeEach
  void provideRight() {
    provider.makes(TestProvider::signed);
  }

  /** A browser: what it was sent to, and the cookie that it holds. */
  private record Begun(URI at, String cookie) {
    Map<String, String> query() {
      return TestProvider.fields(at.getRawQuery());
    }

    String state() {
      return query().get("state");
    }
  }

  private static Begun begin() throws Exception {
    HttpResponse<String> answer = web.send(web.request("/oidc/start"));
    assertEquals(302, answer.statusCode(), answer.body());
    return new Begun(
        URI.create(answer.headers().firstValue("Location").orElseThrow()),
        cookie(answer, "qingtu_oidc"));
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith(name + "="))
        .map(c -> c.substring(0, c.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  private static HttpResponse<String> comeBack(String cookie, String state, String code)
      throws Exception {
    HttpRequest.Builder request =
        web.request("/oidc/callback?state=" + TestWeb.escape(state) + "&code=" + code);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return web.send(request);
  }

  private static HttpResponse<String> signIn() throws Exception {
    Begun begun = begin();
    return comeBack(begun.cookie(), begun.state(), provider.signIn(begun.at()));
  }

  private static void assertRefused(String where, HttpResponse<String> answer) {
    assertEquals(302, answer.statusCode());
    assertEquals(where, answer.headers().firstValue("Location").orElseThrow());
    assertEquals("", cookie(answer, "qingtu_session"), "no session");
  }

  /** The account that a session is of. */
  private static JsonNode user(HttpResponse<String> signedIn) throws Exception {
    HttpResponse<String> answer =
        web.send(
            web.request("/api/v1/session").header("Cookie", cookie(signedIn, "qingtu_session")));
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body()).get("user");
  }

  @Test
  void leadsToTheProviderWithAllThatBindsTheWayBack() throws Exception {
    Begun begun = begin();
    assertTrue(begun.at().toString().startsWith(provider.issuer() + "/authorize?"));
    Map<String, String> query = begun.query();
    assertEquals("code", query.get("response_type"));
    assertEquals(TestProvider.CLIENT, query.get("client_id"));
    assertEquals(TestProvider.REDIRECT, query.get("redirect_uri"));
    assertEquals("S256", query.get("code_challenge_method"));
    assertTrue(query.get("scope").startsWith("openid"));
    Map<String, String> next = begin().query();
    for (String once : List.of("state", "nonce", "code_challenge")) {
      assertTrue(query.get(once).length() >= 32, once);
      assertNotEquals(query.get(once), next.get(once), once);
    }
  }

  @Test
  void signsInTheAccountThatTheClaimNames() throws Exception {
    HttpResponse<String> answer = signIn();
    assertEquals("/", answer.headers().firstValue("Location").orElseThrow());
    assertEquals("jian", user(answer).get("login").textValue());
    assertEquals("SUPERVISOR", user(answer).get("role").textValue(), "roles are ours");
    assertTrue(
        answer.headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("qingtu_session="))
            .map(c -> c.toLowerCase(Locale.ROOT))
            .allMatch(c -> c.contains("httponly") && c.contains("samesite=strict")));
  }

  @Test
  void aStateComesBackOnceAndToItsOwnBrowser() throws Exception {
    Begun begun = begin();
    assertRefused(FAILED, comeBack("", begun.state(), provider.signIn(begun.at())));
    assertRefused(FAILED, comeBack(begin().cookie(), begun.state(), provider.signIn(begun.at())));
    String code = provider.signIn(begun.at());
    assertEquals("jian", user(comeBack(begun.cookie(), begun.state(), code)).get("login").asText());
    assertRefused(FAILED, comeBack(begun.cookie(), begun.state(), provider.signIn(begun.at())));
    assertRefused(FAILED, comeBack("qingtu_oidc=x", "x", "code"));
    assertRefused(FAILED, comeBack(begun.cookie(), "", "code"));
  }

  @Test
  void aSignInComesBackToAnyProcessOfTheWebAndToOneOfThem() throws Exception {
    Begun begun = begin();
    String code = provider.signIn(begun.at());
    WebServer other = web.another();
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/oidc/callback?state=%s&code=%s"
                          .formatted(other.port(), TestWeb.escape(begun.state()), code)))
              .header("Cookie", begun.cookie());
      assertEquals("jian", user(web.send(request)).get("login").asText());
      assertRefused(FAILED, comeBack(begun.cookie(), begun.state(), provider.signIn(begun.at())));
    } finally {
      other.close();
    }
  }

  @Test
  void takesNoCodeOfAnotherSignIn() throws Exception {
    Begun one = begin();
    Begun other = begin();
    String stolen = provider.signIn(other.at());
    assertRefused(FAILED, comeBack(one.cookie(), one.state(), stolen));
    Begun none = begin();
    assertRefused(FAILED, comeBack(none.cookie(), none.state(), ""));
  }

  @Test
  void believesNoTokenThatIsForAnotherOrOutOfTime() throws Exception {
    Instant now = Instant.now();
    List<TestProvider.Maker> wrong =
        List.of(
            (c, key) -> TestProvider.signed(c.claim("nonce", "of another sign-in"), key),
            (c, key) -> TestProvider.signed(c.claim("nonce", null), key),
            (c, key) -> TestProvider.signed(c.audience("another client"), key),
            (c, key) -> TestProvider.signed(c.audience(List.of("qingtu", "another")), key),
            (c, key) -> TestProvider.signed(c.claim("azp", "another client"), key),
            (c, key) -> TestProvider.signed(c.issuer("https://elsewhere.example"), key),
            (c, key) -> TestProvider.signed(c.expirationTime(Date.from(now.minusSeconds(90))), key),
            (c, key) -> TestProvider.signed(c.expirationTime(null), key),
            (c, key) -> TestProvider.signed(c.subject(null), key));
    for (TestProvider.Maker maker : wrong) {
      provider.makes(maker);
      assertRefused(FAILED, signIn());
    }
  }

  @Test
  void believesNoSignatureButOneOfTheProvidersKeys() throws Exception {
    provider.makes((claims, key) -> new PlainJWT(claims.build()).serialize());
    assertRefused(FAILED, signIn());
    provider.makes(
        (claims, key) -> TestProvider.signed(claims, new RSAKeyGenerator(2048).generate()));
    assertRefused(FAILED, signIn());
    provider.makes(
        (claims, key) -> {
          // the public key taken for a shared secret
          SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
          token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
          return token.serialize();
        });
    assertRefused(FAILED, signIn());
    provider.makes(
        (claims, key) -> {
          String right = TestProvider.signed(claims, key);
          String other = TestProvider.signed(claims.claim("preferred_username", "guan"), key);
          return other.substring(0, other.lastIndexOf('.'))
              + right.substring(right.lastIndexOf('.'));
        });
    assertRefused(FAILED, signIn());
    provider.makes((claims, key) -> "no token");
    assertRefused(FAILED, signIn());
  }

  @Test
  void nobodyRegistersBySigningIn() throws Exception {
    int accounts = accounts();
    provider.makes((c, key) -> TestProvider.signed(c.claim("preferred_username", "neu"), key));
    assertRefused(UNKNOWN, signIn());
    provider.makes((c, key) -> TestProvider.signed(c.claim("preferred_username", null), key));
    assertRefused(FAILED, signIn());
    web.database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " values ('source:gate', 'gate', 'SOURCE', '')");
    provider.makes(
        (c, key) -> TestProvider.signed(c.claim("preferred_username", "source:gate"), key));
    assertRefused(UNKNOWN, signIn());
    web.database.update("update app_user set enabled = false where login = 'jian2'");
    provider.makes((c, key) -> TestProvider.signed(c.claim("preferred_username", "jian2"), key));
    assertRefused(UNKNOWN, signIn());
    assertEquals(accounts + 1, accounts());
    List<String> refused =
        web.database.query(
            "select object from audit where action = 'sign-in-refused' and detail->>'by' = 'oidc'",
            r -> r.getString(1));
    assertTrue(refused.contains("login/neu"), refused.toString());
  }

  private static int accounts() {
    return web.database.query("select count(*) from app_user", r -> r.getInt(1)).get(0);
  }

  @Test
  void whoHasASecondStepNeedsOneThereToo() throws Exception {
    web.database.update(
        "insert into second_factor (user_id, secret, made_at, confirmed_at)"
            + " select id, 'x', now(), now() from app_user where login = 'huan'");
    provider.makes((c, key) -> TestProvider.signed(c.claim("preferred_username", "huan"), key));
    assertRefused(UNKNOWN, signIn());
    provider.makes(
        (c, key) ->
            TestProvider.signed(
                c.claim("preferred_username", "huan").claim("amr", List.of("pwd", "mfa")), key));
    assertEquals("huan", user(signIn()).get("login").textValue());
  }

  @Test
  void passwordsGoOnBesideIt() throws Exception {
    assertTrue(web.signIn("guan").length() > 20);
    JsonNode offered = new ObjectMapper().readTree(web.send(web.request("/oidc")).body());
    assertTrue(offered.get("enabled").booleanValue());
    assertEquals("统一认证", offered.get("name").textValue());
    JsonNode none =
        new ObjectMapper()
            .readTree(TestWeb.shared().send(TestWeb.shared().request("/oidc")).body());
    assertEquals(false, none.get("enabled").booleanValue());
  }
}
