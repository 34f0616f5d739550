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
  void handsOutTheRankedListWithItsReasonsAsAFile() throws Exception {
    String path = "/api/v1" + at(119.1008).replace("/spill?", "/spill-file?");
    List<String> lines = PastIT.lines(web.bytes(supervisor, path).body());
    assertEquals("名次,类别,车牌,企业,可能性,时间,相距米,时速,观测率,地点,成立的理由", lines.get(0));
    assertTrue(lines.get(1).startsWith("1,经过车辆," + TRUCK + ",甲公司,"), lines.get(1));
    assertTrue(lines.get(1).contains("厢盖未关或不明"), lines.get(1));
    assertEquals(
        List.of(",未观测," + TRUCK, ",未观测," + OTHER_TRUCK),
        lines.stream()
            .filter(line -> line.contains("未观测"))
            .map(line -> line.substring(0, line.indexOf(',', 6)))
            .toList());
    String own = String.join("\n", PastIT.lines(web.bytes(web.signIn("jia"), path).body()));
    assertTrue(own.contains(TRUCK) && !own.contains(OTHER_TRUCK), own);
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
