package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.IdentityBook;
import io.qingtu.server.store.DriverQueries;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 驾驶员: a company registers who drives for it, and what when; it is noon of the 18th. */
class DriversIT {
  private static final String LICENCE = "370700199001011234";
  private static final Instant MIDNIGHT = Instant.parse("2026-11-17T16:00:00Z");

  private TestWeb web;
  private String dispatcher;

  @BeforeEach
  void start() throws Exception {
    web = TestWeb.alone(DriversIT.class, w -> {});
    dispatcher = web.signIn("jia");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private JsonNode register(String validTo) throws Exception {
    return web.post(
        dispatcher,
        "/drivers",
        "{\"licence\":\"%s\",\"name\":\"王小明\"%s}"
            .formatted(LICENCE, validTo.isEmpty() ? "" : ",\"validTo\":\"" + validTo + "\""),
        201);
  }

  private static String path(JsonNode driver, String what) {
    return "/drivers/" + driver.get("id").textValue() + what;
  }

  private static String turn(String plate, String from, String until) {
    return "{\"plate\":\"%s\",%s%s\"reason\":\"排班\"}"
        .formatted(
            plate,
            from.isEmpty() ? "" : "\"from\":\"" + from + "\",",
            until.isEmpty() ? "" : "\"until\":\"" + until + "\",");
  }

  private static String known(int version, String name, String more) {
    return "{\"version\":%d,\"name\":\"%s\",\"reason\":\"更正\"%s}".formatted(version, name, more);
  }

  private static String end(JsonNode driver) {
    return "/driver-turns/" + driver.at("/turns/0/id").textValue() + "/end";
  }

  private static String ended(int version, String until) {
    return "{\"version\":%d,\"until\":\"%s\",\"reason\":\"调班\"}".formatted(version, until);
  }

  private String refused(String path, String body) throws Exception {
    return web.post(dispatcher, path, body, 409).get("code").textValue();
  }

  private Optional<Set<String>> mayDrive(Instant t) {
    CityRecords records = new PlanStore(web.database).read().records();
    return new IdentityBook(records.identities(), records.drivers()).drivers(TRUCK, t);
  }

  @Test
  void isRegisteredPutOnAVehicleAndTakenOff() throws Exception {
    long before = new DriverQueries(web.database).steps();
    JsonNode driver = register("2027-01-31");
    assertEquals("王小明", driver.get("name").textValue());
    assertEquals("甲公司", driver.get("company").textValue());
    assertEquals("2027-01-31", driver.get("validTo").textValue());
    assertEquals(Optional.empty(), mayDrive(NOW));
    JsonNode on = web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "", ""), 201);
    assertEquals("RUNNING", on.at("/turns/0/state").textValue());
    assertEquals(0, on.at("/turns/0/lateHours").doubleValue());
    assertEquals(Optional.of(Set.of(LICENCE)), mayDrive(NOW));
    assertEquals(Optional.empty(), mayDrive(NOW.minusMillis(1)));
    assertEquals(before + 2, new DriverQueries(web.database).steps(), "the analysis is told");
    JsonNode off = web.post(dispatcher, end(on), ended(1, "2026-11-20"), 201);
    assertEquals(2, off.at("/turns/0/version").intValue());
    Instant until = MIDNIGHT.plus(Duration.ofDays(2));
    assertEquals(Optional.of(Set.of(LICENCE)), mayDrive(until.minusMillis(1)));
    assertEquals(Optional.of(Set.of()), mayDrive(until), "nobody, and not unknown");
    assertEquals(
        List.of("driver", "driver-turn", "driver-turn-ended"),
        web.database.query(
            "select action from audit where object = ? order by id",
            row -> row.getString(1),
            "driver/" + driver.get("id").textValue()));
    assertFalse(
        web.database
            .query("select detail::text from audit", row -> row.getString(1))
            .toString()
            .contains("王小明"),
        "the log is read by more people than may know the name");
  }

  @Test
  void drivesNoLongerThanTheQualificationLasts() throws Exception {
    JsonNode driver = register("2026-11-19");
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "", ""), 201);
    Instant over = MIDNIGHT.plus(Duration.ofDays(2));
    assertEquals(Optional.of(Set.of(LICENCE)), mayDrive(over.minusMillis(1)));
    assertEquals(Optional.of(Set.of()), mayDrive(over));
    web.post(
        dispatcher, path(driver, "/versions"), known(1, "王小明", ",\"validTo\":\"2026-11-20\""), 201);
    assertEquals(Optional.of(Set.of(LICENCE)), mayDrive(over), "it was renewed");
    web.post(
        dispatcher, path(driver, "/versions"), known(2, "王小明", ",\"validTo\":\"2026-11-18\""), 201);
    web.post(
        dispatcher,
        end(web.get(dispatcher, "/drivers").at("/drivers/0")),
        ended(1, "2026-11-18"),
        201);
    assertEquals("expired", refused(path(driver, "/turns"), turn(TRUCK, "2026-11-19", "")));
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "", "2026-11-19"), 201);
  }

  @Test
  void turnsFollowEachOtherAndDoNotRunBesideEachOther() throws Exception {
    JsonNode driver = register("");
    String turns = path(driver, "/turns");
    JsonNode late = web.post(dispatcher, turns, turn(TRUCK, "2026-11-18", "2026-11-19"), 201);
    assertEquals(12, late.at("/turns/0/lateHours").doubleValue());
    assertEquals("too_late", refused(turns, turn(TRUCK, "2026-11-17", "2026-11-18")));
    web.post(dispatcher, turns, turn(TRUCK, "2026-11-19", "2026-11-21"), 201);
    assertEquals("overlap", refused(turns, turn(TRUCK, "2026-11-20", "")));
    assertEquals("overlap", refused(end(late), ended(1, "2026-11-20")));
    assertEquals("stale", refused(end(late), ended(2, "2026-11-18")));
    JsonNode off = web.post(dispatcher, end(late), ended(1, "2026-11-18"), 201);
    assertEquals("ENDED", off.at("/turns/1/state").textValue());
    assertEquals("ended", refused(end(late), ended(2, "2026-11-19")));
  }

  @Test
  void whoLeavesDrivesNothingMoreAndMayComeBack() throws Exception {
    JsonNode driver = register("");
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "2026-11-18", ""), 201);
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK.replace("1", "9"), "", ""), 400);
    String left = known(1, "王小明", ",\"left\":true");
    JsonNode gone = web.post(dispatcher, path(driver, "/versions"), left, 201);
    assertEquals("ENDED", gone.at("/turns/0/state").textValue());
    assertEquals(Optional.of(Set.of()), mayDrive(NOW));
    assertEquals(Optional.of(Set.of(LICENCE)), mayDrive(NOW.minusMillis(1)));
    assertEquals("stale", refused(path(driver, "/versions"), left));
    assertEquals("left", refused(path(driver, "/turns"), turn(TRUCK, "", "")));
    assertEquals(
        "known", refused("/drivers", "{\"licence\":\"%s\",\"name\":\"x\"}".formatted(LICENCE)));
    JsonNode back = web.post(dispatcher, path(driver, "/versions"), known(2, "王小明", ""), 201);
    assertTrue(back.get("leftAt").isNull());
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "", ""), 201);
  }

  @Test
  void isTheCompanysAndItsNameIsMaskedForOthers() throws Exception {
    JsonNode driver = register("");
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "", ""), 201);
    JsonNode own = web.get(dispatcher, "/drivers").at("/drivers/0");
    assertEquals("王小明", own.get("name").textValue());
    assertEquals("王小明", web.get(web.signIn("jian"), "/drivers").at("/drivers/0/name").textValue());
    JsonNode masked = web.get(web.signIn("huan"), "/drivers").at("/drivers/0");
    assertEquals("王**", masked.get("name").textValue());
    assertEquals("**************1234", masked.get("licence").textValue());
    web.post(web.signIn("jian"), path(driver, "/turns"), turn(TRUCK, "", ""), 403);
    web.database.update("update app_user set company_id = 2 where login = 'wu'");
    String other = web.signIn("wu");
    assertEquals(0, web.get(other, "/drivers").get("drivers").size());
    web.post(other, path(driver, "/versions"), known(1, "x", ""), 404);
    web.post(other, path(driver, "/turns"), turn(OTHER_TRUCK, "", ""), 404);
    web.post(other, "/driver-turns/1/end", ended(1, "2026-11-20"), 404);
    web.post(dispatcher, path(driver, "/turns"), turn(OTHER_TRUCK, "", ""), 400);
    // the same person may drive for both
    web.post(other, "/drivers", "{\"licence\":\"%s\",\"name\":\"王小明\"}".formatted(LICENCE), 201);
    assertEquals(1, web.get(dispatcher, "/drivers").get("drivers").size());
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    for (String wrong :
        List.of(
            "{\"licence\":\" \",\"name\":\"a\"}",
            "{\"licence\":\"1\"}",
            "{\"licence\":\"1\",\"name\":\"a\",\"validTo\":\"soon\"}")) {
      web.post(dispatcher, "/drivers", wrong, 400);
    }
    JsonNode driver = register("");
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "2026-11-20", "2026-11-19"), 400);
    web.post(dispatcher, path(driver, "/versions"), "{\"version\":1,\"name\":\"a\"}", 400);
    web.database.update("update app_user set company_id = null where login = 'wu'");
    web.post(web.signIn("wu"), "/drivers", "{\"licence\":\"1\",\"name\":\"a\"}", 403);
  }

  @Test
  void nothingOfItIsEverRemoved() throws Exception {
    JsonNode driver = register("");
    web.post(dispatcher, path(driver, "/turns"), turn(TRUCK, "", ""), 201);
    for (String sql :
        List.of(
            "delete from company_driver",
            "update company_driver set licence = 'x'",
            "delete from company_driver_version",
            "update driver_turn set from_time = now()",
            "delete from driver_turn",
            "update driver_turn_version set reason = 'x'")) {
      assertThrows(StoreException.class, () -> web.database.update(sql), sql);
    }
  }
}
