package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountsIT {
  private static TestWeb web;
  private static String administrator;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    administrator = web.signIn("guan");
  }

  @Test
  void givesANewAccountAPasswordThatItChanges() throws Exception {
    JsonNode made = add("xin1", "AUDITOR", "");
    String given = made.get("password").textValue();
    assertFalse(
        web.get(administrator, "/accounts").toString().contains(given),
        "the password is shown twice");
    String token = session("xin1", given, 200);
    String other = session("xin1", given, 200);
    change(token, "not " + given, "a long enough password", 400);
    change(token, given, "eleven char", 400);
    change(token, given, "xin1 is my login", 400);
    change(token, given, "twelve chars", 201);
    web.get(token, "/session");
    web.get(other, "/session", 401);
    session("xin1", given, 401);
    session("xin1", "twelve chars", 200);
  }

  @Test
  void disablesAnAccountAtOnceAndForAsLongAsNobodyEnablesIt() throws Exception {
    JsonNode made = add("xin2", "SUPERVISOR", "");
    String given = made.get("password").textValue();
    String token = session("xin2", given, 200);
    String access = "/accounts/" + made.get("id") + "/access";
    assertFalse(
        web.post(administrator, access, "{\"enabled\":false}", 201).get("enabled").booleanValue());
    web.get(token, "/session", 401);
    session("xin2", given, 401);
    web.post(administrator, access, "{\"enabled\":true}", 201);
    web.get(token, "/session", 401);
    session("xin2", given, 200);
  }

  @Test
  void givesAnotherPasswordWhereTheOldOneIsLost() throws Exception {
    JsonNode made = add("xin3", "LEADER", "");
    String given = made.get("password").textValue();
    String token = session("xin3", given, 200);
    String next =
        web.post(administrator, "/accounts/" + made.get("id") + "/password", "", 201)
            .get("password")
            .textValue();
    web.get(token, "/session", 401);
    session("xin3", given, 401);
    session("xin3", next, 200);
  }

  @Test
  void addsNobodyTwiceNorWithoutWhatTheRoleNeeds() throws Exception {
    add("xin4", "AUDITOR", "");
    refused("{\"login\":\"xin4\",\"displayName\":\"n\",\"role\":\"AUDITOR\"}", 409);
    refused("{\"login\":\"x\",\"displayName\":\"n\",\"role\":\"AUDITOR\"}", 400);
    refused("{\"login\":\"xin5\",\"displayName\":\" \",\"role\":\"AUDITOR\"}", 400);
    refused("{\"login\":\"xin5\",\"displayName\":\"n\",\"role\":\"SOURCE\"}", 400);
    refused("{\"login\":\"xin5\",\"displayName\":\"n\",\"role\":\"OFFICER\"}", 400);
    refused(
        "{\"login\":\"xin5\",\"displayName\":\"n\",\"role\":\"OFFICER\",\"company\":\"无此单位\"}",
        400);
    assertFalse(web.get(administrator, "/accounts").findValuesAsText("login").contains("xin5"));
  }

  @Test
  void isForAdministratorsAndNotForTheirOwnAccount() throws Exception {
    web.get(web.signIn("jian"), "/accounts", 403);
    JsonNode accounts = web.get(administrator, "/accounts").get("accounts");
    for (JsonNode account : accounts) {
      if (account.get("login").textValue().equals("guan")) {
        String own = "/accounts/" + account.get("id");
        web.post(administrator, own + "/access", "{\"enabled\":false}", 409);
        web.post(administrator, own + "/password", "", 409);
      }
    }
    assertEquals(200, web.send(web.signInRequest("guan", PASSWORD)).statusCode());
    web.post(administrator, "/accounts/99999/access", "{\"enabled\":false}", 404);
  }

  private static JsonNode add(String login, String role, String company) throws Exception {
    JsonNode made =
        web.post(
            administrator,
            "/accounts",
            "{\"login\":\"%s\",\"displayName\":\"新人\",\"role\":\"%s\",\"company\":\"%s\"}"
                .formatted(login, role, company),
            201);
    assertTrue(made.get("password").textValue().length() >= 16);
    return made;
  }

  private static void refused(String body, int status) throws Exception {
    web.post(administrator, "/accounts", body, status);
  }

  private static void change(String token, String before, String after, int status)
      throws Exception {
    web.post(
        token,
        "/session/password",
        "{\"password\":\"%s\",\"newPassword\":\"%s\"}".formatted(before, after),
        status);
  }

  /** Signs in; the token, or nothing where it is refused as expected. */
  private static String session(String login, String password, int status) throws Exception {
    var answer = web.send(web.signInRequest(login, password));
    assertEquals(status, answer.statusCode(), answer.body());
    return status == 200 ? new ObjectMapper().readTree(answer.body()).get("token").textValue() : "";
  }
}
