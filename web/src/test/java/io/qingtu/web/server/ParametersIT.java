package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.fixtures.Patience;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two persons change a parameter: one proposes, another approves what its trial has shown. */
class ParametersIT {
  private static TestWeb web;
  private static String administrator;
  private static String owner;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(ParametersIT.class, w -> {});
    administrator = web.signIn("guan");
    owner = web.signIn("gui");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static int newest() throws Exception {
    return web.get(administrator, "/rules").get("newest").intValue();
  }

  private static JsonNode propose(String company, String values, String further, int status)
      throws Exception {
    String body =
        "{\"base\":%d,\"company\":\"%s\",\"values\":{%s},\"reason\":\"误报偏多\"%s}"
            .formatted(newest(), company, values, further);
    return web.post(administrator, "/parameter-proposals", body, status);
  }

  private static JsonNode decide(String token, JsonNode proposal, String decision, int status)
      throws Exception {
    return web.post(
        token,
        "/parameter-proposals/" + proposal.get("id").textValue() + "/decision",
        "{\"decision\":\"" + decision + "\",\"reason\":\"已看试算\"}",
        status);
  }

  private static void awaitTrial(JsonNode proposal) {
    Patience.await("the trial of the proposal")
        .until(
            () -> web.get(owner, "/trials/" + proposal.get("trialId").textValue()),
            trial -> trial.get("state").textValue().equals("DONE"));
  }

  private static double value(String name) throws Exception {
    for (JsonNode p : web.get(administrator, "/rules").get("parameters")) {
      if (p.get("name").textValue().equals(name)) {
        return p.get("value").doubleValue();
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void whatIsApprovedIsInForceAndOnFile() throws Exception {
    int before = newest();
    JsonNode proposal = propose("", "\"v_cov\":12", "", 201);
    assertTrue(proposal.get("own").booleanValue());
    awaitTrial(proposal);
    JsonNode trial = web.get(owner, "/trials/" + proposal.get("trialId").textValue());
    assertEquals("2026-10-19T00:00:00+08:00", trial.get("from").textValue(), "thirty days");
    assertEquals("2026-11-18T00:00:00+08:00", trial.get("to").textValue());
    assertEquals(10, value("v_cov"));
    JsonNode decided = decide(owner, proposal, "APPROVED", 201);
    assertEquals("规则审批人", decided.get("decidedBy").textValue());
    assertFalse(decided.get("own").booleanValue());
    assertEquals(12, value("v_cov"));
    JsonNode version = web.get(owner, "/parameter-versions").get("versions").get(0);
    assertEquals(before + 1, version.get("number").intValue());
    assertTrue(version.get("inForce").booleanValue());
    assertEquals(proposal.get("id"), version.get("proposalId"));
    assertEquals(
        "[{\"company\":\"\",\"name\":\"v_cov\",\"before\":10.0,\"after\":12.0}]",
        version.get("changes").toString());
    JsonNode numbers = web.get(owner, "/parameter-versions/" + (before + 1));
    assertEquals(12, numbers.get("parameters").get("v_cov").doubleValue());
    assertEquals(
        10,
        web.get(owner, "/parameter-versions/" + before)
            .get("parameters")
            .get("v_cov")
            .doubleValue());
    List<String> lines =
        web.database.query(
            "select action from audit where object = ? order by id",
            r -> r.getString(1),
            "proposal/" + proposal.get("id").textValue());
    assertEquals(List.of("parameters-proposed", "parameters-approved"), lines);
  }

  @Test
  void waitsForTheMomentThatItNames() throws Exception {
    double before = value("t_cov");
    JsonNode proposal =
        propose("", "\"t_cov\":77", ",\"inForceFrom\":\"2026-11-20T00:00:00+08:00\"", 201);
    awaitTrial(proposal);
    decide(owner, proposal, "APPROVED", 201);
    assertEquals(before, value("t_cov"));
    JsonNode version = web.get(owner, "/parameter-versions").get("versions").get(0);
    assertEquals("2026-11-20T00:00:00+08:00", version.get("inForceFrom").textValue());
    assertFalse(version.get("inForce").booleanValue());
    JsonNode rules = web.get(owner, "/rules");
    assertTrue(rules.get("newest").intValue() > rules.get("number").intValue());
  }

  @Test
  void refusesOneEyePairAndOutdatedBases() throws Exception {
    JsonNode first = propose("甲公司", "\"cov_m\":150", "", 201);
    JsonNode second = propose("甲公司", "\"cov_m\":160", "", 201);
    awaitTrial(first);
    awaitTrial(second);
    decide(administrator, first, "APPROVED", 403);
    decide(owner, first, "WITHDRAWN", 403);
    decide(web.signIn("jian"), first, "APPROVED", 403);
    decide(owner, first, "APPROVED", 201);
    assertEquals("outdated", decide(owner, second, "APPROVED", 409).get("code").textValue());
    assertEquals("decided", decide(owner, first, "REJECTED", 409).get("code").textValue());
    decide(administrator, second, "WITHDRAWN", 201);
    String outdated = "{\"base\":1,\"values\":{\"cov_m\":1},\"reason\":\"x\"}";
    web.post(administrator, "/parameter-proposals", outdated, 409);
  }

  @Test
  void refusesWhatIsNoProposal() throws Exception {
    propose("", "\"v_cow\":12", "", 400);
    propose("", "", "", 400);
    propose("丙公司", "\"v_cov\":12", "", 400);
    propose("", "\"v_cov\":12", ",\"reason\":\" \"", 400);
    propose("", "\"v_cov\":12", ",\"inForceFrom\":\"soon\"", 400);
    String body = "{\"base\":%d,\"values\":{\"v_cov\":12},\"reason\":\"x\"}".formatted(newest());
    web.post(owner, "/parameter-proposals", body, 403);
    web.post(web.signIn("jia"), "/parameter-proposals", body, 403);
    web.get(web.signIn("jia"), "/parameter-proposals", 403);
    web.get(web.signIn("jia"), "/parameter-versions", 403);
    web.get(administrator, "/parameter-versions/999", 404);
    web.post(
        owner,
        "/parameter-proposals/999/decision",
        "{\"decision\":\"APPROVED\",\"reason\":\"x\"}",
        404);
  }
}
