package io.qingtu.web.server;

import static io.qingtu.web.server.Charges.CONFIRM;
import static io.qingtu.web.server.Charges.LODGE;
import static io.qingtu.web.server.Charges.REJECT;
import static io.qingtu.web.server.Charges.UPHOLD;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: companies appeal against what was confirmed and no case took up. */
class AppealsIT {
  /** Noon of Wednesday is five working days after noon of the Wednesday before. */
  private static final Instant LAST_IN_TIME = Instant.parse("2026-11-11T04:00:00Z");

  private static TestWeb web;
  private static String supervisor;
  private static String second;
  private static String dispatcher;
  private static int seconds = -100;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(AppealsIT.class, AppealsIT::seed);
    supervisor = web.signIn("jian");
    second = web.signIn("jian2");
    dispatcher = web.signIn("jia");
  }

  private static void seed(TestWeb w) {
    new PlanStore(w.database).writeDistricts(Map.of("乙公司", "西区"));
    UserStore users = new UserStore(w.database);
    String hash = Passwords.hash(TestWeb.PASSWORD);
    users.add("xi", "西区监管员", Role.SUPERVISOR, Optional.of("西区"), hash);
    users.add("jian3", "第三监管员", Role.SUPERVISOR, Optional.empty(), hash);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static long raise(String plate) {
    seconds -= 400;
    return web.raise("M05", plate, seconds, 2).id();
  }

  /** An alert that the first supervisor has confirmed. */
  private static long confirmed(String plate) throws Exception {
    seconds -= 400;
    return Charges.confirmed(web, supervisor, plate, seconds);
  }

  private static String lodged(long alert) throws Exception {
    return Charges.lodged(web, dispatcher, alert);
  }

  private static String refusal(long alert) throws Exception {
    return web.post(dispatcher, "/alerts/" + alert + "/appeal", LODGE, 409).get("code").textValue();
  }

  private static List<String> alerts(String token, String state) throws Exception {
    List<String> found = new ArrayList<>();
    web.get(token, "/appeals?state=" + state)
        .get("appeals")
        .forEach(a -> found.add(a.get("alertId").textValue()));
    return found;
  }

  private static String standing(long alert) throws Exception {
    return web.get(supervisor, "/alerts/" + alert).at("/review/decision").textValue();
  }

  @Test
  void anUpheldAppealTakesTheConfirmationBackAndDeletesNothing() throws Exception {
    long alert = confirmed(TRUCK);
    assertTrue(alerts(dispatcher, "CHARGED").contains(Long.toString(alert)));
    JsonNode charge = web.get(dispatcher, "/alerts/" + alert + "/appeal").get("charge");
    assertTrue(charge.get("mayLodge").booleanValue());
    assertFalse(charge.get("mayDecide").booleanValue());
    assertEquals("2026-11-25T12:00:00+08:00", charge.get("until").textValue());
    String appeal = lodged(alert);
    assertFalse(alerts(dispatcher, "CHARGED").contains(Long.toString(alert)));
    assertTrue(alerts(second, "OPEN").contains(Long.toString(alert)));
    assertEquals("CONFIRMED", standing(alert));

    JsonNode decided = web.post(second, "/appeals/" + appeal + "/decision", UPHOLD, 201);
    assertEquals("UPHELD", decided.at("/appeal/decision").textValue());
    assertEquals("REJECTED", standing(alert));
    JsonNode told = web.get(dispatcher, "/alerts/" + alert + "/appeal").at("/charge/appeal");
    assertEquals("监控属实", told.get("decisionReason").textValue());
    assertEquals("第二监管员", told.get("decidedBy").textValue());
    assertTrue(alerts(dispatcher, "DECIDED").contains(Long.toString(alert)));
    assertEquals(
        List.of("CONFIRMED ", "REJECTED appeal_upheld"),
        web.database.query(
            "select decision, reason from review where alert_id = ? order by id",
            row -> row.getString("decision") + " " + row.getString("reason"),
            alert));
    assertEquals(
        List.of("review", "appeal-lodged", "appeal-upheld"),
        web.database.query(
            "select action from audit where object = ? order by id",
            row -> row.getString("action"),
            "alert/" + alert));
    // what an appeal has cleared nobody confirms anew, as the company could not appeal again
    assertEquals(
        "appeal_upheld",
        web.post(supervisor, "/alerts/" + alert + "/reviews", CONFIRM, 409)
            .get("code")
            .textValue());
    web.post(
        supervisor,
        "/alerts/" + alert + "/reviews",
        "{\"decision\":\"REJECTED\",\"reason\":\"other\"}",
        201);
  }

  @Test
  void aRejectedAppealLeavesItConfirmedAndIsTheOnlyOne() throws Exception {
    long alert = confirmed(TRUCK);
    String appeal = lodged(alert);
    assertEquals("appealed", refusal(alert));
    web.post(second, "/appeals/" + appeal + "/decision", REJECT, 201);
    assertEquals("CONFIRMED", standing(alert));
    assertEquals("appealed", refusal(alert));
    assertEquals(
        "decided",
        web.post(second, "/appeals/" + appeal + "/decision", UPHOLD, 409).get("code").textValue());
    assertEquals("CONFIRMED", standing(alert));
  }

  @Test
  void theSameAppealTwiceIsOne() throws Exception {
    long alert = confirmed(TRUCK);
    String named = "{\"reason\":\"在装货区内\",\"clientId\":\"appeal-001\"}";
    JsonNode first = web.post(dispatcher, "/alerts/" + alert + "/appeal", named, 201);
    assertEquals(first, web.post(dispatcher, "/alerts/" + alert + "/appeal", named, 201));
  }

  @Test
  void whoConfirmedItDoesNotDecide() throws Exception {
    long alert = confirmed(TRUCK);
    web.post(web.signIn("jian3"), "/alerts/" + alert + "/reviews", CONFIRM, 201);
    String appeal = lodged(alert);
    for (String confirmer : List.of(supervisor, web.signIn("jian3"))) {
      JsonNode seen = web.get(confirmer, "/alerts/" + alert + "/appeal").get("charge");
      assertFalse(seen.get("mayDecide").booleanValue());
      web.post(confirmer, "/appeals/" + appeal + "/decision", UPHOLD, 403);
    }
    JsonNode seen = web.get(second, "/alerts/" + alert + "/appeal").get("charge");
    assertTrue(seen.get("mayDecide").booleanValue());
    web.post(dispatcher, "/appeals/" + appeal + "/decision", UPHOLD, 403);
    web.post(web.signIn("huan"), "/appeals/" + appeal + "/decision", UPHOLD, 403);
    web.post(second, "/appeals/" + appeal + "/decision", REJECT, 201);
  }

  @Test
  void theTimeIsFiveWorkingDaysAfterTheFirstConfirmation() throws Exception {
    long inTime = confirmed(TRUCK);
    long late = confirmed(TRUCK);
    confirmedAt(inTime, LAST_IN_TIME);
    confirmedAt(late, LAST_IN_TIME.minusMillis(1));
    assertTrue(alerts(dispatcher, "CHARGED").contains(Long.toString(inTime)));
    assertFalse(alerts(dispatcher, "CHARGED").contains(Long.toString(late)));
    assertFalse(mayLodge(late));
    assertEquals("too_late", refusal(late));
    // to confirm it once more does not begin the time anew
    web.post(second, "/alerts/" + late + "/reviews", CONFIRM, 201);
    assertEquals("too_late", refusal(late));
    assertTrue(mayLodge(inTime));
    lodged(inTime);
  }

  private static boolean mayLodge(long alert) throws Exception {
    return web.get(dispatcher, "/alerts/" + alert + "/appeal")
        .at("/charge/mayLodge")
        .booleanValue();
  }

  private static void confirmedAt(long alert, Instant at) {
    web.database.update("update review set at = ? where alert_id = ?", at, alert);
  }

  @Test
  void onlyWhatIsConfirmedAndInNoCaseIsAppealedAgainst() throws Exception {
    long open = raise(TRUCK);
    assertEquals("not_charged", refusal(open));
    long rejected = confirmed(TRUCK);
    web.post(
        supervisor,
        "/alerts/" + rejected + "/reviews",
        "{\"decision\":\"REJECTED\",\"reason\":\"gps_drift\"}",
        201);
    assertEquals("not_charged", refusal(rejected));
    long withdrawn = confirmed(TRUCK);
    web.retract("M05", TRUCK, seconds, "OPEN");
    assertEquals("not_charged", refusal(withdrawn));
    long inCase = confirmed(TRUCK);
    JsonNode opened = web.post(supervisor, "/cases", "{\"alertId\":\"" + inCase + "\"}", 201);
    assertEquals("in_case", refusal(inCase));
    for (long alert : List.of(open, rejected, withdrawn, inCase)) {
      assertFalse(alerts(dispatcher, "CHARGED").contains(Long.toString(alert)));
      assertTrue(web.get(dispatcher, "/alerts/" + alert + "/appeal").get("charge").isNull());
    }
    // what was not filed leaves the company charged by the review alone
    web.post(
        supervisor,
        "/cases/" + opened.get("id") + "/steps",
        "{\"move\":\"REFUSE\",\"version\":0,\"note\":\"不予立案\"}",
        201);
    assertTrue(alerts(dispatcher, "CHARGED").contains(Long.toString(inCase)));
    lodged(inCase);
  }

  @Test
  void nobodyAppealsForAnother() throws Exception {
    long others = confirmed(OTHER_TRUCK);
    web.get(dispatcher, "/alerts/" + others + "/appeal", 404);
    web.post(dispatcher, "/alerts/" + others + "/appeal", LODGE, 404);
    assertFalse(alerts(dispatcher, "CHARGED").contains(Long.toString(others)));
    long own = confirmed(TRUCK);
    web.post(supervisor, "/alerts/" + own + "/appeal", LODGE, 403);
    web.post(web.signIn("guan"), "/alerts/" + own + "/appeal", LODGE, 403);
    String appeal = lodged(own);
    // another district
    web.post(web.signIn("xi"), "/appeals/" + appeal + "/decision", UPHOLD, 404);
    assertFalse(alerts(web.signIn("xi"), "OPEN").contains(Long.toString(own)));
  }

  @Test
  void somethingMustBeSaid() throws Exception {
    long alert = confirmed(TRUCK);
    JsonNode refused =
        web.post(dispatcher, "/alerts/" + alert + "/appeal", "{\"reason\":\" \"}", 400);
    assertTrue(refused.get("detail").textValue().startsWith("reason: "), refused.toString());
    String appeal = lodged(alert);
    String decision = "/appeals/" + appeal + "/decision";
    web.post(second, decision, "{\"decision\":\"UPHELD\",\"reason\":\"\"}", 400);
    web.post(second, decision, "{\"decision\":\"MAYBE\",\"reason\":\"x\"}", 400);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneDoes() throws Exception {
    String third = web.signIn("jian3");
    for (int i = 0; i < 5; i++) {
      long alert = confirmed(TRUCK);
      String path = "/appeals/" + lodged(alert) + "/decision";
      List<Integer> answers =
          Stream.of(decision(second, path, UPHOLD), decision(third, path, REJECT)).toList().stream()
              .map(CompletableFuture::join)
              .map(HttpResponse::statusCode)
              .sorted()
              .toList();
      assertEquals(List.of(201, 409), answers);
      boolean upheld =
          web.get(second, "/alerts/" + alert + "/appeal")
              .at("/charge/appeal/decision")
              .textValue()
              .equals("UPHELD");
      assertEquals(upheld ? "REJECTED" : "CONFIRMED", standing(alert));
    }
  }

  private static CompletableFuture<HttpResponse<String>> decision(
      String token, String path, String body) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return web.send(
                web.request("/api/v1" + path)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void theLiveFeedTellsBothSides() throws Exception {
    long alert = confirmed(TRUCK);
    try (LiveReader city = new LiveReader(web, second, "");
        LiveReader own = new LiveReader(web, dispatcher, "")) {
      String appeal = lodged(alert);
      String id = Long.toString(alert);
      city.next(m -> m.at("/appeal/alertId").asText().equals(id));
      web.post(second, "/appeals/" + appeal + "/decision", UPHOLD, 201);
      own.next(m -> m.at("/appeal/alertId").asText().equals(id));
      own.next(m -> m.at("/alert/review/reason").asText().equals("appeal_upheld"));
    }
  }

  @Test
  void isInTheEvidence() throws Exception {
    long alert = confirmed(TRUCK);
    web.post(second, "/appeals/" + lodged(alert) + "/decision", REJECT, 201);
    HttpResponse<byte[]> bundle =
        web.bytes(supervisor, "/api/v1/alerts/" + alert + "/evidence-bundle");
    JsonNode told =
        new ObjectMapper()
            .readTree(BundlesIT.files(bundle.body()).get("handling.json"))
            .get("appeal");
    assertEquals("当时在装货区内", told.get("reason").textValue());
    assertEquals("REJECTED", told.get("decision").textValue());
    assertEquals("证据充分", told.get("decisionReason").textValue());
  }
}
