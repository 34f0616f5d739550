package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.Account.Role;
import io.qingtu.web.http.SecondFactors;
import io.qingtu.web.http.Sessions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sign-in with a password of an earlier version, with a second step, and the list of sessions. */
class SecondFactorIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static TestWeb web;

  @BeforeAll
  static void start() {
    web = TestWeb.alone(SecondFactorIT.class, Set.of(Role.AUDITOR));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  /** The code that a phone shows now, or so many steps later. */
  private static String code(int later) throws Exception {
    byte[] secret =
        web.database
            .query("select secret from second_factor order by id desc limit 1", r -> r.getBytes(1))
            .get(0);
    return SecondFactors.codeOf(secret, Instant.now().plusSeconds(30L * later));
  }

  private static HttpResponse<String> signIn(String login, String code) throws Exception {
    String body =
        JSON.createObjectNode()
            .put("login", login)
            .put("password", PASSWORD)
            .put("code", code)
            .toString();
    return web.send(
        web.request("/api/v1/session")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String problem(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body()).path("code").asText();
  }

  @Test
  void aRoleThatOwesASecondStepMayDoNothingBeforeItHasOne() throws Exception {
    String token = web.signIn("shen");
    assertTrue(web.get(token, "/session").at("/user/secondFactorOwed").booleanValue());
    assertEquals("second_factor_owed", web.get(token, "/audit", 403).get("code").textValue());
    assertEquals("second_factor_owed", web.get(token, "/sessions", 403).get("code").textValue());
    web.post(token, "/second-factor", "{\"password\":\"wrong\"}", 400);
    JsonNode shown = web.post(token, "/second-factor", "{\"password\":\"" + PASSWORD + "\"}", 201);
    String secret = shown.get("secret").textValue();
    assertEquals(32, secret.length());
    assertEquals(
        "otpauth://totp/%E6%B5%8B%E8%AF%95%E5%B8%82:shen?secret="
            + secret
            + "&issuer=%E6%B5%8B%E8%AF%95%E5%B8%82",
        shown.get("uri").textValue());
    web.post(token, "/second-factor/confirmation", "{\"code\":\"000000x\"}", 400);
    web.get(token, "/audit", 403);
    String code = code(0);
    JsonNode codes =
        web.post(token, "/second-factor/confirmation", "{\"code\":\"" + code + "\"}", 201)
            .get("recoveryCodes");
    assertEquals(10, codes.size());
    web.get(token, "/audit");

    assertEquals("code_needed", problem(signIn("shen", "")));
    assertEquals(401, signIn("shen", code).statusCode(), "it has been used");
    String next = code(1);
    assertEquals(200, signIn("shen", next).statusCode());
    assertEquals(401, signIn("shen", next).statusCode(), "a code is taken once");
    assertEquals(401, signIn("shen", "123").statusCode());
    assertEquals(200, signIn("shen", codes.get(0).textValue().toUpperCase()).statusCode());
    assertEquals(401, signIn("shen", codes.get(0).textValue()).statusCode());
    assertEquals(200, signIn("shen", codes.get(1).textValue()).statusCode());
    assertEquals(
        0,
        web.database
            .query(
                "select count(*) from recovery_code where encode(code_hash, 'escape') like ?",
                r -> r.getInt(1),
                "%" + codes.get(2).textValue() + "%")
            .get(0));

    web.post(web.signIn("jian"), "/second-factor/revocation", "{\"login\":\"shen\"}", 403);
    String administrator = web.signIn("guan");
    web.post(administrator, "/second-factor/revocation", "{\"login\":\"shen\"}", 201);
    web.post(administrator, "/second-factor/revocation", "{\"login\":\"shen\"}", 400);
    web.get(web.signIn("shen"), "/audit", 403);
  }

  @Test
  void aPasswordOfAnEarlierVersionIsHashedAnewAtItsSignIn() throws Exception {
    // PBKDF2-HMAC-SHA256 of "passwd" / "salt", one round (RFC 7914)
    String old = "pbkdf2-sha256$1$c2FsdA$VawEblbjCJ_sFpHCJUS2BflBhSFt3gRl5oudV8INrLw";
    web.database.update("update app_user set password_hash = ? where login = 'jian2'", old);
    assertEquals(401, web.send(web.signInRequest("jian2", "passwe")).statusCode());
    assertEquals(old, hash());
    assertEquals(200, web.send(web.signInRequest("jian2", "passwd")).statusCode());
    assertTrue(hash().startsWith("$argon2id$v=19$"), hash());
    assertEquals(200, web.send(web.signInRequest("jian2", "passwd")).statusCode());
    assertEquals(401, web.send(web.signInRequest("jian2", "passwe")).statusCode());
  }

  private static String hash() {
    return web.database
        .query("select password_hash from app_user where login = 'jian2'", r -> r.getString(1))
        .get(0);
  }

  @Test
  void oneSeesAndEndsOnesOwnSessionsAndTheAdministratorAll() throws Exception {
    String one = web.signIn("huan");
    String two = web.signIn("huan");
    JsonNode own = web.get(one, "/sessions").get("sessions");
    assertEquals(2, own.size());
    assertEquals(List.of("huan", "huan"), own.findValuesAsText("login"));
    assertEquals(
        1,
        LongStream.range(0, 2).filter(i -> own.get((int) i).get("current").booleanValue()).count());
    long second = own.get(0).get("current").booleanValue() ? id(own, 1) : id(own, 0);
    String other = web.signIn("jia");
    web.post(other, "/sessions/" + second + "/revocation", "", 404);
    web.get(two, "/session");
    web.post(one, "/sessions/" + second + "/revocation", "", 201);
    web.get(two, "/session", 401);
    web.post(one, "/sessions/" + second + "/revocation", "", 404);
    String administrator = web.signIn("guan");
    long last = id(web.get(one, "/sessions").get("sessions"), 0);
    web.post(administrator, "/sessions/" + last + "/revocation", "", 201);
    web.get(one, "/session", 401);
    assertTrue(
        web.get(administrator, "/sessions")
            .get("sessions")
            .findValuesAsText("login")
            .contains("jia"));
  }

  private static long id(JsonNode sessions, int i) {
    return sessions.get(i).get("id").longValue();
  }

  @Test
  void aSessionEndsWithoutUseAndAtItsTerm() throws Exception {
    String idle = web.signIn("wu");
    age(idle, "seen_at = now() - interval '29 min'");
    web.get(idle, "/session");
    age(idle, "seen_at = seen_at - interval '29 min'");
    web.get(idle, "/session");
    age(idle, "seen_at = now() - interval '31 min'");
    web.get(idle, "/session", 401);
    String old = web.signIn("wu");
    age(old, "expires_at = now()");
    web.get(old, "/session", 401);
    assertFalse(idle.equals(old));
  }

  private static void age(String token, String change) {
    web.database.update(
        "update session set " + change + " where token_hash = ?", Sessions.digest(token));
  }
}
