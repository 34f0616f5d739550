package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Gaps, linked trucks and hot spots over the API. Forty days ago one truck left the site, stood at
 * the field, was not seen for 20 minutes and came back empty; a day later a truck of the other
 * company stood at the same field, and the day after one that delivered elsewhere.
 *
 * <pre>
 *   site 119.10 ──── gap's end 119.12 ── field 119.13 ── gap's begin 119.14 ────── ground 119.50
 * </pre>
 */
class DumpIT {
  private static final int DAY = 86_400;
  private static final int START = -40 * DAY;
  private static final double FIELD = 119.13;

  private static TestWeb web;
  private static String supervisor;
  private static String dispatcher;
  private static long lost;
  private static long dumped;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
    List<PositionRow> rows = new ArrayList<>();
    for (int s : new int[] {0, 600, 1800, 2100, 2400, 2700, 3000, 3300, 3600}) {
      double lon = s == 0 || s > 1800 ? 119.1005 : s == 600 ? 119.14 : 119.12;
      rows.add(new PositionRow(1, TestWeb.position(TRUCK, lon, START + s), new byte[0]));
    }
    stand(rows, 1, TRUCK, START + 200);
    stand(rows, 2, OTHER_TRUCK, START + DAY);
    stand(rows, 2, OTHER_TRUCK, START + 2 * DAY);
    new PositionStore(web.database).save(rows);
    mend();
    trip("D1", 1, "P1", START, "UNEXPLAINED");
    trip("D2", 2, "P1", START + DAY - 600, "UNEXPLAINED");
    trip("D3", 2, "P9", START + 2 * DAY - 600, "OK");
    lost = alert("M07", 3600, 119.1005);
    dumped = alert("M02", 230, FIELD);
    alert("M02", 240, FIELD + 0.001);
    alert("M02", 250, FIELD - 0.001);
    web.database.update(
        "insert into gate_event (camera_id, place_id, direction, time, plate, confidence)"
            + " values ('K9', 'P1', 'IN', ?, ?, 1)",
        at(START + DAY / 2),
        TRUCK);
  }

  private static Instant at(int seconds) {
    return NOW.plusSeconds(seconds);
  }

  /**
   * What the positions of tests have otherwise: they stand at the field; no sensor tells a load.
   */
  private static void mend() {
    web.database.update(
        "update positions set sensors = 0, speed_dkmh = case when lon_e6 = 119130000 then 0"
            + " else speed_dkmh end where time < ?",
        at(START + 3 * DAY));
  }

  /** Three minutes at the field. */
  private static void stand(List<PositionRow> rows, int id, String plate, int from) {
    for (int s = 0; s <= 180; s += 60) {
      rows.add(new PositionRow(id, TestWeb.position(plate, FIELD, from + s), new byte[0]));
    }
  }

  private static void trip(String id, int vehicle, String site, int from, String end) {
    web.database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match)"
            + " values (?, ?, '', ?, ?, ?, '', ?, 'C', 9000, 0, 0, 0, 50, 0.6, '', '')",
        id,
        vehicle,
        site,
        at(from),
        end,
        at(from + 3600));
  }

  /** An alert of the first truck's trip that is over and of little weight. */
  private static long alert(String rule, int seconds, double lon) {
    long id = web.raise(rule, TRUCK, START + seconds, 1).id();
    web.database.update(
        "update alert set trip_id = 'D1', status = 'ENDED', end_time = start_time, lon = ?"
            + " where id = ?",
        lon,
        id);
    return id;
  }

  private static List<String> texts(JsonNode rows, String field) {
    List<String> texts = new ArrayList<>();
    rows.forEach(r -> texts.add(r.get(field).textValue()));
    return texts;
  }

  @Test
  void namesWhatWasInReachDuringTheGap() throws Exception {
    JsonNode answer = web.get(supervisor, "/alerts/" + lost + "/gap");
    assertEquals("D1", answer.get("tripId").textValue());
    assertEquals(1, answer.get("gaps").size());
    JsonNode gap = answer.get("gaps").get(0);
    // 17 minutes at 35 km/h
    assertEquals(9917, gap.get("majorMetres").doubleValue());
    assertEquals(List.of(119.14, 36.7005), coordinates(gap.get("before")));
    assertEquals(73, gap.get("outline").size());
    // the field lies on the way; the ground is out of reach
    assertEquals(List.of("HOT_SPOT", "PLACE", "CAMERA"), texts(gap.get("candidates"), "kind"));
    assertEquals(List.of("P1", "K9"), texts(gap.get("candidates"), "id").subList(1, 3));
    assertEquals(0, gap.get("candidates").get(0).get("detourSeconds").intValue());
  }

  private static List<Double> coordinates(JsonNode point) {
    return List.of(point.get(0).doubleValue(), point.get(1).doubleValue());
  }

  @Test
  void anAlertWithoutATripHasNoGaps() throws Exception {
    long id = alert("M13", 300, 119.2);
    web.database.update("update alert set trip_id = '' where id = ?", id);
    assertEquals(0, web.get(supervisor, "/alerts/" + id + "/gap").get("gaps").size());
  }

  @Test
  void namesTheTrucksThatStoodThereWithTheirTrips() throws Exception {
    JsonNode answer = web.get(supervisor, "/alerts/" + dumped + "/linked");
    assertFalse(answer.get("confirmed").booleanValue());
    assertEquals(List.of(TRUCK, OTHER_TRUCK), texts(answer.get("trucks"), "plate"));
    JsonNode other = answer.get("trucks").get(1);
    assertEquals(1, other.get("trips").intValue());
    assertEquals("P1", other.get("sites").get(0).textValue());
    assertEquals(
        List.of("D2"), texts(other.get("dwells"), "tripId"), "D3 delivered, from another site");
    assertEquals(0, answer.get("unobserved").size(), "both were seen there");
  }

  @Test
  void namesTheTrucksThatMayHaveStoodThereUnseen() throws Exception {
    long elsewhere = alert("M01", 260, FIELD + 0.1);
    JsonNode answer = web.get(supervisor, "/alerts/" + elsewhere + "/linked");
    assertEquals(0, answer.get("trucks").size());
    JsonNode unseen = answer.get("unobserved");
    assertEquals(List.of(TRUCK, OTHER_TRUCK), texts(unseen, "plate"));
    assertEquals(1, unseen.get(1).get("trips").intValue(), "D3 delivered");
    assertEquals(0.6, unseen.get(0).get("observed").doubleValue(), 1e-9);
    JsonNode own = web.get(dispatcher, "/alerts/" + elsewhere + "/linked");
    assertEquals(List.of(TRUCK), texts(own.get("unobserved"), "plate"));
  }

  @Test
  void aDispatcherSeesTheOwnCompanyOnly() throws Exception {
    JsonNode own = web.get(dispatcher, "/alerts/" + dumped + "/linked");
    assertEquals(List.of(TRUCK), texts(own.get("trucks"), "plate"));
    String stranger = web.signIn("wu");
    web.get(stranger, "/alerts/" + dumped + "/linked", 404);
    web.get(stranger, "/alerts/" + lost + "/gap", 404);
    assertEquals(0, web.get(stranger, hotSpots()).get("hotspots").size());
  }

  @Test
  void findsWhereDumpsComeTogether() throws Exception {
    JsonNode spots = web.get(supervisor, hotSpots()).get("hotspots");
    assertEquals(1, spots.size());
    assertEquals(2, web.get(supervisor, hotSpots()).get("lostLoads").intValue());
    assertEquals(FIELD, spots.get(0).get("longitude").doubleValue(), 1e-4);
    assertEquals(List.of("M02", "M02", "M02"), texts(spots.get(0).get("sightings"), "source"));
    assertTrue(spots.get(0).get("radius").doubleValue() < 100);
  }

  @Test
  void aReportMakesAHotSpotAndARejectedAlertDoesNot() throws Exception {
    int before = START - 20 * DAY;
    web.database.update(
        "insert into incident_report (id, kind, time, lon, lat) values ('DR1', 'CITIZEN', ?, ?, ?)",
        at(before),
        FIELD,
        36.7005);
    alert("M01", before - START + 60, FIELD);
    long third = alert("M02", before - START + 120, FIELD);
    String asked = "/hotspots?from=" + at(before) + "&to=" + at(before + DAY);
    JsonNode spots = web.get(supervisor, asked).get("hotspots");
    assertEquals(List.of("CITIZEN", "M01", "M02"), texts(spots.get(0).get("sightings"), "source"));
    web.post(
        supervisor,
        "/alerts/" + third + "/reviews",
        "{\"decision\":\"REJECTED\",\"reason\":\"gps_drift\"}",
        201);
    assertEquals(0, web.get(supervisor, asked).get("hotspots").size());
  }

  private static String hotSpots() {
    return "/hotspots?from=" + at(START - DAY) + "&to=" + at(START + DAY);
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    web.get(supervisor, "/hotspots?from=" + NOW, 400);
    web.get(supervisor, "/hotspots?from=" + at(-32 * DAY) + "&to=" + NOW, 400);
    web.get(supervisor, "/alerts/0/gap", 404);
    web.get(supervisor, "/alerts/x/linked", 404);
    long id = alert("M13", 400, 119.2);
    web.database.update("update alert set lon = null, lat = null where id = ?", id);
    web.get(supervisor, "/alerts/" + id + "/linked", 404);
  }
}
