package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose devices need somebody, from the database to the page. */
class DevicesIT {
  private static final int DAY = 24 * 3600;

  private static TestWeb web;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(DevicesIT.class, DevicesIT::file);
    token = web.signIn("jian");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void file(TestWeb w) {
    new UserStore(w.database)
        .add("an", "安装员", Role.INSTALLER, Optional.empty(), Passwords.hash(TestWeb.PASSWORD));
    w.raise("D08", TRUCK, -900, 2);
    w.database.update("update alert set reason = 'cover_stuck' where rule = 'D08'");
    w.raise("D02", TRUCK, -800, 3);
    long rejected = w.raise("D03", TRUCK, -700, 2).id();
    w.database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, at)"
            + " values (?, 1, 1, 'REJECTED', 'x', ?)",
        rejected,
        NOW);
    w.raise("D11", TRUCK, -600, 1);
    w.retract("D11", TRUCK, -600, "OPEN");
    w.raise("M03", TRUCK, -500, 3);
    w.raise("D12", TRUCK, -2 * DAY, 1);
    w.database.update(
        "update alert set status = 'ENDED', end_time = start_time where rule = 'D12'");
    vehicle(w, "鲁G10002", "13900010002", "10 days");
    vehicle(w, "鲁G10003", "13900010003", "23 hours");
    vehicle(w, "鲁G10004", "13900010004", null);
    vehicle(w, "鲁G10005", "13900010005", "10 days");
    recorder(w, "鲁G10003", "LZZ5ELSD0AB000003", "13900010003", "LZZ5ELSD0AB000009");
    recorder(w, TRUCK, "LZZ5ELSD0AB000001", "13900010001", "LZZ5ELSD0AB000001");
    // told by a terminal that is in another vehicle now
    recorder(w, "鲁G10002", "LZZ5ELSD0AB000002", "13900019999", "LZZ5ELSD0AB000009");
    w.database.update(
        "insert into vehicle_order values ('鲁G10005', 'LAID_UP', ?, ?, 'x')",
        NOW.minusSeconds(DAY),
        NOW.plusSeconds(DAY));
    // was over yesterday: it is silent
    w.database.update(
        "insert into vehicle_order values ('鲁G10002', 'LAID_UP', ?, ?, 'x')",
        NOW.minusSeconds(9 * DAY),
        NOW.minusSeconds(DAY));
  }

  private static void vehicle(TestWeb w, String plate, String phone, String silent) {
    int id =
        w.database
            .query(
                "insert into vehicle (plate, kind, company_id) values (?, 'SWEEPER', 1) returning id",
                r -> r.getInt(1),
                plate)
            .get(0);
    w.database.update("insert into terminal (phone, vehicle_id) values (?, ?)", phone, id);
    if (silent != null) {
      w.database.update(
          "insert into last_position select ?, ?::timestamptz - ?::interval, ?::timestamptz - ?::interval,"
              + " 119100000, 36700000, 0, 0, 0, 0, 0, -32768, 1",
          id,
          NOW,
          silent,
          NOW,
          silent);
    }
  }

  private static void recorder(TestWeb w, String plate, String vin, String phone, String told) {
    w.database.update("update vehicle set vin = ? where plate = ?", vin, plate);
    w.database.update(
        "insert into recorder_vin select id, ?, ?, ? from vehicle where plate = ?",
        phone,
        told,
        NOW.minusSeconds(60),
        plate);
  }

  private static JsonNode findings(String query) throws Exception {
    return web.get(token, "/devices/findings" + query);
  }

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("findings")
        .forEach(f -> names.add(f.get("fault").textValue() + " " + f.get("plate").textValue()));
    return names;
  }

  @Test
  void tellsWhatIsTheMatterTheMostUrgentFirst() throws Exception {
    assertEquals(
        List.of(
            "OTHER_VIN 鲁G10003",
            "POWER " + TRUCK,
            "SENSOR " + TRUCK,
            "SILENT 鲁G10002",
            "DRIFT " + TRUCK,
            "NEVER_SEEN 鲁G10004",
            "UNBOUND " + OTHER_TRUCK,
            "LAID_UP 鲁G10005"),
        names(findings("")));
  }

  @Test
  void givesTheEvidenceAndTheLastPlace() throws Exception {
    JsonNode sensor = findings("?fault=SENSOR").at("/findings/0");
    assertEquals("COVER", sensor.get("sensor").textValue());
    assertEquals("cover_stuck", sensor.get("reason").textValue());
    assertEquals("D08", sensor.get("rule").textValue());
    web.get(token, "/alerts/" + sensor.get("alertId").textValue());
    assertTrue(sensor.get("caseId").isNull());
    JsonNode silent = findings("?fault=SILENT").at("/findings/0");
    assertEquals(119.1, silent.get("lon").doubleValue(), 1e-9);
    assertEquals(36.7, silent.get("lat").doubleValue(), 1e-9);
    assertEquals("2026-11-08T12:00:00+08:00", silent.get("since").textValue());
    assertTrue(silent.get("alertId").isNull());
    JsonNode resting = findings("?fault=LAID_UP").at("/findings/0");
    assertEquals("2026-11-19T12:00:00+08:00", resting.get("laidUpUntil").textValue());
    JsonNode other = findings("?fault=OTHER_VIN").at("/findings/0");
    assertEquals("LZZ5ELSD0AB000003", other.get("registeredVin").textValue());
    assertEquals("LZZ5ELSD0AB000009", other.get("recorderVin").textValue());
    assertEquals("2026-11-18T11:59:00+08:00", other.get("since").textValue());
    assertTrue(silent.get("registeredVin").isNull());
    JsonNode unseen = findings("?fault=NEVER_SEEN").at("/findings/0");
    assertTrue(unseen.get("heard").isNull() && unseen.get("lon").isNull());
  }

  @Test
  void countsCompaniesWhateverIsAskedFor() throws Exception {
    for (String query : List.of("", "?fault=DRIFT", "?limit=1")) {
      JsonNode first = findings(query).at("/companies/0");
      assertEquals("甲公司", first.get("company").textValue());
      assertEquals(
          "{\"vehicles\":5,\"silent\":1,\"faulty\":3}", first.get("fleet").toString(), query);
      assertEquals(1, first.at("/counts/LAID_UP").intValue());
    }
    assertEquals(
        List.of("UNBOUND " + OTHER_TRUCK), names(findings("?company=" + TestWeb.escape("乙公司"))));
  }

  @Test
  void isReadPageByPage() throws Exception {
    List<String> all = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = findings("?limit=2" + next);
      all.addAll(names(page));
      next = page.get("next").isNull() ? null : "&cursor=" + page.get("next").textValue();
    } while (next != null);
    assertEquals(names(findings("")), all);
    for (String cursor : List.of("1", "1_2_3_x", "99_9999999999999999999_1_1")) {
      web.get(token, "/devices/findings?cursor=" + cursor, 400);
    }
  }

  @Test
  void aCaseOfTheAlertIsNamed() throws Exception {
    JsonNode power = findings("?fault=POWER").at("/findings/0");
    String alert = power.get("alertId").textValue();
    JsonNode opened = web.post(token, "/cases", "{\"alertId\":\"" + alert + "\"}", 201);
    assertEquals(
        opened.get("id").asText(), findings("?fault=POWER").at("/findings/0/caseId").textValue());
    // found at the same place within two hours: another source of the same case
    String sensor = findings("?fault=SENSOR").at("/findings/0/alertId").textValue();
    assertTrue(findings("?fault=SENSOR").at("/findings/0/caseId").isNull());
    web.post(token, "/cases", "{\"alertId\":\"" + sensor + "\"}", 201);
    for (String fault : List.of("POWER", "SENSOR")) {
      assertEquals(
          opened.get("id").asText(),
          findings("?fault=" + fault).at("/findings/0/caseId").textValue());
    }
    web.post(
        token,
        "/events",
        "{\"sourceId\":\"device-1\",\"type\":\"DEVICE\",\"title\":\"x\",\"plate\":\"鲁G10002\",\"time\":\""
            + NOW
            + "\"}",
        201);
    assertFalse(findings("?fault=SILENT").at("/findings/0/caseId").isNull());
  }

  @Test
  void aCompanySeesItsOwnAndAnInstallerTheCitys() throws Exception {
    JsonNode own = web.get(web.signIn("jia"), "/devices/findings");
    assertEquals(1, own.get("companies").size());
    assertFalse(names(own).contains("UNBOUND " + OTHER_TRUCK));
    assertEquals(0, web.get(web.signIn("wu"), "/devices/findings").get("findings").size());
    assertEquals(names(findings("")), names(web.get(web.signIn("an"), "/devices/findings")));
  }
}
