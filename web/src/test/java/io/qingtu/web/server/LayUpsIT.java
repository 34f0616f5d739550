package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.server.store.DeviceQueries;
import io.qingtu.server.store.LayUpStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 报停, 复驶: a dispatcher files which of the own vehicles do not run; it is noon of the 18th. */
class LayUpsIT {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-17T16:00:00Z");

  private TestWeb web;
  private String dispatcher;

  @BeforeEach
  void start() throws Exception {
    web = TestWeb.alone(LayUpsIT.class, w -> {});
    dispatcher = web.signIn("jia");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private static String layUp(String plate, String from, String until) {
    return "{\"plate\":\"%s\",%s%s\"reason\":\"年检大修\"}"
        .formatted(
            plate,
            from.isEmpty() ? "" : "\"from\":\"" + from + "\",",
            until.isEmpty() ? "" : "\"until\":\"" + until + "\",");
  }

  private static String end(int version, String until) {
    return "{\"version\":%d,%s\"reason\":\"修好了\"}"
        .formatted(version, until.isEmpty() ? "" : "\"until\":\"" + until + "\",");
  }

  private JsonNode file(String from, String until) throws Exception {
    return web.post(dispatcher, "/lay-ups", layUp(TRUCK, from, until), 201);
  }

  private static String path(JsonNode layUp) {
    return "/lay-ups/" + layUp.get("id").textValue() + "/end";
  }

  private String refused(String path, String body) throws Exception {
    return web.post(dispatcher, path, body, 409).get("code").textValue();
  }

  private static Instant time(JsonNode text) {
    return OffsetDateTime.parse(text.textValue()).toInstant();
  }

  private List<Validity> orders() {
    return new PlanStore(web.database)
        .read().records().vehicleOrders().stream()
            .filter(o -> o.kind() == VehicleOrder.Kind.LAID_UP && o.plate().equals(TRUCK))
            .map(VehicleOrder::period)
            .toList();
  }

  @Test
  void isFiledFromNowOnAndEndedByTheCompany() throws Exception {
    long before = new LayUpStore(web.database).steps();
    JsonNode made = file("", "");
    assertEquals("RUNNING", made.get("state").textValue());
    assertEquals(0, made.get("lateHours").doubleValue());
    assertTrue(made.get("until").isNull());
    assertEquals("甲公司调度", made.at("/steps/0/by").textValue());
    assertEquals(List.of(new Validity(NOW, Instant.MAX)), orders());
    assertEquals(before + 1, new LayUpStore(web.database).steps(), "the analysis is told");
    JsonNode ended = web.post(dispatcher, path(made), end(1, ""), 201);
    // it ended as soon as it had begun, and so never was
    assertEquals("WITHDRAWN", ended.get("state").textValue());
    assertEquals("修好了", ended.at("/steps/1/reason").textValue());
    assertEquals(List.of(), orders());
    assertEquals(
        List.of("lay-up 甲公司调度", "lay-up-ended 甲公司调度"),
        web.database.query(
            "select a.action || ' ' || u.display_name line from audit a"
                + " join app_user u on u.id = a.user_id where a.object = ? order by a.id",
            row -> row.getString("line"),
            "lay-up/" + made.get("id").textValue()));
  }

  @Test
  void whatIsTypedInAfterItsBeginningIsMarkedAndWhatLiesFurtherBackRefused() throws Exception {
    JsonNode made = file("2026-11-18", "2026-11-20");
    assertEquals(MIDNIGHT, time(made.get("from")));
    assertEquals(12, made.get("lateHours").doubleValue());
    web.post(dispatcher, path(made), end(1, "2026-11-19"), 201);
    assertEquals("too_late", refused("/lay-ups", layUp(TRUCK, "2026-11-17", "2026-11-18")));
    assertEquals(
        List.of(new Validity(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)))), orders(), "as ended");
  }

  @Test
  void endsNoSoonerThanNowAndOnceItHasEndedNoMore() throws Exception {
    JsonNode made = file("2026-11-18", "2026-11-19");
    assertEquals("past", refused(path(made), end(1, "2026-11-17")));
    assertEquals("stale", refused(path(made), end(2, "")));
    JsonNode today = web.post(dispatcher, path(made), end(1, "2026-11-18"), 201);
    assertEquals(NOW, time(today.get("until")), "from now on, not since midnight");
    assertEquals("ENDED", today.get("state").textValue());
    assertEquals("ended", refused(path(made), end(2, "2026-11-21")));
  }

  @Test
  void mayFollowAnotherAndNotRunBesideIt() throws Exception {
    JsonNode first = file("2026-11-20", "2026-11-22");
    assertEquals("COMING", first.get("state").textValue());
    file("2026-11-22", "");
    assertEquals("overlap", refused("/lay-ups", layUp(TRUCK, "2026-11-19", "2026-11-21")));
    file("2026-11-19", "2026-11-20");
    assertEquals("overlap", refused(path(first), end(1, "2026-11-23")));
    web.database.update(
        "insert into vehicle_order values (?, 'LAID_UP', ?, ?, '城管局')",
        TRUCK,
        NOW,
        NOW.plusSeconds(3600));
    assertEquals("overlap", refused("/lay-ups", layUp(TRUCK, "2026-11-18", "2026-11-19")));
    JsonNode all = web.get(dispatcher, "/lay-ups").get("layUps");
    assertEquals(4, all.size());
    assertTrue(
        StreamSupport.stream(all.spliterator(), false)
            .anyMatch(l -> l.get("id").isNull() && l.get("saidBy").textValue().equals("城管局")));
  }

  @Test
  void whatHasNotBegunIsTakenBackForGood() throws Exception {
    JsonNode coming = file("2026-11-20", "");
    JsonNode taken = web.post(dispatcher, path(coming), end(1, ""), 201);
    assertEquals("WITHDRAWN", taken.get("state").textValue());
    assertEquals("ended", refused(path(coming), end(2, "2026-11-25")));
    assertEquals(List.of(), orders());
    file("2026-11-19", "2026-11-23");
  }

  @Test
  void isForTheOwnVehiclesAlone() throws Exception {
    web.post(dispatcher, "/lay-ups", layUp(OTHER_TRUCK, "", ""), 400);
    JsonNode own = file("", "");
    web.database.update("update app_user set company_id = 2 where login = 'wu'");
    String other = web.signIn("wu");
    web.post(other, path(own), end(1, ""), 404);
    assertEquals(0, web.get(other, "/lay-ups").get("layUps").size());
    JsonNode theirs = web.post(other, "/lay-ups", layUp(OTHER_TRUCK, "", ""), 201);
    web.post(dispatcher, path(theirs), end(1, ""), 404);
    web.post(dispatcher, "/lay-ups/0/end", end(1, ""), 404);
    assertEquals(1, web.get(dispatcher, "/lay-ups").get("layUps").size());
    for (String login : List.of("jian", "huan")) {
      String reader = web.signIn(login);
      assertEquals(2, web.get(reader, "/lay-ups").get("layUps").size(), login);
      web.post(reader, "/lay-ups", layUp(TRUCK, "", ""), 403);
      web.post(reader, path(own), end(1, ""), 403);
    }
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    for (String wrong :
        List.of(
            layUp("", "", ""),
            layUp(TRUCK, "18.11.", ""),
            layUp(TRUCK, "2026-11-20", "2026-11-19"),
            layUp(TRUCK, "", "").replace("年检大修", " "))) {
      web.post(dispatcher, "/lay-ups", wrong, 400);
    }
    assertEquals("past", refused("/lay-ups", layUp(TRUCK, "2026-11-20", "2026-11-20")));
  }

  @Test
  void whatIsDrivenAllTheSameShows() throws Exception {
    web.database.update(
        "insert into lay_up (vehicle_id, from_time, until_time, version) values (1, ?, ?, 1)",
        MIDNIGHT.minus(Duration.ofDays(3)),
        NOW);
    for (int days : new int[] {4, 3, 1, 0}) {
      web.database.update(
          "insert into quality_day (vehicle_id, day, received, accepted, dropped, observed_share,"
              + " sensor_health, distance_km, continuous_km)"
              + " values (1, date '2026-11-18' - ?, 1, 1, '{}', 1, '{}', ?, 0)",
          days,
          Math.pow(10, days));
    }
    // the day before it began, and the one on which it ended, it might drive
    assertEquals(
        1010, web.get(dispatcher, "/lay-ups").at("/layUps/0/drivenKm").doubleValue(), 0.01);
  }

  @Test
  void theDevicesOfWhatIsLaidUpAreNotAskedFor() throws Exception {
    file("", "");
    assertEquals(Instant.MAX, laidUpUntil(TRUCK));
    assertNull(laidUpUntil(OTHER_TRUCK));
  }

  private Instant laidUpUntil(String plate) {
    return new DeviceQueries(web.database)
        .find(plate, NOW, Scope.CITY)
        .orElseThrow()
        .facts()
        .laidUpUntil();
  }

  @Test
  void nothingOfItIsEverRemoved() throws Exception {
    file("", "");
    for (String sql :
        List.of(
            "delete from lay_up",
            "update lay_up set from_time = now()",
            "update lay_up_version set reason = 'x'",
            "delete from lay_up_version")) {
      assertThrows(StoreException.class, () -> web.database.update(sql), sql);
    }
  }
}
