package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: companies are asked about alerts of their vehicles, and explain. */
class NoticesIT {
  private static final String ASK = "{\"note\":\"请说明\"}";
  private static final String ANSWER = "{\"answer\":\"篷布破损，已更换\"}";

  private static TestWeb web;
  private static String supervisor;
  private static String dispatcher;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(NoticesIT.class, NoticesIT::seed);
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
  }

  private static void seed(TestWeb w) {
    new PlanStore(w.database).writeDistricts(Map.of("甲公司", "东区"));
    UserStore users = new UserStore(w.database);
    String hash = Passwords.hash(TestWeb.PASSWORD);
    users.add("qu", "东区监管员", Role.SUPERVISOR, Optional.of("东区"), hash);
    users.add("yi", "乙公司调度", Role.DISPATCHER, Optional.of("乙公司"), hash);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static long ask(String plate, int seconds) throws Exception {
    long alert = web.raise("M03", plate, seconds, 3).id();
    return web.post(supervisor, "/alerts/" + alert + "/notices", ASK, 201).get("id").longValue();
  }

  private static List<Long> open(String token) throws Exception {
    List<Long> ids = new ArrayList<>();
    web.get(token, "/notices?limit=200")
        .get("notices")
        .forEach(n -> ids.add(n.get("id").longValue()));
    return ids;
  }

  @Test
  void aCompanyExplainsOnce() throws Exception {
    long alert = web.raise("M03", TRUCK, -100, 3).id();
    JsonNode asked = web.post(supervisor, "/alerts/" + alert + "/notices", ASK, 201);
    long id = asked.get("id").longValue();
    assertEquals("甲公司", asked.get("company").textValue());
    assertTrue(asked.get("answeredAt").isNull());
    assertTrue(open(dispatcher).contains(id));

    JsonNode answered = web.post(dispatcher, "/notices/" + id + "/answer", ANSWER, 201);
    assertEquals("篷布破损，已更换", answered.get("answer").textValue());
    assertEquals(
        "answered",
        web.post(dispatcher, "/notices/" + id + "/answer", ANSWER, 409).get("code").textValue());
    assertTrue(!open(dispatcher).contains(id));
    JsonNode onAlert = web.get(supervisor, "/alerts/" + alert + "/notices").get("notices");
    assertEquals(1, onAlert.size());
    assertEquals("请说明", onAlert.get(0).get("note").textValue());
    assertEquals("篷布破损，已更换", onAlert.get(0).get("answer").textValue());
  }

  @Test
  void nobodyElseExplainsForACompany() throws Exception {
    long id = ask(TRUCK, -200);
    web.post(supervisor, "/notices/" + id + "/answer", ANSWER, 403);
    web.post(web.signIn("huan"), "/notices/" + id + "/answer", ANSWER, 403);
    long other = ask(OTHER_TRUCK, -200);
    web.post(dispatcher, "/notices/" + other + "/answer", ANSWER, 404);
    assertTrue(!open(dispatcher).contains(other));
    assertTrue(open(supervisor).containsAll(List.of(id, other)));
  }

  @Test
  void whoMayNotDecideMayNotAsk() throws Exception {
    long muck = web.raise("M03", TRUCK, -300, 3).id();
    web.post(dispatcher, "/alerts/" + muck + "/notices", ASK, 403);
    web.post(web.signIn("huan"), "/alerts/" + muck + "/notices", ASK, 403);
    long sweep = web.raise("S04", TRUCK, -300, 2).id();
    web.post(web.signIn("huan"), "/alerts/" + sweep + "/notices", ASK, 201);
  }

  @Test
  void somethingMustBeAsked() throws Exception {
    long alert = web.raise("M03", TRUCK, -400, 3).id();
    JsonNode problem =
        web.post(supervisor, "/alerts/" + alert + "/notices", "{\"note\":\" \"}", 400);
    assertTrue(problem.get("detail").textValue().startsWith("note: "), problem.toString());
    web.database.update("update alert set vehicle_id = null where id = ?", alert);
    assertEquals(
        "no_company",
        web.post(supervisor, "/alerts/" + alert + "/notices", ASK, 409).get("code").textValue());
  }

  @Test
  void pagesGoOnWhereTheyEnded() throws Exception {
    List<Long> asked = List.of(ask(TRUCK, -500), ask(TRUCK, -510), ask(TRUCK, -520));
    List<Long> found = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = web.get(dispatcher, "/notices?limit=1" + after);
      page.get("notices").forEach(n -> found.add(n.get("id").longValue()));
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").longValue();
    } while (!after.isEmpty());
    assertTrue(found.containsAll(asked), found.toString());
    assertEquals(open(dispatcher), found);
  }

  @Test
  void isDueAfterTwoWorkingHours() throws Exception {
    // asked at noon, when the bureau rests until half past one
    long alert = web.raise("M03", TRUCK, -600, 3).id();
    web.post(supervisor, "/alerts/" + alert + "/notices", ASK, 201);
    JsonNode row = web.get(dispatcher, "/alerts/" + alert + "/notices").at("/notices/0");
    assertEquals("2026-11-18T15:06:00+08:00", row.get("amberAt").textValue());
    assertEquals("2026-11-18T15:30:00+08:00", row.get("dueAt").textValue());
    assertEquals("未密闭运输", row.get("ruleName").textValue());
  }

  @Test
  void whatIsDueFirstComesFirstAndWhatHasNoLimitBeforeIt() throws Exception {
    long first = ask(TRUCK, -610);
    long second = ask(TRUCK, -620);
    long old = ask(TRUCK, -630);
    web.database.update(
        "update alert_notice set due_at = due_at + interval '1 hour' where id = ?", first);
    web.database.update("update alert_notice set due_at = null, amber_at = null where id = ?", old);
    List<Long> wanted = List.of(first, second, old);
    assertEquals(
        List.of(old, second, first), open(dispatcher).stream().filter(wanted::contains).toList());
  }

  @Test
  void theSameAnswerTwiceIsOne() throws Exception {
    long id = ask(TRUCK, -640);
    String answer = "{\"answer\":\"%s\",\"clientId\":\"%s\"}";
    String first = answer.formatted("已更换", "answer-001");
    web.post(dispatcher, "/notices/" + id + "/answer", first, 201);
    JsonNode again = web.post(dispatcher, "/notices/" + id + "/answer", first, 201);
    assertEquals("已更换", again.get("answer").textValue());
    web.post(
        dispatcher, "/notices/" + id + "/answer", answer.formatted("另一个说法", "answer-002"), 409);
    assertEquals(
        List.of(1L),
        web.database.query(
            "select count(*) n from audit where action = 'notice-answered'"
                + " and detail->>'notice' = ?",
            row -> row.getLong("n"),
            Long.toString(id)));
  }

  @Test
  void anAnswerWaitsForADecisionOnTheAlert() throws Exception {
    long alert = web.raise("M03", TRUCK, -650, 3).id();
    long id = web.post(supervisor, "/alerts/" + alert + "/notices", ASK, 201).get("id").longValue();
    assertFalse(answered().contains(id));
    web.post(dispatcher, "/notices/" + id + "/answer", ANSWER, 201);
    assertTrue(answered().contains(id));
    web.post(supervisor, "/alerts/" + alert + "/reviews", "{\"decision\":\"CONFIRMED\"}", 201);
    assertFalse(answered().contains(id));
  }

  private static List<Long> answered() throws Exception {
    List<Long> ids = new ArrayList<>();
    web.get(supervisor, "/notices?state=ANSWERED&limit=200")
        .get("notices")
        .forEach(n -> ids.add(n.get("id").longValue()));
    return ids;
  }

  @Test
  void whoHasAskedIsToldSo() throws Exception {
    long alert = web.raise("M03", TRUCK, -660, 3).id();
    web.post(supervisor, "/alerts/" + alert + "/notices", ASK, 201);
    String path = "/alerts/" + alert + "/notices";
    assertTrue(web.get(supervisor, path).at("/notices/0/own").booleanValue());
    assertFalse(web.get(web.signIn("jian2"), path).at("/notices/0/own").booleanValue());
  }

  @Test
  void aDistrictAsksItsCompanies() throws Exception {
    String district = web.signIn("qu");
    long own = web.raise("M03", TRUCK, -670, 3).id();
    JsonNode asked = web.post(district, "/alerts/" + own + "/notices", ASK, 201);
    assertEquals("甲公司", asked.get("company").textValue());
    long other = web.raise("M03", OTHER_TRUCK, -670, 3).id();
    web.post(district, "/alerts/" + other + "/notices", ASK, 404);
  }

  @Test
  void whoBuysTheVehicleIsNotAskedForWhoSoldIt() throws Exception {
    long id = ask(TRUCK, -680);
    web.database.update("update vehicle set company_id = 2 where id = 1");
    try {
      assertFalse(open(web.signIn("yi")).contains(id));
      web.post(web.signIn("yi"), "/notices/" + id + "/answer", ANSWER, 404);
    } finally {
      web.database.update("update vehicle set company_id = 1 where id = 1");
    }
    assertTrue(open(dispatcher).contains(id));
  }

  @Test
  void theLiveFeedTellsBothSidesAndNobodyElse() throws Exception {
    try (LiveReader city = new LiveReader(web, supervisor, "");
        LiveReader own = new LiveReader(web, dispatcher, "");
        LiveReader other = new LiveReader(web, web.signIn("yi"), "")) {
      long id = ask(TRUCK, -690);
      long others = ask(OTHER_TRUCK, -690);
      for (LiveReader reader : List.of(city, own)) {
        JsonNode told = reader.next(m -> m.get("type").textValue().equals("notice"));
        assertEquals(id, told.at("/notice/id").longValue());
        assertEquals(Set.of("id", "alertId"), names(told.get("notice")));
      }
      JsonNode told = other.next(m -> m.get("type").textValue().equals("notice"));
      assertEquals(others, told.at("/notice/id").longValue());
      web.post(dispatcher, "/notices/" + id + "/answer", ANSWER, 201);
      city.next(m -> m.at("/notice/id").longValue() == id);
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
