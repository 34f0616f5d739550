package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.server.store.NewSafetyAlarm;
import io.qingtu.server.store.SafetyAlarmStore;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SafetyAlarmsIT {
  private static final String PERIOD = "from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z";
  private static final Instant TIME = Instant.parse("2026-11-01T08:00:00Z");

  private static TestWeb web;
  private static String token;

  @BeforeAll
  static void file() throws Exception {
    web = TestWeb.shared();
    token = web.signIn("jian");
    SafetyAlarmStore store = new SafetyAlarmStore(web.database);
    store.file(alarm(0x65, 0x01, 1, "a", TIME));
    store.file(alarm(0x65, 0x01, 2, "a", TIME.plusSeconds(30)));
    store.file(alarm(0x66, 0x06, 0, "b", TIME.plusSeconds(60)));
    long second = store.file(alarm(0x64, 0x7f, 0, "c", TIME.plusSeconds(120))).orElseThrow().id();
    web.database.update(
        "insert into media (vehicle_id, phone, kind, format, event, channel, time, received_at,"
            + " source, size, sha256, file_name, safety_alarm_id)"
            + " values (1, '13900010001', 'IMAGE', 'jpg', '', 64, ?, ?, 'ATTACHMENT', 1, 'ff',"
            + " 'a.jpg', ?)",
        TIME,
        NOW,
        second);
  }

  private static NewSafetyAlarm alarm(int kind, int type, int phase, String key, Instant time) {
    return new NewSafetyAlarm(
        1,
        "13900010001",
        kind,
        type,
        1,
        phase,
        9,
        time,
        NOW,
        40,
        119.1,
        36.7,
        Bytes.ofHex("00".repeat(16)),
        key,
        1);
  }

  private static JsonNode page(String more) throws Exception {
    return web.get(token, "/vehicles/" + escape(TRUCK) + "/safety-alarms?" + PERIOD + more);
  }

  @Test
  void showsAlarmsByNameWithTheirEvidence() throws Exception {
    JsonNode alarms = page("").get("alarms");
    assertEquals(3, alarms.size());
    JsonNode assistance = alarms.get(0);
    assertEquals("0x64", assistance.get("kind").textValue());
    assertEquals("[\"未知类型 0x7F\"]", assistance.get("titles").toString());
    assertEquals(1, assistance.get("media").size());
    JsonNode tyres = alarms.get(1);
    assertEquals("[\"胎压过高报警\",\"胎压过低报警\"]", tyres.get("titles").toString());
    assertEquals("EVENT", tyres.get("phase").textValue());
    JsonNode driver = alarms.get(2);
    assertEquals("驾驶员状态监测系统报警", driver.get("kindTitle").textValue());
    assertEquals("[\"疲劳驾驶报警\"]", driver.get("titles").toString());
    assertEquals("START", driver.get("phase").textValue());
    assertEquals(TIME.plusSeconds(30), Instant.parse(driver.get("end").textValue()));
    assertEquals(TIME, Instant.parse(driver.get("time").textValue()));
    assertEquals("[]", driver.get("media").toString());
  }

  @Test
  void pagesWithoutLossOrRepetition() throws Exception {
    JsonNode first = page("&limit=2");
    assertEquals(2, first.get("alarms").size());
    JsonNode second = page("&limit=2&cursor=" + first.get("next").textValue());
    assertEquals(1, second.get("alarms").size());
    assertEquals("0x65", second.at("/alarms/0/kind").textValue());
    assertTrue(second.get("next").isNull());
  }

  @Test
  void refusesWhatCannotBeAsked() throws Exception {
    String path = "/vehicles/" + escape(TRUCK) + "/safety-alarms";
    assertTrue(web.get(token, path, 400).get("detail").textValue().startsWith("from"));
    web.get(token, path + "?" + PERIOD + "&cursor=x", 400);
    web.get(token, "/vehicles/x/safety-alarms?" + PERIOD, 404);
    String other = "/vehicles/" + escape(OTHER_TRUCK) + "/safety-alarms?" + PERIOD;
    assertEquals(0, web.get(token, other).get("alarms").size());
  }
}
