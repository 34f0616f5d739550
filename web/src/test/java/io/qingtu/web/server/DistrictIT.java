package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.ReadAs;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 东区 watches 甲公司, which sweeps 东风街 and empties K1; 西区 watches 乙公司. Each of their supervisors sees
 * what is about the own district, with its evidence, and nothing of the other.
 */
class DistrictIT {
  private static TestWeb web;
  private static String east;
  private static String west;
  private static String city;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(DistrictIT.class, DistrictIT::seed);
    east = web.signIn("dong");
    west = web.signIn("xi");
    city = web.signIn("jian");
  }

  private static void seed(TestWeb w) {
    w.database.update(
        "insert into company (name, kind) values ('东区', 'DISTRICT'), ('西区', 'DISTRICT')");
    w.database.update(
        "update company o set district_id = (select d.id from company d where d.name ="
            + " case o.name when '甲公司' then '东区' else '西区' end)"
            + " where o.name in ('甲公司', '乙公司')");
    w.database.update(
        "insert into requirement (id, segment_id, grade, side, op, passes, window_from, window_to,"
            + " days, contractor) values"
            + " ('Q1', 'S1', null, 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', '甲公司'),"
            + " ('Q2', null, '1', 'FWD', 'FLUSH', 1, '04:00', '08:00', '1', '乙公司')");
    w.database.update(
        "insert into collection_point values ('K1', 119.1, 36.7, '04:00', '08:00', '1', '甲公司')");
    UserStore users = new UserStore(w.database);
    String hash = Passwords.hash(TestWeb.PASSWORD);
    users.add("dong", "东区监管", Role.SUPERVISOR, Optional.of("东区"), hash);
    users.add("xi", "西区监管", Role.SUPERVISOR, Optional.of("西区"), hash);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void assertSeen(long alert, String seer, String other) throws Exception {
    assertTrue(ids(seer).contains(alert));
    web.get(seer, "/alerts/" + alert);
    web.get(seer, "/alerts/" + alert + "/evidence");
    assertFalse(ids(other).contains(alert));
    web.get(other, "/alerts/" + alert, 404);
    web.get(other, "/alerts/" + alert + "/evidence", 404);
    assertTrue(ids(city).contains(alert));
  }

  private static List<Long> ids(String token) throws Exception {
    return web.get(token, "/alerts?limit=500").get("alerts").findValuesAsText("id").stream()
        .map(Long::valueOf)
        .toList();
  }

  @Test
  void seesTheAlertsOfTheVehiclesOfItsCompanies() throws Exception {
    assertSeen(web.raise("M03", TRUCK, -30_000, 2).id(), east, west);
    assertSeen(web.raise("M03", OTHER_TRUCK, -30_000, 2).id(), west, east);
  }

  /** Raises an alert that is about no vehicle. */
  private static long raise(String rule, String reason, String place, List<String> segments) {
    Alert alert =
        new Alert(
            rule,
            "",
            NOW.minusSeconds(7200),
            NOW.minusSeconds(1800),
            NOW.minusSeconds(3600),
            119.105,
            36.7,
            Grade.B,
            2,
            AlertStatus.ENDED,
            reason,
            place,
            "",
            "",
            segments,
            0,
            1,
            "passes",
            "1.0+abc",
            List.of());
    return new AlertStore(web.database).publish(List.of(alert), NOW).get(0).id();
  }

  @Test
  void seesWhatItsContractorsHaveMissedOnRoadsAndAtPoints() throws Exception {
    assertSeen(raise("S01", "SWEEP FWD", "", List.of("S1")), east, west);
    assertSeen(raise("S01", "FLUSH FWD", "", List.of("S1")), west, east);
    assertSeen(raise("S12", "", "K1", List.of()), east, west);
  }

  @Test
  void leavesToTheCityWhatNobodyHasContractedFor() throws Exception {
    long alert = raise("S01", "WASH FWD", "", List.of("S1"));
    web.get(east, "/alerts/" + alert, 404);
    web.get(west, "/alerts/" + alert, 404);
    web.get(city, "/alerts/" + alert);
  }

  @Test
  void namesTheContractorAndHoldsARoadBackEvenWhereAQueryForgetsTheScope() throws Exception {
    long alert = raise("S03", "SWEEP REV", "", List.of("S1"));
    AlertQueries alerts = new AlertQueries(web.database);
    assertEquals(Optional.of("甲公司"), alerts.find(alert, Scope.CITY).map(AlertRow::company));
    assertEquals(
        Optional.of("甲公司"),
        ReadAs.call(Scope.ofCompany(1), () -> alerts.find(alert, Scope.CITY))
            .map(AlertRow::company));
    assertEquals(
        Optional.empty(), ReadAs.call(Scope.ofCompany(2), () -> alerts.find(alert, Scope.CITY)));
    String key =
        web.database
            .query("select key from alert where id = ?", row -> row.getString(1), alert)
            .get(0);
    assertEquals(Optional.of(alert), alerts.find(key, Scope.CITY).map(AlertRow::id));
    assertEquals(Optional.of(alert), alerts.find(key, Scope.ofCompany(1)).map(AlertRow::id));
    assertEquals(Optional.empty(), alerts.find(key, Scope.ofCompany(2)));
  }

  @Test
  void seesTheEvidenceOfACaseOfItsOwnAndNotOfOneThatItOnlyHandles() throws Exception {
    long own = open(web.raise("M08", TRUCK, -50_000, 2).id());
    assertTrue(web.get(east, "/cases/" + own).get("seesEvidence").booleanValue());
    web.get(west, "/cases/" + own, 404);
    // far in time, else both would be one case
    long other = open(web.raise("M08", OTHER_TRUCK, -80_000, 2).id());
    step(other, 0, "FILE", "");
    step(other, 1, "DISPATCH", ",\"sideId\":" + district());
    assertFalse(web.get(east, "/cases/" + other).get("seesEvidence").booleanValue());
    assertTrue(web.get(west, "/cases/" + other).get("seesEvidence").booleanValue());
    assertTrue(web.get(city, "/cases/" + other).get("seesEvidence").booleanValue());
  }

  private static long open(long alert) throws Exception {
    return web.post(city, "/cases", "{\"alertId\":\"" + alert + "\"}", 201).get("id").longValue();
  }

  private static void step(long id, int version, String move, String more) throws Exception {
    String body = "{\"move\":\"%s\",\"version\":%d%s}".formatted(move, version, more);
    web.post(city, "/cases/" + id + "/steps", body, 201);
  }

  private static long district() throws Exception {
    for (JsonNode side : web.get(city, "/cases/sides").get("sides")) {
      if (side.get("name").textValue().equals("东区")) {
        return side.get("id").longValue();
      }
    }
    throw new AssertionError("there is no such district");
  }
}
