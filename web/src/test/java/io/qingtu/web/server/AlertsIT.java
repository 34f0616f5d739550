package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlertsIT {
  private static final String CONFIRM = "{\"decision\":\"CONFIRMED\",\"note\":\"现场属实\"}";

  private static TestWeb web;
  private static String supervisor;
  private static String dispatcher;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
  }

  @Test
  void pagesThroughAllAlertsNewestFirst() throws Exception {
    for (int i = 0; i < 5; i++) {
      web.raise("M08", TRUCK, -1000 - i / 2, 2 - i % 2);
    }
    List<String> starts = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = web.get(supervisor, "/alerts?rule=M08&limit=2" + cursor);
      page.get("alerts").forEach(a -> starts.add(a.get("start").textValue()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").textValue();
    } while (!cursor.isEmpty());

    List<String> sorted = new ArrayList<>(starts);
    sorted.sort(Comparator.reverseOrder());
    assertEquals(sorted, starts);
    assertEquals(3, starts.size(), "the same start and vehicle is the same alert");
  }

  @Test
  void filtersByWhatIsAskedFor() throws Exception {
    web.raise("D01", TRUCK, -2000, 2);
    web.raise("D01", OTHER_TRUCK, -2100, 3);
    assertEquals(2, count("rule=D01"));
    assertEquals(1, count("rule=D01&severity=3"));
    assertEquals(1, count("rule=D01&plate=" + escape(TRUCK)));
    assertEquals(2, count("rule=D01&grade=B&status=OPEN&review=OPEN"));
    assertEquals(0, count("rule=D01&grade=A"));
    String from = escape(NOW.minusSeconds(2000).toString());
    assertEquals(1, count("rule=D01&from=" + from), "from is inside");
    assertEquals(1, count("rule=D01&to=" + from), "to is outside");
  }

  @Test
  void namesTheRuleInBothLanguagesAndTheTimeWithItsOffset() throws Exception {
    long id = web.raise("M03", TRUCK, -60, 3).id();
    JsonNode alert = web.get(supervisor, "/alerts/" + id);
    assertEquals("未密闭运输", alert.get("ruleName").textValue());
    assertEquals("Uncovered load", alert.get("ruleNameEn").textValue());
    assertEquals("2026-11-18T11:59:00+08:00", alert.get("start").textValue());
    assertTrue(alert.get("end").isNull());
    assertEquals("一号工地", alert.get("placeName").textValue());
    assertEquals("东风街", alert.get("road").textValue());
    assertEquals("甲公司", alert.get("company").textValue());
    assertEquals(
        "{\"name\":\"cover\",\"value\":\"OPEN\",\"held\":true}",
        alert.get("decision").get(0).toString());
    assertEquals("OPEN", alert.get("revisions").get(0).get("status").textValue());
  }

  @Test
  void tellsOfEveryRevisionWhatItDoesAndWhatHasChanged() throws Exception {
    long id = web.raise("M13", TRUCK, -90, 2).id();
    web.raise("M13", TRUCK, -90, 3, "PARTIAL");
    web.retract("M13", TRUCK, -90, "PARTIAL");
    JsonNode alert = web.get(supervisor, "/alerts/" + id);
    assertEquals("RETRACTED", alert.get("revisionKind").textValue());
    JsonNode revisions = alert.get("revisions");
    assertEquals(
        List.of("NEW", "AMENDED", "RETRACTED"),
        List.of(kind(revisions, 0), kind(revisions, 1), kind(revisions, 2)));
    assertEquals("[]", revisions.get(0).get("changes").toString());
    assertEquals(
        "[{\"name\":\"severity\",\"before\":2,\"after\":3}]",
        revisions.get(1).get("changes").toString());
    assertEquals(
        "[{\"name\":\"cover\",\"before\":\"OPEN\",\"after\":\"PARTIAL\"}]",
        revisions.get(1).get("conditions").toString());
    assertEquals(
        "[{\"name\":\"status\",\"before\":\"OPEN\",\"after\":\"RETRACTED\"},"
            + "{\"name\":\"reason\",\"before\":null,\"after\":\"late_data\"},"
            + "{\"name\":\"severity\",\"before\":3,\"after\":1}]",
        revisions.get(2).get("changes").toString());
  }

  private static String kind(JsonNode revisions, int revision) {
    return revisions.get(revision).get("kind").textValue();
  }

  @Test
  void marksAnAlertThatWasDecidedLongBeforeItWasFiledAsLate() throws Exception {
    long decidedTenMinutesAgo = web.raise("M16", TRUCK, -605, 3).id();
    long later = web.raise("M16", TRUCK, -604, 3).id();
    assertTrue(web.get(supervisor, "/alerts/" + decidedTenMinutesAgo).get("late").booleanValue());
    assertFalse(web.get(supervisor, "/alerts/" + later).get("late").booleanValue());
  }

  @Test
  void showsTheEvidenceOfAnAlertAndAuditsIt() throws Exception {
    long id = web.raise("M01", TRUCK, -25, 4).id();
    JsonNode evidence = web.get(supervisor, "/alerts/" + id + "/evidence");

    assertEquals(2, evidence.get("points").size());
    JsonNode point = evidence.get("points").get(0);
    assertEquals("OPEN", point.get("cover").textValue());
    assertTrue(point.get("brush").isNull(), "what is not known is null");
    assertTrue(point.get("weightT").isNull());
    assertEquals("P2", evidence.get("permit").get("disposalIds").get(0).textValue());
    assertEquals("21:00", evidence.get("permit").get("dailyFrom").textValue());
    assertEquals(1, evidence.get("places").get("features").size(), "P2 is 36 km away");
    assertEquals("R1", evidence.get("routes").get("features").get(0).get("id").textValue());
    assertEquals("S1", evidence.get("segments").get("features").get(0).get("id").textValue());
    assertEquals(List.of("jian"), audit("evidence", id));
  }

  @Test
  void filesAReviewAndAuditsIt() throws Exception {
    long id = web.raise("M04", TRUCK, -300, 3).id();
    JsonNode reviewed = web.post(supervisor, "/alerts/" + id + "/reviews", CONFIRM, 201);

    assertEquals("CONFIRMED", reviewed.get("review").get("decision").textValue());
    assertEquals("jian", reviewed.get("review").get("user").textValue());
    assertEquals("现场属实", reviewed.get("review").get("note").textValue());
    assertEquals(1, count("rule=M04&review=CONFIRMED"));
    assertEquals(0, count("rule=M04&review=OPEN"));
    assertEquals(List.of("jian"), audit("review", id));
  }

  @Test
  void keepsBothReviewsAndShowsTheNewer() throws Exception {
    long id = web.raise("M05", TRUCK, -300, 2).id();
    web.post(supervisor, "/alerts/" + id + "/reviews", CONFIRM, 201);
    JsonNode second =
        web.post(
            supervisor,
            "/alerts/" + id + "/reviews",
            "{\"decision\":\"REJECTED\",\"reason\":\"map_wrong\"}",
            201);

    assertEquals("map_wrong", second.get("review").get("reason").textValue());
    assertEquals(
        2,
        web.database
            .query("select count(*) from review where alert_id = ?", r -> r.getInt(1), id)
            .get(0));
  }

  @Test
  void refusesARejectionWithoutAReasonFromTheList() throws Exception {
    long id = web.raise("M07", TRUCK, -300, 3).id();
    String path = "/alerts/" + id + "/reviews";
    for (String body :
        List.of(
            "{\"decision\":\"REJECTED\"}", "{\"decision\":\"REJECTED\",\"reason\":\"because\"}")) {
      JsonNode problem = web.post(supervisor, path, body, 400);
      assertTrue(problem.get("detail").textValue().startsWith("reason: "), problem.toString());
    }
    JsonNode problem = web.post(supervisor, path, "{\"decision\":\"MAYBE\"}", 400);
    assertTrue(problem.get("detail").textValue().startsWith("decision: "), problem.toString());
    assertTrue(web.get(supervisor, "/alerts/" + id).get("review").isNull());
  }

  @Test
  void letsASanitationManagerReviewSweepingOnly() throws Exception {
    String sanitation = web.signIn("huan");
    long muck = web.raise("M06a", TRUCK, -300, 3).id();
    long sweep = web.raise("S04", TRUCK, -300, 2).id();
    web.post(sanitation, "/alerts/" + muck + "/reviews", CONFIRM, 403);
    web.post(sanitation, "/alerts/" + sweep + "/reviews", CONFIRM, 201);
  }

  @Test
  void hidesOtherCompaniesFromADispatcher() throws Exception {
    long own = web.raise("M09", TRUCK, -300, 3).id();
    long other = web.raise("M09", OTHER_TRUCK, -300, 3).id();

    JsonNode list = web.get(dispatcher, "/alerts?limit=500").get("alerts");
    list.forEach(a -> assertEquals("甲公司", a.get("company").textValue()));
    assertEquals(Long.toString(own), web.get(dispatcher, "/alerts/" + own).get("id").textValue());
    web.get(dispatcher, "/alerts/" + other, 404);
    web.get(dispatcher, "/alerts/" + other + "/evidence", 404);
    web.get(dispatcher, track(OTHER_TRUCK), 404);
    assertEquals(2, web.get(dispatcher, track(TRUCK)).get("points").size());
    web.post(dispatcher, "/alerts/" + own + "/reviews", CONFIRM, 403);
    JsonNode companies = web.get(dispatcher, "/companies").get("companies");
    assertEquals(1, companies.size());
    assertEquals("甲公司", companies.get(0).get("name").textValue());
    assertEquals(1, web.get(dispatcher, "/positions").get("positions").size());
    assertEquals(2, web.get(supervisor, "/positions").get("positions").size());
    assertEquals(0, web.get(dispatcher, "/sweeping").get("roads").size());
  }

  @Test
  void showsNothingToADispatcherWithoutACompany() throws Exception {
    web.raise("M10", TRUCK, -300, 4);
    String nobody = web.signIn("wu");
    assertEquals(0, web.get(nobody, "/alerts").get("alerts").size());
    assertEquals(0, web.get(nobody, "/vehicles").get("vehicles").size());
    assertEquals(0, web.get(nobody, "/positions").get("positions").size());
    assertEquals(0, web.get(nobody, "/trips").get("trips").size());
  }

  @Test
  void countsTheAlertsOfToday() throws Exception {
    long before = web.get(supervisor, "/alerts/summary").get("total").longValue();
    long id = web.raise("M16", TRUCK, -300, 2).id();
    web.post(supervisor, "/alerts/" + id + "/reviews", CONFIRM, 201);
    JsonNode summary = web.get(supervisor, "/alerts/summary");

    assertEquals("2026-11-18", summary.get("date").textValue());
    assertEquals(before + 1, summary.get("total").longValue());
    assertTrue(summary.get("byReview").get("CONFIRMED").longValue() >= 1);
    assertEquals(0, summary.get("byGrade").get("A").longValue());
  }

  @Test
  void namesTheParameterThatIsWrong() throws Exception {
    for (String wrong :
        List.of(
            "limit=501",
            "limit=0",
            "severity=5",
            "grade=D",
            "status=GONE",
            "review=MAYBE",
            "from=yesterday",
            "to=2026-11-18T00:00:00",
            "cursor=nonsense")) {
      JsonNode problem = web.get(supervisor, "/alerts?" + wrong, 400);
      String name = wrong.substring(0, wrong.indexOf('='));
      assertTrue(
          problem.get("detail").textValue().startsWith(name + ": "), wrong + " -> " + problem);
      assertEquals(400, problem.get("status").intValue());
      assertEquals("bad_parameter", problem.get("code").textValue());
    }
    web.get(supervisor, "/alerts/no-number", 404);
    web.get(supervisor, "/no-such-path", 404);
  }

  private static String track(String plate) {
    return "/vehicles/"
        + escape(plate)
        + "/track?from="
        + escape(NOW.minusSeconds(3600).toString())
        + "&to="
        + escape(NOW.toString());
  }

  private static int count(String query) throws Exception {
    return web.get(supervisor, "/alerts?" + query).get("alerts").size();
  }

  private static List<String> audit(String action, long alertId) {
    return web.database.query(
        "select u.login from audit a join app_user u on u.id = a.user_id"
            + " where a.action = ? and a.object = ?",
        r -> r.getString(1),
        action,
        "alert/" + alertId);
  }
}
