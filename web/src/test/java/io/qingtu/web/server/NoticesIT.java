package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
    web = TestWeb.alone(NoticesIT.class, w -> {});
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
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
    assertEquals(found.stream().distinct().sorted().toList(), found);
  }
}
