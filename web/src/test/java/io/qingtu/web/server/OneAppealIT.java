package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: what was appealed against before it became a case is not so again in it. */
class OneAppealIT {
  private static TestWeb web;
  private static String supervisor;
  private static String second;
  private static String dispatcher;
  private static int seconds;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(OneAppealIT.class, w -> {});
    supervisor = web.signIn("jian");
    second = web.signIn("jian2");
    dispatcher = web.signIn("jia");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  /** More than two hours from any other: they would be one case. */
  private static long confirmed() throws Exception {
    seconds -= 8_000;
    return confirmed(seconds);
  }

  private static long confirmed(int at) throws Exception {
    return Charges.confirmed(web, supervisor, TRUCK, at);
  }

  private static String lodged(long alert) throws Exception {
    return Charges.lodged(web, dispatcher, alert);
  }

  private static void reject(String appeal) throws Exception {
    web.post(second, "/appeals/" + appeal + "/decision", Charges.REJECT, 201);
  }

  /** A case that was dispatched to the company; two steps are on file. */
  private static long dispatched(long alert) throws Exception {
    long id = opened(alert);
    step(supervisor, id, 0, "FILE", "", 201);
    step(supervisor, id, 1, "DISPATCH", ",\"sideId\":1", 201);
    return id;
  }

  private static long opened(long alert) throws Exception {
    return web.post(supervisor, "/cases", "{\"alertId\":\"" + alert + "\"}", 201)
        .get("id")
        .longValue();
  }

  private static JsonNode step(
      String token, long id, int version, String move, String more, int status) throws Exception {
    String body = "{\"move\":\"%s\",\"version\":%d%s}".formatted(move, version, more);
    return web.post(token, "/cases/" + id + "/steps", body, status);
  }

  private static JsonNode appeal(long id, int status) throws Exception {
    return step(dispatcher, id, 2, "APPEAL", ",\"note\":\"不是我们\"", status);
  }

  private static boolean isOffered(long id) throws Exception {
    return web.get(dispatcher, "/cases/" + id).get("moves").toString().contains("\"APPEAL\"");
  }

  @Test
  void whatWasNeverAppealedAgainstIsInTheCase() throws Exception {
    long id = dispatched(confirmed());
    assertTrue(isOffered(id));
    assertEquals("OPEN", appeal(id, 201).get("appeal").textValue());
  }

  @Test
  void whatWasDecidedIsNotAppealedAgainstInTheCase() throws Exception {
    long alert = confirmed();
    String earlier = lodged(alert);
    reject(earlier);
    long id = dispatched(alert);
    assertFalse(isOffered(id));
    JsonNode refused = appeal(id, 409);
    assertEquals("refused_appealed", refused.get("code").textValue());
    assertEquals(
        "appeal " + earlier + " against alert " + alert + " was decided: REJECTED",
        refused.get("detail").textValue());
    assertEquals(2, web.get(supervisor, "/cases/" + id).get("steps").size());
  }

  @Test
  void whatIsUndecidedIsDecidedWhereItWasLodged() throws Exception {
    long alert = confirmed();
    String earlier = lodged(alert);
    long id = dispatched(alert);
    assertFalse(isOffered(id));
    assertEquals(
        "appeal " + earlier + " against alert " + alert + " waits for a decision",
        appeal(id, 409).get("detail").textValue());
    reject(earlier);
    assertEquals("refused_appealed", appeal(id, 409).get("code").textValue());
  }

  @Test
  void anotherViolationInTheSameCaseMayBeAppealedAgainst() throws Exception {
    long alert = confirmed();
    reject(lodged(alert));
    long other = confirmed(seconds - 60);
    long id = dispatched(alert);
    assertEquals(id, opened(other));
    assertTrue(isOffered(id));
    appeal(id, 201);
  }
}
