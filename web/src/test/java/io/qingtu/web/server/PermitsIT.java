package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PermitsIT {
  private static final TestWeb WEB = TestWeb.shared();

  @BeforeAll
  static void file() {
    file("ZE1", TRUCK, Duration.ofDays(3));
    file("ZE2", OTHER_TRUCK, Duration.ofHours(20));
    file("ZE3", OTHER_TRUCK, Duration.ofDays(8));
    file("ZE4", OTHER_TRUCK, Duration.ZERO);
    file("ZE5", OTHER_TRUCK, Duration.ofDays(30));
    WEB.database.update(
        "update permit set valid_from = ? where id = 'ZE5'", NOW.plus(Duration.ofMillis(1)));
  }

  private static void file(String id, String plate, Duration left) {
    WEB.database.update(
        "insert into permit (id, plate, site_id, disposal_ids, route_ids, valid_to)"
            + " values (?, ?, ?, '', '', ?)",
        id,
        plate,
        id.equals("ZE3") ? "P2" : "P1-" + id,
        NOW.plus(left));
  }

  @AfterAll
  static void remove() {
    WEB.database.update("delete from permit where id like 'ZE%'");
  }

  @Test
  void theBureauSeesWhatRunsOutTheFirstToEndInFront() throws Exception {
    JsonNode answer = WEB.get(WEB.signIn("jian"), "/permits/expiring");
    assertEquals(List.of("ZE2", "ZE1"), ids(answer));
    JsonNode first = answer.get("permits").get(0);
    assertEquals("乙公司", first.get("company").textValue());
    assertEquals(20, first.get("hoursLeft").intValue());
    assertEquals(3, first.get("warning").intValue());
    assertEquals(2, answer.get("permits").get(1).get("warning").intValue());
    assertEquals(
        "2026-11-21T12:00:00+08:00", answer.get("permits").get(1).get("validTo").textValue());
  }

  @Test
  void aCompanySeesItsOwn() throws Exception {
    assertEquals(List.of("ZE1"), ids(WEB.get(WEB.signIn("jia"), "/permits/expiring")));
    assertEquals(List.of(), ids(WEB.get(WEB.signIn("wu"), "/permits/expiring")));
  }

  @Test
  void aVehiclesPermitsAreTheRestLongestValidInFront() throws Exception {
    JsonNode answer = WEB.get(WEB.signIn("jian"), "/vehicles/" + escape(OTHER_TRUCK) + "/permits");
    assertEquals(List.of("ZE5", "ZE3", "ZE2", "ZE4"), ids(answer));
    assertEquals(
        List.of("NOT_YET", "IN_FORCE", "EXPIRING", "EXPIRED"),
        StreamSupport.stream(answer.get("permits").spliterator(), false)
            .map(p -> p.get("state").textValue())
            .toList());
    assertEquals(20, answer.at("/permits/2/hoursLeft").intValue());
    assertTrue(answer.at("/permits/1/hoursLeft").isNull());
  }

  @Test
  void aPermitIsToldWithItsPlacesRoutesHoursAndVolume() throws Exception {
    JsonNode answer = WEB.get(WEB.signIn("jia"), "/vehicles/" + escape(TRUCK) + "/permits");
    JsonNode first = answer.at("/permits/0");
    assertEquals("Z1", first.get("permitId").textValue());
    assertEquals("IN_FORCE", first.get("state").textValue());
    assertEquals("一号工地", first.get("siteName").textValue());
    assertEquals("[{\"id\":\"P2\",\"name\":\"远处\"}]", first.get("grounds").toString());
    assertEquals("[\"R1\"]", first.get("routeIds").toString());
    assertTrue(first.get("dailyFrom").textValue().startsWith("21:00"));
    assertTrue(first.get("validTo").isNull() && first.get("approvedM3").isNull());
    JsonNode second = answer.at("/permits/1");
    assertEquals("", second.get("siteName").textValue());
    assertTrue(second.get("dailyFrom").isNull());
  }

  @Test
  void aCompanySeesNoPermitOfAnothersVehicle() throws Exception {
    for (String login : List.of("jia", "wu", "dui")) {
      WEB.get(WEB.signIn(login), "/vehicles/" + escape(OTHER_TRUCK) + "/permits", 404);
    }
    WEB.get(WEB.signIn("jian"), "/vehicles/none/permits", 404);
  }

  private static List<String> ids(JsonNode answer) {
    return StreamSupport.stream(answer.get("permits").spliterator(), false)
        .map(p -> p.get("permitId").textValue())
        .toList();
  }
}
