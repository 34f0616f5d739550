package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInIT {
  private static TestWeb web;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
  }

  @Test
  void answers401EverywhereWithoutSignIn() throws Exception {
    for (String path :
        List.of(
            "/session",
            "/settings",
            "/positions",
            "/alerts",
            "/alerts/1/evidence",
            "/live",
            "/map/places",
            "/no-such-path",
            "")) {
      HttpResponse<String> answer = web.send(web.request("/api/v1" + path));
      assertEquals(401, answer.statusCode(), path);
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    }
    assertEquals(
        401,
        web.send(web.request("/api/v1/alerts/1/reviews").POST(BodyPublishers.ofString("{}")))
            .statusCode());
    assertEquals(401, web.send(bearer("/settings", "no such token")).statusCode());
  }

  @Test
  void setsACookieThatScriptsCannotRead() throws Exception {
    HttpResponse<String> answer = web.send(web.signInRequest("jian", PASSWORD));

    String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.startsWith("qingtu_session="), cookie);
    assertTrue(cookie.toLowerCase(Locale.ROOT).contains("httponly"), cookie);
    assertTrue(cookie.contains("SameSite=Strict"), cookie);
    assertTrue(cookie.contains("Path=/"), cookie);
    JsonNode user = new ObjectMapper().readTree(answer.body()).get("user");
    assertEquals("监管员", user.get("displayName").textValue());
    assertEquals("SUPERVISOR", user.get("role").textValue());
    HttpResponse<String> byCookie =
        web.send(web.request("/api/v1/session").header("Cookie", cookie.split(";")[0]));
    assertEquals(200, byCookie.statusCode());
  }

  @Test
  void sendsTheCookieOverTlsOnlyWhereTheProxySpeaksIt() throws Exception {
    HttpResponse<String> plain = web.send(web.signInRequest("jian", PASSWORD));
    HttpResponse<String> tls =
        web.send(web.signInRequest("jian", PASSWORD).header("X-Forwarded-Proto", "https"));
    assertFalse(plain.headers().firstValue("Set-Cookie").orElse("").contains("Secure"));
    assertTrue(tls.headers().firstValue("Set-Cookie").orElse("").contains("Secure"));
  }

  @Test
  void auditsASignInWithTheAddressThatTheProxyNames() throws Exception {
    web.send(web.signInRequest("jian", PASSWORD).header("X-Forwarded-For", "198.51.100.7"));
    assertEquals(
        1,
        web.database
            .query("select count(*) from audit where origin = '198.51.100.7'", r -> r.getInt(1))
            .get(0));
  }

  @Test
  void makesTheAdministratorOnlyWhereThereIsNobody() throws Exception {
    HttpResponse<String> answer = web.send(web.signInRequest("admin", PASSWORD));
    assertEquals(401, answer.statusCode(), "this database had accounts before the first start");
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownLoginWithTheSameWords() throws Exception {
    HttpResponse<String> wrong = web.send(web.signInRequest("huan", "wrong"));
    HttpResponse<String> unknown = web.send(web.signInRequest("nobody-here", "wrong"));
    assertEquals(401, wrong.statusCode());
    assertEquals(wrong.body(), unknown.body());
  }

  @Test
  void stopsGuessingAfterFiveWrongPasswords() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, web.send(web.signInRequest("guessed", "wrong" + i)).statusCode());
    }
    assertEquals(429, web.send(web.signInRequest("guessed", PASSWORD)).statusCode());
    assertEquals(200, web.send(web.signInRequest("jian", PASSWORD)).statusCode());
  }

  @Test
  void endsTheSessionOnSignOut() throws Exception {
    String token = web.signIn("jian");
    assertEquals(200, web.send(bearer("/session", token).DELETE()).statusCode());
    assertEquals(401, web.send(bearer("/session", token)).statusCode());
  }

  @Test
  void refusesACookieWriteOfAnotherSite() throws Exception {
    String cookie = "qingtu_session=" + web.signIn("jian");
    String own = "http://127.0.0.1:" + web.web.port();
    assertEquals(
        403,
        web.send(web.request("/api/v1/session").header("Cookie", cookie).DELETE()).statusCode());
    assertEquals(
        403,
        web.send(
                web.request("/api/v1/session")
                    .header("Cookie", cookie)
                    .header("Origin", "http://evil.example")
                    .DELETE())
            .statusCode());
    assertEquals(
        200,
        web.send(
                web.request("/api/v1/session")
                    .header("Cookie", cookie)
                    .header("Origin", own)
                    .DELETE())
            .statusCode());
  }

  @Test
  void namesTheFieldThatIsMissing() throws Exception {
    HttpResponse<String> answer =
        web.send(
            web.request("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\":\"jian\"}")));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("password: is missing"), answer.body());
    HttpResponse<String> empty =
        web.send(
            web.request("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody()));
    assertEquals(400, empty.statusCode());
  }

  @Test
  void refusesABodyThatAFormCouldSend() throws Exception {
    HttpResponse<String> answer =
        web.send(
            web.request("/api/v1/session")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"login\":\"jian\",\"password\":\"x\"}")));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("Content-Type"), answer.body());
  }

  @Test
  void keepsOnlyTheHashOfAToken() throws Exception {
    String token = web.signIn("jian");
    long plain =
        web.database
            .query(
                "select count(*) from session where encode(token_hash, 'escape') like ?",
                r -> r.getLong(1),
                "%" + token + "%")
            .get(0);
    assertEquals(0, plain);
    String stored =
        web.database
            .query("select password_hash from app_user where login = 'jian'", r -> r.getString(1))
            .get(0);
    assertFalse(stored.contains(PASSWORD));
    assertTrue(stored.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), stored);
  }

  @Test
  void isReadyAndCountsWithoutSignIn() throws Exception {
    assertEquals(200, web.send(web.request("/health/live")).statusCode());
    var ready = web.send(web.request("/health/ready"));
    assertEquals(200, ready.statusCode());
    assertEquals(
        "{\"status\":\"ready\",\"stage\":\"started\",\"journalEntries\":0,\"database\":\"up\"}",
        ready.body());
    HttpResponse<String> metrics = web.send(web.request("/metrics"));
    assertTrue(metrics.body().contains("web_live_readers"), metrics.body());
    assertTrue(
        metrics.headers().firstValue("Content-Security-Policy").orElse("").contains("'self'"));
  }

  private static HttpRequest.Builder bearer(String path, String token) {
    return web.request("/api/v1" + path).header("Authorization", "Bearer " + token);
  }
}
