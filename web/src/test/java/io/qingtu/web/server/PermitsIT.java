package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

  private static List<String> ids(JsonNode answer) {
    return StreamSupport.stream(answer.get("permits").spliterator(), false)
        .map(p -> p.get("permitId").textValue())
        .toList();
  }
}
