package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.casework.CaseClerk;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What clerks scan, gates see, managers order and the system sees of roads: and what is refused.
 */
class PapersIT {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static TestWeb web;
  private static String supervisor;
  private static String manager;
  private static String site;
  private static String ground;
  private static String gate;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(PapersIT.class, PapersIT::seed);
    supervisor = web.signIn("jian");
    manager = web.signIn("huan");
    site = web.signIn("site");
    ground = web.signIn("ground");
    gate =
        web.post(web.signIn("guan"), "/tokens", "{\"source\":\"卡口\",\"days\":9}", 201)
            .get("token")
            .textValue();
  }

  private static void seed(TestWeb w) {
    w.database.update(
        "insert into company (name, kind, place_id) values ('一号工地', 'PLACE', 'P1'),"
            + " ('远处', 'PLACE', 'P2')");
    for (String id : new String[] {"W1", "W2", "W3"}) {
      w.database.update(
          "insert into waybill (id, plate, site_id, disposal_id, quantity_t) values (?, ?, 'P1', 'P2', 15)",
          id,
          TRUCK);
    }
    w.database.update(
        "insert into requirement (id, segment_id, side, op, passes, window_from, window_to, days,"
            + " contractor) values ('Q8', 'S1', 'BOTH', 'SWEEP', 1, '11:00', '14:00', '1-7', '甲公司'),"
            + " ('Q9', 'S1', 'BOTH', 'SWEEP', 1, '11:00', '13:00', '1-7', '甲公司')");
    for (String side : new String[] {"FWD", "REV"}) {
      running(w, "Q8", side, NOW.plusSeconds(7200));
      running(w, "Q9", side, NOW.plusSeconds(3600));
    }
    UserStore users = new UserStore(w.database);
    String hash = Passwords.hash(TestWeb.PASSWORD);
    users.add("site", "工地管理员", Role.CLERK, Optional.of("一号工地"), hash);
    users.add("ground", "消纳场管理员", Role.CLERK, Optional.of("远处"), hash);
  }

  private static void running(TestWeb w, String requirement, String side, Instant end) {
    w.database.update(
        "insert into pass_result values (?, 'S1', ?, 'SWEEP', ?, ?, 1, 0, 0.6, 'RUNNING', null,"
            + " null, '{}', false)",
        requirement,
        side,
        NOW.minusSeconds(3600),
        end);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static JsonNode scan(String token, String id, String kind, String name, int status)
      throws Exception {
    return web.post(
        token,
        "/waybills/" + id + "/scans",
        "{\"kind\":\"%s\",\"clientId\":\"%s\",\"note\":\"\"}".formatted(kind, name),
        status);
  }

  @Test
  void aClerkLooksAfterTheOwnAccountAndReadsNothingElse() throws Exception {
    assertTrue(web.get(site, "/sessions").toString().contains("127.0.0.1"));
    web.post(site, "/second-factor", "{\"password\":\"" + TestWeb.PASSWORD + "\"}", 201);
    for (String path : new String[] {"/vehicles", "/alerts", "/exemptions", "/shift-log"}) {
      assertEquals("forbidden", web.get(site, path, 403).get("code").textValue(), path);
    }
  }

  @Test
  void isScannedOutByItsSiteAndInByItsGroundOnce() throws Exception {
    scan(ground, "W1", "OUT", "scan-wrong-1", 409);
    String out = scan(site, "W1", "OUT", "scan-out-01", 201).get("scanOut").textValue();
    assertEquals(NOW, OffsetDateTime.parse(out).toInstant());
    // the phone heard nothing and sends it again
    scan(site, "W1", "OUT", "scan-out-01", 201);
    scan(site, "W1", "OUT", "scan-out-02", 409);
    scan(site, "W1", "IN", "scan-in-001", 409);
    assertTrue(scan(ground, "W1", "IN", "scan-in-002", 201).get("scanIn").isTextual());
    assertEquals(
        2,
        web.database
            .query("select count(*) from waybill_scan where waybill_id = 'W1'", r -> r.getInt(1))
            .get(0));
  }

  @Test
  void anExceptionSaysWhatIsWrongAndLeavesThePaperAsItIs() throws Exception {
    scan(site, "W2", "EXCEPTION", "scan-exc-01", 400);
    JsonNode noted =
        web.post(
            site,
            "/waybills/W2/scans",
            "{\"kind\":\"EXCEPTION\",\"clientId\":\"scan-exc-02\",\"note\":\"车牌不符\"}",
            201);
    assertEquals("车牌不符", noted.get("exception").textValue());
    assertTrue(noted.get("scanOut").isNull());
  }

  @Test
  void aClerkSeesThePapersOfTheOwnPlaceAndNothingElse() throws Exception {
    web.database.update(
        "insert into waybill (id, plate, site_id, disposal_id) values ('WX', ?, 'P7', 'P8')",
        TRUCK);
    JsonNode papers = web.get(site, "/waybills");
    assertEquals("P1", papers.get("placeId").textValue());
    assertEquals(Set.of("W1", "W2", "W3"), Set.copyOf(papers.findValuesAsText("id")));
    scan(site, "WX", "OUT", "scan-other-1", 404);
    for (String path : new String[] {"/vehicles", "/alerts", "/positions", "/trips"}) {
      web.get(site, path, 403);
    }
    web.get(supervisor, "/waybills", 403);
  }

  private static HttpResponse<String> capture(String query, byte[] body) throws Exception {
    return web.send(
        web.request(
                "/api/v1/captures?camera=G1&place=P1&direction=OUT&plate=%s&%s"
                    .formatted(escape(TRUCK), query))
            .header("Authorization", "Bearer " + gate)
            .header("Content-Type", "image/png")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void aPictureOfAGateRaisesTheGradeOfAnAlertThatItStandsWith() throws Exception {
    long bare = web.raise("M12", TRUCK, -4000, 2).id();
    String raise = "{\"decision\":\"CONFIRMED\",\"grade\":\"A\"}";
    assertEquals(
        "no_evidence",
        web.post(supervisor, "/alerts/" + bare + "/reviews", raise, 409).get("code").textValue());
    long seen = web.raise("M12", TRUCK, -2000, 2).id();
    String time = "time=" + NOW.minusSeconds(2000) + "&wheelDirty=YES";
    assertEquals(415, capture(time, new byte[] {1, 2, 3}).statusCode());
    HttpResponse<String> filed = capture(time, PICTURE);
    assertEquals(201, filed.statusCode(), filed.body());
    assertTrue(new ObjectMapper().readTree(filed.body()).get("mediaId").isTextual());
    web.post(
        supervisor,
        "/alerts/" + seen + "/reviews",
        "{\"decision\":\"CONFIRMED\",\"grade\":\"B\"}",
        400);
    JsonNode raised = web.post(supervisor, "/alerts/" + seen + "/reviews", raise, 201);
    assertEquals("B", raised.get("grade").textValue(), "the rule's own");
    assertEquals("A", raised.get("review").get("grade").textValue());
    JsonNode made = web.post(supervisor, "/cases", "{\"alertId\":\"" + seen + "\"}", 201);
    assertEquals("A", made.get("grade").textValue());
  }

  @Test
  void aCaptureIsNotFromTheFuture() throws Exception {
    assertEquals(400, capture("time=" + NOW.plusSeconds(601), PICTURE).statusCode());
    assertEquals(201, capture("time=" + NOW.plusSeconds(600), new byte[0]).statusCode());
  }

  private static String order(String road, Instant end, String plate) {
    return "{\"road\":\"%s\",\"contractor\":\"甲公司\",\"windowEnd\":\"%s\",\"plate\":\"%s\"}"
        .formatted(road, end, plate);
  }

  @Test
  void aVehicleIsSentToARoadWhileItsWindowRunsAndLacks() throws Exception {
    Instant end = NOW.plusSeconds(7200);
    web.post(supervisor, "/sweeping/orders", order("东风街", end, TRUCK), 403);
    web.post(manager, "/sweeping/orders", order("东风街", end.plusSeconds(1), TRUCK), 409);
    web.post(manager, "/sweeping/orders", order("西风街", end, TRUCK), 409);
    web.post(manager, "/sweeping/orders", order("东风街", end, "鲁G00000"), 400);
    assertTrue(
        web.post(manager, "/sweeping/orders", order("东风街", end, TRUCK), 201)
            .get("told")
            .booleanValue());
    JsonNode orders = web.get(manager, "/sweeping").get("orders");
    assertEquals(1, orders.size());
    assertEquals(TRUCK, orders.get(0).get("plate").textValue());
    assertEquals("环卫管理员", orders.get(0).get("by").textValue());
    JsonNode commands = web.get(supervisor, "/vehicles/" + escape(TRUCK) + "/commands");
    assertTrue(commands.toString().contains("前到东风街补扫"), commands.toString());
    // another company sees nothing of it
    web.database.update("insert into company (name) values ('丙公司')");
    new UserStore(web.database)
        .add("bing", "丙", Role.DISPATCHER, Optional.of("丙公司"), Passwords.hash(TestWeb.PASSWORD));
    assertEquals(0, web.get(web.signIn("bing"), "/sweeping").get("orders").size());
  }

  @Test
  void aTruckWithoutAWaybillBecomesACaseOfItsCompanyOnce() throws Exception {
    String path = "/waybills/missing";
    String report = "{\"plate\":\" %s \",\"note\":\"装土\",\"clientId\":\"%s\"}";
    assertEquals(
        "OPENED",
        web.post(site, path, report.formatted(OTHER_TRUCK, "missing-1"), 201)
            .get("fate")
            .textValue());
    assertEquals(
        "KNOWN",
        web.post(site, path, report.formatted(OTHER_TRUCK, "missing-1"), 201)
            .get("fate")
            .textValue());
    JsonNode cases = web.get(supervisor, "/cases?plate=" + escape(OTHER_TRUCK)).get("cases");
    JsonNode one =
        StreamSupport.stream(cases.spliterator(), false)
            .filter(c -> c.get("title").textValue().equals("车辆无联单 " + OTHER_TRUCK + "，一号工地"))
            .findFirst()
            .orElseThrow();
    assertEquals("VIOLATION", one.get("type").textValue());
    assertEquals("乙公司", one.get("company").textValue());
    assertEquals(1, one.get("sources").intValue());
    assertTrue(one.get("lon").isNumber());
    for (String wrong : List.of(report.formatted(" ", "missing-2"), report.formatted("x", "s"))) {
      web.post(site, path, wrong, 400);
    }
    web.post(supervisor, path, report.formatted(OTHER_TRUCK, "missing-3"), 403);
  }

  private static String toPoint(String point, Instant end, String plate) {
    return "{\"pointId\":\"%s\",\"windowEnd\":\"%s\",\"plate\":\"%s\"}"
        .formatted(point, end, plate);
  }

  private static void duty(String point, Instant start, Instant end, String state) {
    web.database.update(
        "insert into point_duty values (?, ?, ?, ?, ?, '', null, null, null, null, null)",
        point,
        start,
        end,
        state,
        !state.equals("RUNNING") && !state.equals("UPCOMING"));
  }

  @Test
  void aTruckIsSentToAPointThatCanStillBeServed() throws Exception {
    Instant end = NOW.plusSeconds(7200);
    Instant late = NOW.minusSeconds(600);
    web.database.update(
        "insert into collection_point values"
            + " ('K1', 119.1, 36.7, '04:00', '08:00', '1', '甲公司'),"
            + " ('K2', 119.1, 36.7, '04:00', '08:00', '1', '甲公司')");
    web.database.update(
        "insert into vehicle (plate, kind, company_id, sensors) select '鲁V00777',"
            + " 'COLLECTION_TRUCK', id, '' from company where name = '甲公司'");
    duty("K1", NOW.minusSeconds(60), end, "RUNNING");
    duty("K1", NOW.minusSeconds(7200), late, "RUNNING");
    duty("K2", NOW.minusSeconds(60), end, "SERVED");
    String path = "/collection-points/orders";
    web.post(supervisor, path, toPoint("K1", end, "鲁V00777"), 403);
    web.post(manager, path, toPoint("K1", end.plusSeconds(1), "鲁V00777"), 409);
    web.post(manager, path, toPoint("K2", end, "鲁V00777"), 409);
    web.post(manager, path, toPoint("K1", end, "鲁G00000"), 400);
    assertTrue(
        web.post(manager, path, toPoint("K1", end, TRUCK), 400)
            .get("detail")
            .textValue()
            .contains("no collection truck"));
    assertEquals(0, web.get(manager, "/collection-points").get("orders").size());
    assertFalse(
        web.post(manager, path, toPoint("K1", end, "鲁V00777"), 201).get("told").booleanValue(),
        "it has no terminal");
    web.post(manager, path, toPoint("K1", late, "鲁V00777"), 201);
    JsonNode orders = web.get(manager, "/collection-points").get("orders");
    assertEquals(2, orders.size());
    assertEquals("K1", orders.get(0).get("pointId").textValue());
    assertEquals("鲁V00777", orders.get(0).get("plate").textValue());
    assertEquals("环卫管理员", orders.get(0).get("by").textValue());
    assertEquals(2, web.get(web.signIn("shen"), "/audit?action=point-order").get("lines").size());
  }

  @Test
  void theSystemEndsACaseOfMudWhenBothSidesWereSweptSinceAndNoOther() throws Exception {
    String near = mud("mud-near", 36.7002);
    String far = mud("mud-far", 36.7020);
    CaseClerk clerk =
        new CaseClerk(web.database, () -> Parameters.DEFAULTS, Clock.fixed(NOW, ZoneOffset.UTC));
    sweep("FWD", NOW.minusSeconds(10));
    clerk.run();
    assertEquals("FILED", stage(near), "one side is not the road");
    sweep("REV", NOW.minusSeconds(101));
    clerk.run();
    assertEquals("FILED", stage(near), "swept before it was found");
    sweep("REV", NOW.minusSeconds(100));
    clerk.run();
    clerk.close();
    assertEquals("CLOSED", stage(near));
    assertEquals("FILED", stage(far));
  }

  /** Found 100 s ago, and filed. */
  private static String mud(String name, double lat) throws Exception {
    String id =
        web.post(
                supervisor,
                "/events",
                "{\"sourceId\":\"%s\",\"type\":\"SPILL\",\"title\":\"泥土\",\"time\":\"%s\",\"lon\":119.105,\"lat\":%s,\"datum\":\"WGS84\"}"
                    .formatted(name, NOW.minusSeconds(100), lat),
                201)
            .get("caseId")
            .textValue();
    web.post(supervisor, "/cases/" + id + "/steps", "{\"move\":\"FILE\",\"version\":0}", 201);
    return id;
  }

  private static void sweep(String side, Instant first) {
    web.database.update(
        "update pass_result set done = 1, first_time = ? where requirement_id = 'Q9' and side = ?",
        first,
        side);
  }

  private static String stage(String id) throws Exception {
    return web.get(supervisor, "/cases/" + id).get("stage").textValue();
  }
}
