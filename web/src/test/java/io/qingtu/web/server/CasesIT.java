package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CasesIT {
  private static TestWeb web;
  private static String supervisor;
  private static String second;
  private static String dispatcher;
  private static String officer;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    second = web.signIn("jian2");
    dispatcher = web.signIn("jia");
    officer = web.signIn("dui");
  }

  @Test
  void goesFromAnAlertToItsEndByTwoPeople() throws Exception {
    JsonNode opened = open(web.raise("S07", TRUCK, -40_000, 2).id());
    assertEquals("OPENED", opened.get("fate").textValue());
    assertEquals("CLEANING", opened.get("type").textValue());
    assertEquals("ACCEPTED", opened.get("stage").textValue());
    assertEquals("S07 " + TRUCK + " 东风街", opened.get("title").textValue());
    assertEquals(List.of("FILE", "REFUSE"), moves(opened));
    long id = opened.get("id").longValue();
    step(supervisor, id, 0, "FILE", "", 201);
    step(supervisor, id, 1, "DISPATCH", ",\"sideId\":" + squad(), 201);
    step(officer, id, 2, "BEGIN", "", 201);
    step(officer, id, 3, "ANSWER", ",\"note\":\"已清扫\"", 201);
    assertEquals(
        "refused_four_eyes", step(supervisor, id, 4, "VERIFY", "", 409).get("code").textValue());
    step(second, id, 4, "VERIFY", "", 201);
    JsonNode closed = step(second, id, 5, "CLOSE", "", 201);
    assertEquals("CLOSED", closed.get("stage").textValue());
    assertTrue(closed.get("dueAt").isNull());
    assertEquals(6, closed.get("steps").size());
    assertEquals("执法队员", closed.get("steps").get(3).get("actor").textValue());
  }

  @Test
  void refusesAStepOnWhatIsNoLongerSo() throws Exception {
    long id = open(web.raise("D08", TRUCK, -41_000, 2).id()).get("id").longValue();
    step(supervisor, id, 0, "FILE", "", 201);
    assertEquals("stale", step(supervisor, id, 0, "FILE", "", 409).get("code").textValue());
    assertEquals("refused_stage", step(supervisor, id, 1, "FILE", "", 409).get("code").textValue());
    step(supervisor, id, 1, "FLY", "", 400);
    step(supervisor, id, 1, "DISPATCH", ",\"sideId\":999999", 400);
    step(supervisor, id, 1, "DISPATCH", "", 400);
  }

  @Test
  void showsACompanyItsOwnCasesOnly() throws Exception {
    long own = open(web.raise("M08", TRUCK, -42_000, 2).id()).get("id").longValue();
    long other = open(web.raise("M09", OTHER_TRUCK, -60_000, 2).id()).get("id").longValue();
    assertEquals(own, web.get(dispatcher, "/cases/" + own).get("id").longValue());
    web.get(dispatcher, "/cases/" + other, 404);
    web.get(officer, "/cases/" + own, 404);
    web.get(dispatcher, "/cases/sides", 403);
    List<Long> seen = new ArrayList<>();
    web.get(dispatcher, "/cases?limit=500")
        .get("cases")
        .forEach(c -> seen.add(c.get("id").longValue()));
    assertTrue(seen.contains(own));
    assertTrue(!seen.contains(other));
    step(dispatcher, other, 0, "FILE", "", 404);
    step(dispatcher, own, 0, "FILE", "", 403);
    web.post(dispatcher, "/cases", "{\"alertId\":\"1\"}", 403);
  }

  @Test
  void pagesNewestFirst() throws Exception {
    for (int i = 0; i < 3; i++) {
      open(web.raise("P01", TRUCK, -80_000 - 10_000 * i, 2).id());
    }
    List<Long> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = web.get(supervisor, "/cases?type=VIOLATION&open=YES&limit=2" + cursor);
      page.get("cases").forEach(c -> ids.add(c.get("id").longValue()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").textValue();
    } while (!cursor.isEmpty());
    assertTrue(ids.size() >= 3);
    assertEquals(ids.stream().sorted((a, b) -> Long.compare(b, a)).distinct().toList(), ids);
  }

  private static JsonNode open(long alert) throws Exception {
    return web.post(supervisor, "/cases", "{\"alertId\":\"" + alert + "\"}", 201);
  }

  private static JsonNode step(
      String token, long id, int version, String move, String more, int status) throws Exception {
    String body = "{\"move\":\"%s\",\"version\":%d%s}".formatted(move, version, more);
    return web.post(token, "/cases/" + id + "/steps", body, status);
  }

  private static long squad() throws Exception {
    for (JsonNode side : web.get(supervisor, "/cases/sides").get("sides")) {
      if (side.get("kind").textValue().equals("SQUAD")) {
        return side.get("id").longValue();
      }
    }
    throw new AssertionError("there is no squad");
  }

  private static List<String> moves(JsonNode detail) {
    List<String> moves = new ArrayList<>();
    detail.get("moves").forEach(m -> moves.add(m.textValue()));
    return moves;
  }
}
