package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PastIT {
  /** Long before what other tests file. */
  private static final int AT = -900_000;

  private static final Instant START = NOW.plusSeconds(AT);
  private static final String BOX = "west=119.1&south=36.7&east=119.2&north=36.71";

  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void drive() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    List<PositionRow> rows = new ArrayList<>();
    // there for a minute, away, and there again ten minutes later; then outside
    for (int s : new int[] {0, 30, 60, 660, 690}) {
      rows.add(row(1, TRUCK, 119.15, s));
    }
    rows.add(row(1, TRUCK, 119.2001, 300));
    rows.add(row(1, TRUCK, 119.3, 1000));
    rows.add(row(2, OTHER_TRUCK, 119.2, 20));
    new PositionStore(web.database).save(rows);
  }

  private static PositionRow row(int vehicle, String plate, double lon, int seconds) {
    return new PositionRow(vehicle, TestWeb.position(plate, lon, AT + seconds), new byte[0]);
  }

  private static String period(int from, int to) {
    return "&from=" + START.plusSeconds(from) + "&to=" + START.plusSeconds(to);
  }

  private static List<String> plates(JsonNode answer, String list) {
    List<String> plates = new ArrayList<>();
    answer.get(list).forEach(v -> plates.add(v.get("plate").textValue()));
    return plates;
  }

  @Test
  void tellsWhoWasThereWhenAndHowLong() throws Exception {
    JsonNode answer = web.get(supervisor, "/past/area?" + BOX + period(0, 1200));
    assertEquals(List.of(TRUCK, OTHER_TRUCK), plates(answer, "vehicles"));
    JsonNode truck = answer.at("/vehicles/0");
    assertEquals("甲公司", truck.get("company").textValue());
    assertEquals(2, truck.get("visits").size());
    assertEquals(90, truck.get("dwellSeconds").intValue());
    assertEquals(START, OffsetDateTime.parse(truck.at("/visits/0/from").textValue()).toInstant());
    assertEquals(60, truck.at("/visits/0/dwellSeconds").intValue());
    assertEquals(3, truck.at("/visits/0/fixes").intValue());
    assertEquals(1, answer.at("/vehicles/1/visits").size(), "on the edge is inside");
  }

  @Test
  void thePeriodHasItsBeginningAndNotItsEnd() throws Exception {
    assertEquals(
        List.of(TRUCK),
        plates(web.get(supervisor, "/past/area?" + BOX + period(0, 20)), "vehicles"));
    assertEquals(
        List.of(OTHER_TRUCK),
        plates(web.get(supervisor, "/past/area?" + BOX + period(20, 30)), "vehicles"));
  }

  @Test
  void aPolygonLeavesOutWhoWasOnlyInTheBoxAboutIt() throws Exception {
    String path = "/past/area?" + BOX + period(0, 1200) + "&polygon=";
    String around = "119.14,36.69,119.16,36.69,119.16,36.71,119.14,36.71";
    assertEquals(List.of(TRUCK), plates(web.get(supervisor, path + around), "vehicles"));
    // its corner lies a few metres south of where the truck was
    String beside = "119.14,36.69,119.16,36.69,119.15,36.7004";
    assertEquals(List.of(), plates(web.get(supervisor, path + beside), "vehicles"));
    String crossing = "119.14,36.69,119.16,36.71,119.16,36.69,119.14,36.71";
    for (String wrong :
        List.of(crossing, "119.14,36.69,119.16,36.69", "a,b,c,d,e,f", "1,2,3,4,5,6,7")) {
      String detail = web.get(supervisor, path + wrong, 400).get("detail").textValue();
      assertTrue(detail.startsWith("polygon: "), detail);
    }
  }

  @Test
  void goesOnFromPageToPage() throws Exception {
    String path = "/past/area?" + BOX + period(0, 1200) + "&limit=1";
    JsonNode first = web.get(supervisor, path);
    assertEquals(List.of(TRUCK), plates(first, "vehicles"));
    assertEquals(2, first.get("total").intValue());
    String cursor = TestWeb.escape(first.get("next").textValue());
    JsonNode second = web.get(supervisor, path + "&cursor=" + cursor);
    assertEquals(List.of(OTHER_TRUCK), plates(second, "vehicles"));
    assertTrue(second.get("next").isNull());
  }

  @Test
  void handsOutEveryVisitAsAFile() throws Exception {
    String path = "/api/v1/past/area-file?" + BOX + period(0, 1200);
    List<String> lines = lines(web.bytes(supervisor, path).body());
    assertEquals("车牌,企业,进入,离开,停留秒,定位点", lines.get(0));
    assertEquals(
        List.of(TRUCK, TRUCK, OTHER_TRUCK),
        lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList());
    assertTrue(lines.get(1).endsWith(",60,3"), lines.get(1));
    assertEquals(403, web.bytes(web.signIn("dui"), path).statusCode());
    byte[] sheet = web.bytes(supervisor, path + "&format=XLSX").body();
    assertEquals("PK", new String(sheet, 0, 2, StandardCharsets.US_ASCII));
    assertEquals(400, web.bytes(supervisor, path + "&format=GPKG").statusCode());
    String crossing = "&polygon=119.14,36.69,119.16,36.71,119.16,36.69,119.14,36.71";
    assertEquals(400, web.bytes(supervisor, path + crossing).statusCode());
  }

  /** Of a file, without the mark of its encoding and the quotes about its words. */
  static List<String> lines(byte[] csv) {
    String text = new String(csv, StandardCharsets.UTF_8);
    return text.replaceAll("[\uFEFF\"]", "").lines().toList();
  }

  @Test
  void showsTheFleetAtAMoment() throws Exception {
    JsonNode before = web.get(supervisor, "/past/fleet?at=" + START.minusSeconds(1));
    assertEquals(List.of(), plates(before, "positions"));
    JsonNode then = web.get(supervisor, "/past/fleet?at=" + START.plusSeconds(61));
    assertEquals(List.of(TRUCK, OTHER_TRUCK), plates(then, "positions"));
    assertEquals(119.15, then.at("/positions/0/lon").doubleValue(), 1e-9);
    JsonNode later = web.get(supervisor, "/past/fleet?at=" + START.plusSeconds(1000));
    assertEquals(119.3, later.at("/positions/0/lon").doubleValue(), 1e-9);
  }

  @Test
  void aCompanySeesItsOwnAndEveryLookIsWrittenDown() throws Exception {
    String dispatcher = web.signIn("jia");
    JsonNode answer = web.get(dispatcher, "/past/area?" + BOX + period(0, 1200));
    assertEquals(List.of(TRUCK), plates(answer, "vehicles"));
    assertEquals(1, answer.get("total").intValue());
    JsonNode then = web.get(dispatcher, "/past/fleet?at=" + START.plusSeconds(61));
    assertEquals(List.of(TRUCK), plates(then, "positions"));
    for (String action : List.of("past-area", "past-fleet")) {
      int lines =
          web.database
              .query(
                  "select count(*) from audit a join app_user u on u.id = a.user_id"
                      + " where a.action = ? and u.login = 'jia'",
                  row -> row.getInt(1),
                  action)
              .get(0);
      assertEquals(1, lines, action);
    }
    String file = "/api/v1/past/area-file?" + BOX + period(0, 1200);
    List<String> own = lines(web.bytes(dispatcher, file).body());
    assertTrue(
        own.size() == 3 && own.stream().skip(1).allMatch(l -> l.startsWith(TRUCK)), "" + own);
  }

  @Test
  void refusesWhatIsNoAreaOrTooMuch() throws Exception {
    for (String wrong :
        List.of(
            "/past/area?" + period(0, 60).substring(1),
            "/past/area?west=119.2&south=36.7&east=119.1&north=36.8" + period(0, 60),
            "/past/area?west=119.1&south=36.8&east=119.2&north=36.8" + period(0, 60),
            "/past/area?west=119&south=36&east=120&north=37" + period(0, 86_400 * 30),
            "/past/area?" + BOX,
            "/past/fleet",
            "/past/fleet?at=yesterday")) {
      assertEquals("bad_parameter", web.get(supervisor, wrong, 400).get("code").textValue(), wrong);
    }
  }
}
