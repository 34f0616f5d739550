package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * P10 over the API: ninety days ago both trucks made six trips; three of the first one's ended
 * nowhere, as M07 says of two, and a person has taken back one of those.
 */
class BehaviourIT {
  private static final int START = -90 * 86_400;
  private static final String ASKED = "/behaviour?from=" + at(0) + "&to=" + at(7 * 24);

  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    for (int i = 0; i < 6; i++) {
      trip("B1" + i, 1, i, i < 3 ? "UNEXPLAINED" : "OK");
      trip("B2" + i, 2, i, "OK");
    }
    notCompleted("B10", 0);
    long wrong = notCompleted("B11", 1);
    web.post(
        supervisor,
        "/alerts/" + wrong + "/reviews",
        "{\"decision\":\"REJECTED\",\"reason\":\"gps_drift\"}",
        201);
  }

  private static Instant at(int hours) {
    return NOW.plusSeconds(START + hours * 3600L);
  }

  private static void trip(String id, int vehicle, int hour, String end) {
    web.database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match)"
            + " values (?, ?, '', 'P1', ?, ?, 'P2', ?, 'C', 9000, 0, 0, 0, 50, 0.9, '', '')",
        id,
        vehicle,
        at(hour),
        end,
        at(hour).plusSeconds(1800));
  }

  private static long notCompleted(String trip, int hour) {
    long id = web.raise("M07", TRUCK, START + hour * 3600, 3).id();
    web.database.update("update alert set trip_id = ?, status = 'ENDED' where id = ?", trip, id);
    return id;
  }

  private static List<String> held(JsonNode row) {
    List<String> kinds = new ArrayList<>();
    row.get("indicators")
        .forEach(
            i -> {
              if (i.get("held").booleanValue()) {
                kinds.add(i.get("kind").textValue());
              }
            });
    return kinds;
  }

  @Test
  void ranksTrucksWithTheirReasons() throws Exception {
    JsonNode trucks = web.get(supervisor, ASKED).get("trucks").get("compared");
    JsonNode worst = trucks.get(0);
    assertEquals(TRUCK, worst.get("name").textValue());
    assertEquals("甲公司", worst.get("company").textValue());
    assertEquals(List.of("NO_DISPOSAL"), held(worst));
    JsonNode m07 = worst.get("indicators").get(0);
    assertEquals(1, m07.get("cases").intValue(), "the rejected alarm does not count");
    assertEquals(6, m07.get("of").intValue());
    assertTrue(worst.get("indicators").get(2).get("share").isNull(), "no round time is known");
    assertEquals(OTHER_TRUCK, trucks.get(1).get("name").textValue());
    assertEquals(0, trucks.get(1).get("score").doubleValue());
  }

  @Test
  void ranksCompaniesTheSameWay() throws Exception {
    JsonNode companies = web.get(supervisor, ASKED).get("companies").get("compared");
    assertEquals("甲公司", companies.get(0).get("name").textValue());
    assertEquals(0.9, companies.get(0).get("observed").doubleValue(), 1e-9);
  }

  @Test
  void namesThoseOfWhomThereIsTooLittle() throws Exception {
    String nothing = "/behaviour?from=" + at(10 * 24) + "&to=" + at(11 * 24);
    JsonNode trucks = web.get(supervisor, nothing).get("trucks");
    assertEquals(0, trucks.get("compared").size());
    assertEquals(2, trucks.get("tooFew").size());
    assertTrue(trucks.get("tooFew").get(0).get("observed").isNull());
  }

  @Test
  void aDispatcherSeesTheOwnCompanyOnly() throws Exception {
    JsonNode own = web.get(web.signIn("jia"), ASKED);
    assertEquals(1, own.get("trucks").get("compared").size());
    assertEquals(1, own.get("companies").get("compared").size());
    assertTrue(held(own.get("trucks").get("compared").get(0)).isEmpty(), "nobody to compare with");
    JsonNode none = web.get(web.signIn("wu"), ASKED);
    assertEquals(0, none.get("trucks").get("compared").size());
    web.get(supervisor, "/behaviour?from=" + NOW, 400);
  }
}
