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
  void sanitationDispatchesItsOwnAndNoTruck() throws Exception {
    String sanitation = web.signIn("huan");
    long road = open(web.raise("S07", TRUCK, -510_000, 2).id()).get("id").longValue();
    step(sanitation, road, 0, "FILE", "", 201);
    JsonNode sent = step(sanitation, road, 1, "DISPATCH", ",\"sideId\":" + squad(), 201);
    assertEquals("DISPATCHED", sent.get("stage").textValue());
    long truck = open(web.raise("M08", TRUCK, -520_000, 2).id()).get("id").longValue();
    JsonNode filed = step(sanitation, truck, 0, "FILE", "", 201);
    assertTrue(!moves(filed).contains("DISPATCH"), moves(filed).toString());
    step(sanitation, truck, 1, "DISPATCH", ",\"sideId\":" + squad(), 403);
    step(supervisor, truck, 1, "DISPATCH", ",\"sideId\":" + squad(), 201);
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
  void isExtendedByASupervisorWhoWasAskedByWhoHandlesIt() throws Exception {
    long id = begun(web.raise("M09", TRUCK, -250_000, 2).id());
    String ask = ",\"note\":\"铲车在修\",\"more\":";
    assertEquals("refused_length", code(officer, id, 3, "ASK_EXTENSION", ask + 0));
    assertEquals("refused_length", code(officer, id, 3, "ASK_EXTENSION", ask + 5.5));
    step(officer, id, 3, "ASK_EXTENSION", ask + "-1", 400);
    step(officer, id, 3, "ASK_EXTENSION", ask + "\"2\"", 400);
    step(officer, id, 3, "ASK_EXTENSION", ",\"note\":\"铲车在修\"", 400);
    assertEquals("refused_note", code(officer, id, 3, "ASK_EXTENSION", ",\"more\":2"));
    step(supervisor, id, 3, "ASK_EXTENSION", ask + 2, 403);
    step(dispatcher, id, 3, "ASK_EXTENSION", ask + 2, 403);
    String due = web.get(supervisor, "/cases/" + id).get("dueAt").textValue();
    JsonNode asked = step(officer, id, 3, "ASK_EXTENSION", ask + 2, 201);
    assertEquals("ASKED", asked.get("extension").textValue());
    assertEquals(due, asked.get("dueAt").textValue());
    assertEquals("{\"amount\":2.0,\"unit\":\"WORKING_DAY\"}", asked.get("extra").toString());
    assertEquals(asked.get("extra"), asked.get("steps").get(3).get("extra"));
    assertEquals("WORKING_DAY", asked.get("handling").get("unit").textValue());
    assertTrue(!moves(asked).contains("ASK_EXTENSION"));
    assertTrue(waiting().contains(id));
    step(officer, id, 4, "EXTEND", ",\"note\":\"自批\"", 403);
    assertTrue(moves(web.get(supervisor, "/cases/" + id)).contains("REFUSE_EXTENSION"));
    JsonNode extended = step(supervisor, id, 4, "EXTEND", ",\"note\":\"同意\"", 201);
    assertTrue(extended.get("dueAt").textValue().compareTo(due) > 0);
    assertTrue(extended.get("extended").booleanValue());
    assertTrue(!waiting().contains(id));
    assertEquals("refused_extended", code(officer, id, 5, "ASK_EXTENSION", ask + 1));
    assertEquals(List.of("ASK_EXTENSION", "EXTEND"), audited(id).stream().skip(3).toList());
  }

  @Test
  void isReviewedOnTheLedgerByASupervisor() throws Exception {
    long id = begun(web.raise("M12", TRUCK, -310_000, 2).id());
    JsonNode put = step(supervisor, id, 3, "PUT_ON_LEDGER", ",\"note\":\"产权不清\"", 201);
    assertTrue(put.get("dueAt").isNull());
    assertTrue(!put.get("reviewAt").isNull());
    assertTrue(!toReview().contains(id));
    web.database.update(
        "update case_file set review_at = review_at - interval '30 days' where id = ?", id);
    assertTrue(toReview().contains(id));
    step(officer, id, 4, "KEEP_ON_LEDGER", ",\"note\":\"未变\"", 403);
    assertEquals("refused_note", code(supervisor, id, 4, "KEEP_ON_LEDGER", ""));
    JsonNode kept = step(supervisor, id, 4, "KEEP_ON_LEDGER", ",\"note\":\"产权仍不清\"", 201);
    assertEquals("ON_LEDGER", kept.get("stage").textValue());
    assertEquals("KEEP_ON_LEDGER", kept.get("steps").get(4).get("move").textValue());
    assertTrue(!toReview().contains(id));
    JsonNode taken = step(supervisor, id, 5, "TAKE_FROM_LEDGER", "", 201);
    assertEquals("HANDLING", taken.get("stage").textValue());
    assertTrue(taken.get("reviewAt").isNull());
  }

  private static List<Long> toReview() throws Exception {
    return ids("/cases?review=DUE&limit=500");
  }

  @Test
  void tellsWhoAskedThatTheExtensionIsRefused() throws Exception {
    long id = begun(web.raise("M11", TRUCK, -280_000, 2).id());
    String due = web.get(officer, "/cases/" + id).get("dueAt").textValue();
    step(officer, id, 3, "ASK_EXTENSION", ",\"note\":\"下雨\",\"more\":5", 201);
    step(second, id, 4, "REFUSE_EXTENSION", "", 409);
    step(second, id, 4, "REFUSE_EXTENSION", ",\"note\":\"雨已停\"", 201);
    JsonNode told = web.get(officer, "/cases/" + id);
    assertEquals("REFUSED", told.get("extension").textValue());
    assertEquals("雨已停", told.get("steps").get(4).get("note").textValue());
    assertEquals(due, told.get("dueAt").textValue());
    assertEquals(
        "refused_asked", code(officer, id, 5, "ASK_EXTENSION", ",\"note\":\"再请\",\"more\":1"));
  }

  private static long begun(long alert) throws Exception {
    long id = open(alert).get("id").longValue();
    step(supervisor, id, 0, "FILE", "", 201);
    step(supervisor, id, 1, "DISPATCH", ",\"sideId\":" + squad(), 201);
    step(officer, id, 2, "BEGIN", "", 201);
    return id;
  }

  private static String code(String token, long id, int version, String move, String more)
      throws Exception {
    return step(token, id, version, move, more, 409).get("code").textValue();
  }

  private static List<Long> waiting() throws Exception {
    return ids("/cases?open=YES&extension=ASKED&limit=500");
  }

  private static List<Long> ids(String path) throws Exception {
    List<Long> ids = new ArrayList<>();
    web.get(supervisor, path).get("cases").forEach(c -> ids.add(c.get("id").longValue()));
    return ids;
  }

  private static List<String> audited(long id) {
    return web.database.query(
        "select detail ->> 'move' from audit where object = ? and detail ->> 'move' is not null"
            + " order by id",
        row -> row.getString(1),
        "case/" + id);
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
