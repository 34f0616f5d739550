package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A night at the desk, from one supervisor to the next. */
class ShiftsIT {
  private TestWeb web;
  private String first;
  private String second;

  @BeforeEach
  void start() throws Exception {
    web = TestWeb.alone(ShiftsIT.class, w -> {});
    first = web.signIn("jian");
    second = web.signIn("jian2");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private JsonNode write(String token, String kind, String more, int status) throws Exception {
    return web.post(token, "/shift-log", "{\"kind\":\"" + kind + "\"" + more + "}", status);
  }

  @Test
  void handsOverWhatIsLeftToDoAndWhatStandsOpen() throws Exception {
    web.raise("M03", TRUCK, -600, 2);
    write(first, "BEGIN", "", 201);
    JsonNode log = web.get(first, "/shift-log");
    assertTrue(log.at("/onDuty/0/own").booleanValue());
    assertEquals(1, log.at("/standing/alerts").intValue());
    write(first, "NOTE", ",\"text\":\"22:40 东风街积水\"", 201);
    write(first, "HAND_OVER", ",\"text\":\"平稳\",\"items\":[\"回访鲁G10001\"]", 201);

    JsonNode waiting = web.get(second, "/shift-log").get("waiting").get(0);
    assertEquals("监管员", waiting.get("by").textValue());
    assertEquals("回访鲁G10001", waiting.at("/items/0").textValue());
    assertEquals(1, waiting.at("/standing/alerts").intValue());
    assertFalse(waiting.get("own").booleanValue());
    String handover = ",\"handover\":" + waiting.get("id");
    write(first, "TAKE_OVER", handover, 403);
    write(second, "TAKE_OVER", handover, 201);
    write(second, "TAKE_OVER", handover, 409);

    JsonNode after = web.get(second, "/shift-log");
    assertEquals(0, after.get("waiting").size());
    assertEquals("第二监管员", after.at("/onDuty/0/name").textValue());
    assertEquals(
        List.of("TAKE_OVER", "HAND_OVER", "NOTE", "BEGIN"),
        after.get("lines").findValuesAsText("kind"));
    assertEquals(
        List.of("shift", "shift", "shift", "shift"),
        web.database.query(
            "select action from audit where object like 'shift/%'", row -> row.getString(1)));
  }

  @Test
  void refusesWhatIsNotSaidOrNotOnesTurn() throws Exception {
    write(first, "NOTE", ",\"text\":\"x\"", 409);
    write(first, "BEGIN", "", 201);
    write(first, "BEGIN", "", 409);
    write(first, "NOTE", "", 400);
    write(first, "HAND_OVER", ",\"text\":\" \"", 400);
    write(first, "HAND_OVER", ",\"text\":\"x\",\"items\":[\"\"]", 400);
    write(second, "TAKE_OVER", ",\"handover\":\"77\"", 400);
    write(second, "TAKE_OVER", "", 400);
  }

  @Test
  void isKeptBySupervisorsAndReadByLeadersAndTheAudit() throws Exception {
    for (String login : List.of("jia", "huan", "dui", "gui")) {
      web.get(web.signIn(login), "/shift-log", 403);
      write(web.signIn(login), "BEGIN", "", 403);
    }
    for (String login : List.of("ling", "shen")) {
      web.get(web.signIn(login), "/shift-log");
      write(web.signIn(login), "BEGIN", "", 403);
    }
  }

  @Test
  void readsOnFromALine() throws Exception {
    write(first, "BEGIN", "", 201);
    for (int i = 0; i < 4; i++) {
      write(first, "NOTE", ",\"text\":\"" + i + "\"", 201);
    }
    JsonNode page = web.get(first, "/shift-log?limit=3");
    assertEquals(List.of("3", "2", "1"), page.get("lines").findValuesAsText("text"));
    JsonNode rest = web.get(first, "/shift-log?limit=3&before=" + page.get("next").textValue());
    assertEquals(List.of("0", ""), rest.get("lines").findValuesAsText("text"));
    assertTrue(rest.get("next").isNull());
  }
}
