package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The device of one vehicle, from the database to the page. */
class VehicleDeviceIT {
  private static final String DEVICE = "/vehicles/" + escape(TRUCK) + "/device";

  private static TestWeb web;

  @BeforeAll
  static void start() {
    web = TestWeb.alone(VehicleDeviceIT.class, VehicleDeviceIT::file);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void file(TestWeb w) {
    // the last report, half a minute old, says something of cover, lift and load
    w.database.update("update vehicle set sensors = 'cover;lift;load;brush;pump' where id = 1");
    for (String day :
        List.of(
            "'2026-11-14', 9, '{\"load\":\"UNKNOWN\",\"brush\":\"HEALTHY\"}'",
            "'2026-11-15', 9, '{\"load\":\"HEALTHY\",\"brush\":\"BAD\",\"speed\":\"MISMATCH\"}'",
            "'2026-11-16', 0, '{\"load\":\"UNKNOWN\",\"brush\":\"UNKNOWN\"}'",
            "'2026-11-17', 9, '{\"load\":\"HEALTHY\",\"brush\":\"UNKNOWN\"}'")) {
      w.database.update(
          "insert into quality_day (vehicle_id, day, accepted, sensor_health, received, dropped,"
              + " observed_share, distance_km, continuous_km) select 1, d.day::date, d.n,"
              + " d.health::jsonb, 9, '{}', 1, 1, 1 from (values ("
              + day
              + ")) d(day, n, health)");
    }
    raise(w, "D08", -900, "cover_stuck");
    end(w, raise(w, "D08", -7200, "lift_never_up"), -3600);
    end(w, raise(w, "D02", -9000, ""), -8000);
    long rejected = raise(w, "D03", -9500, "");
    end(w, rejected, -9400);
    w.database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, at)"
            + " values (?, 1, 1, 'REJECTED', 'x', ?)",
        rejected,
        NOW);
    w.database.update(
        "update terminal set registered_at = ? where vehicle_id = 1", NOW.minusSeconds(90_000));
    w.database.update(
        "insert into installation (vehicle_id, phone, iccid, reason, user_id, at)"
            + " values (1, '13900010001', 'x', 'FIRST', 1, ?)",
        NOW.minusSeconds(100_000));
    w.database.update(
        "insert into installation_step (installation_id, move, user_id, at, detail)"
            + " values (1, 'TEST', 1, ?, '{}')",
        NOW.minusSeconds(95_000));
    w.database.update(
        "insert into command (vehicle_id, phone, kind, arguments, requested_by, created_at,"
            + " expires_at, state, answered_at, updated_at)"
            + " values (1, '13900010001', 'LOCATE', '{}', 1, ?, ?, 'ANSWERED', ?, ?)",
        NOW.minusSeconds(5000),
        NOW,
        NOW.minusSeconds(4990),
        NOW);
  }

  private static long raise(TestWeb w, String rule, int seconds, String reason) {
    long id = w.raise(rule, TRUCK, seconds, 2).id();
    w.database.update("update alert set reason = ? where id = ?", reason, id);
    return id;
  }

  private static void end(TestWeb w, long alert, int seconds) {
    w.database.update(
        "update alert set status = 'ENDED', end_time = ? where id = ?",
        NOW.plusSeconds(seconds),
        alert);
  }

  private static List<String> told(JsonNode rows, String... fields) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                String.join(" ", List.of(fields).stream().map(f -> row.get(f).asText()).toList()))
        .toList();
  }

  @Test
  void tellsOfEachSensorHowItStandsAndSinceWhen() throws Exception {
    JsonNode answer = web.get(web.signIn("jian"), DEVICE);
    assertEquals(
        List.of(
            "COVER BAD 2026-11-18T11:45:00+08:00 cover_stuck",
            "LIFT HEALTHY 2026-11-18T11:00:00+08:00 null",
            "LOAD HEALTHY 2026-11-15T00:00:00+08:00 null",
            "BRUSH NOT_OBSERVED 2026-11-16T00:00:00+08:00 null",
            "PUMP NOT_OBSERVED null null"),
        told(answer.get("sensors"), "sensor", "state", "since", "reason"));
    web.get(web.signIn("jian"), "/alerts/" + answer.at("/sensors/0/alertId").textValue());
    assertEquals(List.of("SENSOR COVER"), told(answer.get("findings"), "fault", "sensor"));
    assertEquals("13900010001", answer.get("phone").textValue());
  }

  private static void card(int seconds, String licence, String name) {
    web.database.update(
        "insert into driver_card (vehicle_id, time, licence, id_number, name)"
            + " values (1, ?, ?, '', ?)",
        NOW.plusSeconds(seconds),
        licence,
        name);
  }

  private static String shown(String login) throws Exception {
    JsonNode card = web.get(web.signIn(login), DEVICE).get("card");
    return card.isNull() ? "" : String.join(" ", told(card));
  }

  private static List<String> told(JsonNode card) {
    return List.of(
        card.get("name").textValue(),
        card.get("number").textValue(),
        card.get("since").textValue());
  }

  @Test
  void tellsWhoHasShownACardMaskedForWhoMayNotKnow() throws Exception {
    assertEquals("", shown("jian"), "nobody has");
    card(-43_201, "370700199001011234", "王小明");
    assertEquals("", shown("jian"), "longer ago than a shift");
    card(-43_200, "370700199001011234", "王小明");
    String since = " 2026-11-18T00:00:00+08:00";
    assertEquals("王小明 370700199001011234" + since, shown("jian"));
    assertEquals("王小明 370700199001011234" + since, shown("jia"));
    assertEquals("王** **************1234" + since, shown("huan"));
    card(-60, "", "");
    assertEquals("", shown("jian"), "it is out");
    card(1, "370700199001011234", "王小明");
    assertEquals("", shown("jian"), "not yet in");
    card(0, "1", "李");
    assertEquals("李 1 2026-11-18T12:00:00+08:00", shown("jian"));
    card(0, "2", "王");
    assertEquals("", shown("jian"), "two at once");
  }

  @Test
  void historyHasEveryKindTheNewestFirst() throws Exception {
    String supervisor = web.signIn("jian");
    JsonNode all = web.get(supervisor, DEVICE + "-history").get("entries");
    assertEquals(
        List.of(
            "FINDING D08 ENDED lift_never_up",
            "COMMAND LOCATE ANSWERED ",
            "FINDING D02 ENDED ",
            "BINDING standard ENABLED ",
            "INSTALLATION FIRST TESTING "),
        told(all, "kind", "what", "state", "reason"));
    assertEquals("jian", all.get(1).get("by").textValue());
    assertEquals("2026-11-18T10:00:00+08:00", all.get(0).get("since").textValue());
    assertTrue(all.get(4).get("until").isNull());
  }

  @Test
  void whoSeesNoTerminalsIsToldOfNoInstallation() throws Exception {
    assertEquals(
        List.of("FINDING", "COMMAND", "FINDING"),
        told(web.get(web.signIn("jia"), DEVICE + "-history").get("entries"), "kind"));
    assertEquals(5, web.get(web.signIn("jia"), DEVICE).get("sensors").size());
  }

  @Test
  void aCompanySeesNothingOfAnothersDevice() throws Exception {
    String other = "/vehicles/" + escape(OTHER_TRUCK) + "/device";
    for (String login : List.of("jia", "wu", "dui")) {
      web.get(web.signIn(login), other, 404);
      web.get(web.signIn(login), other + "-history", 404);
    }
    JsonNode bare = web.get(web.signIn("jian"), other);
    assertEquals(0, bare.get("sensors").size());
    assertEquals(List.of("UNBOUND"), told(bare.get("findings"), "fault"));
  }

  @Test
  void refusesACursorThatItHasNotGiven() throws Exception {
    for (String cursor :
        List.of("1", "1.0_NOTHING_1", "1.0_COMMAND_x", "99999999999999.0_COMMAND_1")) {
      web.get(web.signIn("jian"), DEVICE + "-history?cursor=" + cursor, 400);
    }
  }
}
