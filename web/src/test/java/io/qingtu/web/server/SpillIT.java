package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reverse query over the API. */
class SpillIT {
  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
  }

  private static String at(double lon) {
    return "/spill?lon=%s&lat=36.7005&from=%s&to=%s"
        .formatted(lon, NOW.minusSeconds(600), NOW.plusSeconds(60));
  }

  private static List<String> plates(JsonNode rows) {
    List<String> plates = new ArrayList<>();
    rows.forEach(r -> plates.add(r.get("plate").textValue()));
    return plates;
  }

  @Test
  void namesWhoPassedWithTheReasons() throws Exception {
    JsonNode answer = web.get(supervisor, at(119.1008));
    assertEquals(List.of(TRUCK), plates(answer.get("candidates")));
    JsonNode truck = answer.get("candidates").get(0);
    assertEquals("甲公司", truck.get("company").textValue());
    assertTrue(truck.get("metres").doubleValue() < 60);
    assertEquals(6, truck.get("reasons").size());
    assertEquals("COVER_NOT_CLOSED", truck.get("reasons").get(1).get("kind").textValue());
    assertTrue(truck.get("reasons").get(1).get("held").booleanValue());
    assertEquals(
        List.of(TRUCK, OTHER_TRUCK), plates(answer.get("unobserved")), "both were hardly heard");
  }

  @Test
  void aDispatcherSeesTheOwnCompanyOnly() throws Exception {
    String dispatcher = web.signIn("jia");
    assertEquals(List.of(TRUCK), plates(web.get(dispatcher, at(119.1008)).get("unobserved")));
    JsonNode other = web.get(dispatcher, at(119.3));
    assertEquals(0, other.get("candidates").size());
    assertEquals(List.of(OTHER_TRUCK), plates(web.get(supervisor, at(119.3)).get("candidates")));
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    String times = "&from=" + NOW.minusSeconds(60) + "&to=" + NOW;
    for (String wrong :
        List.of(
            "/spill?lat=36.7" + times,
            "/spill?lon=181&lat=36.7" + times,
            "/spill?lon=NaN&lat=36.7" + times,
            "/spill?lon=119&lat=x" + times,
            "/spill?lon=119&lat=36.7",
            "/spill?lon=119&lat=36.7&from=" + NOW.minusSeconds(32 * 86_400) + "&to=" + NOW)) {
      web.get(supervisor, wrong, 400);
    }
  }
}
