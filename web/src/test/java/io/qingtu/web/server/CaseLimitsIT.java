package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two persons change how long a case may take: one proposes, another approves. */
class CaseLimitsIT {
  private static TestWeb web;
  private static String administrator;
  private static String owner;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(CaseLimitsIT.class, w -> {});
    administrator = web.signIn("guan");
    owner = web.signIn("gui");
    supervisor = web.signIn("jian");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void whatIsApprovedIsInForceForTheCasesThatComeThen() throws Exception {
    JsonNode before = open(web.raise("S07", TRUCK, -40_000, 2).id());
    JsonNode proposal = propose("\"CLEANING/FILING\":{\"amount\":6,\"unit\":\"CLOCK_HOUR\"}", 201);
    assertTrue(proposal.get("own").booleanValue());
    assertEquals("{\"amount\":0.5,\"unit\":\"CLOCK_HOUR\"}", row("CLEANING/FILING", "limit"));
    JsonNode decided = decide(owner, proposal, "APPROVED", 201);
    assertEquals("APPROVED", decided.get("decision").textValue());
    assertEquals("{\"amount\":6.0,\"unit\":\"CLOCK_HOUR\"}", row("CLEANING/FILING", "limit"));
    assertEquals("{\"amount\":0.5,\"unit\":\"CLOCK_HOUR\"}", row("CLEANING/FILING", "initial"));
    JsonNode version = web.get(owner, "/case-limit-versions").get("versions").get(0);
    assertTrue(version.get("inForce").booleanValue());
    assertEquals(version.get("number").toString(), row("CLEANING/FILING", "version"));
    assertEquals("1", row("CLEANING/DISPATCH", "version"));
    assertEquals(proposal.get("id"), version.get("proposalId"));
    assertEquals(
        "[{\"row\":\"CLEANING/FILING\",\"before\":{\"amount\":0.5,\"unit\":\"CLOCK_HOUR\"},"
            + "\"after\":{\"amount\":6.0,\"unit\":\"CLOCK_HOUR\"}}]",
        version.get("changes").toString());
    String due = before.get("dueAt").textValue();
    String path = "/cases/" + before.get("id");
    assertEquals(due, web.get(supervisor, path).get("dueAt").textValue());
    JsonNode after = open(web.raise("S07", TRUCK, -60_000, 2).id());
    assertTrue(after.get("dueAt").textValue().compareTo(due) > 0);
    List<String> lines =
        web.database.query(
            "select action from audit where object = ? order by id",
            r -> r.getString(1),
            "case-limits/" + proposal.get("id").textValue());
    assertEquals(List.of("case-limits-proposed", "case-limits-approved"), lines);
  }

  @Test
  void waitsForTheMomentThatItNames() throws Exception {
    String before = row("WATER/HANDLING", "limit");
    JsonNode proposal =
        propose(
            "\"WATER/HANDLING\":{\"amount\":2,\"unit\":\"WORKING_DAY\"}",
            ",\"inForceFrom\":\"2026-11-20T00:00:00+08:00\"",
            201);
    decide(owner, proposal, "APPROVED", 201);
    assertEquals(before, row("WATER/HANDLING", "limit"));
    JsonNode version = web.get(owner, "/case-limit-versions").get("versions").get(0);
    assertEquals("2026-11-20T00:00:00+08:00", version.get("inForceFrom").textValue());
    assertFalse(version.get("inForce").booleanValue());
    JsonNode table = web.get(owner, "/case-limits");
    assertTrue(table.get("newest").intValue() > table.get("number").intValue());
  }

  @Test
  void refusesOneEyePairAndOutdatedBases() throws Exception {
    JsonNode first = propose("\"POINT/HANDLING\":{\"amount\":3,\"unit\":\"WORKING_HOUR\"}", 201);
    JsonNode second = propose("\"POINT/HANDLING\":{\"amount\":5,\"unit\":\"WORKING_HOUR\"}", 201);
    decide(administrator, first, "APPROVED", 403);
    decide(owner, first, "WITHDRAWN", 403);
    decide(supervisor, first, "APPROVED", 403);
    decide(owner, first, "APPROVED", 201);
    assertEquals("outdated", decide(owner, second, "APPROVED", 409).get("code").textValue());
    assertEquals("decided", decide(owner, first, "REJECTED", 409).get("code").textValue());
    decide(administrator, second, "WITHDRAWN", 201);
    String outdated =
        "{\"base\":1,\"limits\":{\"POINT/HANDLING\":{\"amount\":3,\"unit\":\"WORKING_HOUR\"}},"
            + "\"reason\":\"x\"}";
    web.post(administrator, "/case-limit-proposals", outdated, 409);
  }

  @Test
  void refusesWhatIsNoLimitAndNamesItsRow() throws Exception {
    for (String amount : List.of("0", "-1", "100000", "1e300", "\"2\"", "null")) {
      String told =
          propose("\"HEATING/FILING\":{\"amount\":" + amount + ",\"unit\":\"WORKING_DAY\"}", 400)
              .get("detail")
              .textValue();
      assertTrue(told.contains("HEATING/FILING"), told);
    }
    propose("\"HEATING/FILING\":{\"amount\":1,\"unit\":\"FORTNIGHT\"}", 400);
    propose("\"HEATING/SLEEPING\":{\"amount\":1,\"unit\":\"WORKING_DAY\"}", 400);
    propose("\"HEATING/FILING\":7", 400);
    propose("", 400);
    String body =
        "{\"base\":%d,\"limits\":{\"HEATING/FILING\":{\"amount\":1,\"unit\":\"WORKING_DAY\"}},\"reason\":\"x\"}"
            .formatted(newest());
    web.post(owner, "/case-limit-proposals", body, 403);
    web.post(web.signIn("jia"), "/case-limit-proposals", body, 403);
    web.get(web.signIn("jia"), "/case-limit-proposals", 403);
    web.get(web.signIn("jia"), "/case-limit-versions", 403);
    assertEquals(
        web.get(owner, "/case-limits").get("rows"),
        web.get(web.signIn("jia"), "/case-limits").get("rows"));
    web.post(
        owner,
        "/case-limit-proposals/999/decision",
        "{\"decision\":\"APPROVED\",\"reason\":\"x\"}",
        404);
  }

  private static int newest() throws Exception {
    return web.get(administrator, "/case-limits").get("newest").intValue();
  }

  private static String row(String name, String field) throws Exception {
    for (JsonNode row : web.get(supervisor, "/case-limits").get("rows")) {
      if (row.get("row").textValue().equals(name)) {
        return row.get(field).toString();
      }
    }
    throw new AssertionError(name);
  }

  private static JsonNode open(long alert) throws Exception {
    return web.post(supervisor, "/cases", "{\"alertId\":\"" + alert + "\"}", 201);
  }

  private static JsonNode propose(String limits, int status) throws Exception {
    return propose(limits, "", status);
  }

  private static JsonNode propose(String limits, String further, int status) throws Exception {
    String body =
        "{\"base\":%d,\"reason\":\"市里有新规\",\"limits\":{%s}%s}".formatted(newest(), limits, further);
    return web.post(administrator, "/case-limit-proposals", body, status);
  }

  private static JsonNode decide(String token, JsonNode proposal, String decision, int status)
      throws Exception {
    return web.post(
        token,
        "/case-limit-proposals/" + proposal.get("id").textValue() + "/decision",
        "{\"decision\":\"" + decision + "\",\"reason\":\"已看\"}",
        status);
  }
}
