package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 许可与路线: the plan is edited on the page. */
class PlanIT {
  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[119.2,36.7],[119.21,36.7],[119.21,36.71],[119.2,36.7]]]}";
  private static final String LINE =
      "{\"type\":\"LineString\",\"coordinates\":[[119.1,36.7],[119.15,36.72],[119.2,36.7]]}";

  private static TestWeb web;
  private static String supervisor;
  private static String dispatcher;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(PlanIT.class, w -> {});
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static String body(String columns, String geometry, String more) {
    return "{\"columns\":{%s},\"geometry\":%s,\"reason\":\"局里批准\"%s}"
        .formatted(columns, geometry, more);
  }

  private static String place(String id, String kind, String more) {
    return body("\"id\":\"%s\",\"name\":\"新工地\",\"kind\":\"%s\"".formatted(id, kind), SQUARE, more);
  }

  private static String permit(String id, String plate, Instant from, Instant to) {
    return body(
        "\"permit_id\":\"%s\",\"plate\":\"%s\",\"site_id\":\"P1\",\"disposal_ids\":\"P2\",\"route_ids\":\"R1\",\"valid_from\":\"%s\",\"valid_to\":\"%s\",\"entered_at\":\"2020-01-01T00:00:00Z\""
            .formatted(id, plate, from, to),
        "null",
        "");
  }

  private static Instant time(JsonNode text) {
    return OffsetDateTime.parse(text.textValue()).toInstant();
  }

  @Test
  void aPlaceIsDrawnChangedAndEndedAndEveryStepIsKept() throws Exception {
    JsonNode made = web.post(supervisor, "/plan/places", place("P-new", "SITE", ""), 201);
    assertEquals(1, made.get("version").intValue());
    assertEquals("PAGE", made.get("origin").textValue());
    assertEquals("监管员", made.get("by").textValue());
    String renamed = body("\"name\":\"改名\",\"kind\":\"SITE\"", SQUARE, ",\"version\":1");
    JsonNode changed = web.post(supervisor, "/plan/places/P-new/versions", renamed, 201);
    assertEquals(2, changed.get("version").intValue());
    assertEquals("改名", changed.at("/columns/name").textValue());
    JsonNode ended =
        web.post(supervisor, "/plan/places/P-new/end", "{\"version\":2,\"reason\":\"完工\"}", 201);
    assertEquals(NOW, time(ended.at("/columns/valid_to")));
    JsonNode versions = web.get(supervisor, "/plan/places/P-new/versions").get("versions");
    assertEquals(3, versions.size());
    assertEquals("完工", versions.get(0).get("reason").textValue());
    assertEquals("新工地", versions.get(2).at("/columns/name").textValue());
    assertTrue(web.get(dispatcher, "/map/places").toString().contains("P-new"));
  }

  @Test
  void whoSawAnOlderVersionIsToldSo() throws Exception {
    web.post(supervisor, "/plan/places", place("P-stale", "WASH", ""), 201);
    String change = body("\"name\":\"a\",\"kind\":\"WASH\"", SQUARE, ",\"version\":1");
    web.post(supervisor, "/plan/places/P-stale/versions", change, 201);
    JsonNode refused = web.post(supervisor, "/plan/places/P-stale/versions", change, 409);
    assertEquals("stale", refused.get("code").textValue());
    JsonNode taken = web.post(supervisor, "/plan/places", place("P-stale", "WASH", ""), 409);
    assertEquals("refused_edit", taken.get("code").textValue());
    assertEquals("P-stale is taken", taken.get("detail").textValue());
  }

  @Test
  void nonsenseIsRefusedWithItsReason() throws Exception {
    String bowTie =
        "{\"type\":\"Polygon\",\"coordinates\":[[[119.2,36.7],[119.21,36.71],[119.21,36.7],[119.2,36.71],[119.2,36.7]]]}";
    String swapped = LINE.replaceAll("\\[(\\d[\\d.]*),(\\d[\\d.]*)]", "[$2,$1]");
    for (String[] wrong :
        new String[][] {
          {"places", place("P9", "CASTLE", ""), "columns: kind: unknown kind \"CASTLE\""},
          {"places", place("", "SITE", ""), "columns: id is empty"},
          {"places", place("a;b", "SITE", ""), "columns: an id has"},
          {"places", body("\"id\":\"P9\",\"kind\":\"SITE\"", bowTie, ""), "Self-intersection"},
          {"places", body("\"id\":\"P9\",\"kind\":\"SITE\"", LINE, ""), "is a line, not a polygon"},
          {"places", body("\"id\":\"P9\",\"kind\":\"SITE\"", "null", ""), "has no shape"},
          {"routes", body("\"id\":\"R9\",\"corridor_m\":\"-5\"", LINE, ""), "not more than 0"},
          {"routes", body("\"id\":\"R9\",\"corridor_m\":\"x\"", LINE, ""), "is not a number"},
          {"routes", body("\"id\":\"R9\"", swapped, ""), "is not longitude, latitude"},
          {"routes", body("\"id\":\"R9\"", LINE.replace("119.2", "109.2"), ""), "outside the city"},
          {"routes", body("\"id\":\"R9\"", SQUARE, ""), "is not a line"},
          {"permits", permit("Z9", "鲁Z00000", NOW, NOW.plusSeconds(9)), "no vehicle on file"},
          {"permits", permit("Z9", TRUCK, NOW, NOW.minusSeconds(9)), "is before valid_from"},
          {"permits", permit("Z9", TRUCK, NOW, NOW).replace("R1", "R7"), "no route on file"},
          {"permits", permit("Z9", TRUCK, NOW, NOW).replace("\"P1", "\"P2"), "no site on file"},
          {"places", place("P9", "SITE", "").replace("局里批准", " "), "reason: "},
        }) {
      String detail =
          web.post(supervisor, "/plan/" + wrong[0], wrong[1], 400).get("detail").textValue();
      assertTrue(detail.contains(wrong[2]), wrong[1] + ": " + detail);
    }
    assertFalse(web.get(supervisor, "/plan/places").toString().contains("P9"));
  }

  @Test
  void aPermitTypedInAfterItBeganShowsAsLateAndIsNotRewritten() throws Exception {
    Instant from = NOW.minus(Duration.ofDays(2));
    Instant to = NOW.plus(Duration.ofDays(5));
    JsonNode made = web.post(supervisor, "/plan/permits", permit("Z-late", TRUCK, from, to), 201);
    assertEquals(NOW, time(made.at("/columns/entered_at")), "whatever the sender says");
    String other =
        permit("Z-late", OTHER_TRUCK, from, to).replace("\"reason\"", "\"version\":1,\"reason\"");
    assertEquals(
        "refused_edit",
        web.post(supervisor, "/plan/permits/Z-late/versions", other, 409).get("code").textValue());
    List<String> kinds = kinds(web.get(supervisor, "/plan/conflicts"), "Z-late");
    assertTrue(kinds.contains("ENTERED_LATE"), kinds.toString());
    assertEquals(kinds, kinds(web.get(dispatcher, "/plan/conflicts"), "Z-late"));
    assertEquals(
        List.of(), kinds(web.get(web.signIn("wu"), "/plan/conflicts"), "Z-late"), "not theirs");
  }

  private static List<String> kinds(JsonNode answer, String permit) {
    return StreamSupport.stream(answer.get("conflicts").spliterator(), false)
        .filter(c -> c.get("permitId").textValue().equals(permit))
        .map(c -> c.get("kind").textValue())
        .toList();
  }

  @Test
  void onlyWhoMayEditsThePlan() throws Exception {
    web.post(dispatcher, "/plan/places", place("P-mine", "SITE", ""), 403);
    web.post(web.signIn("huan"), "/plan/places", place("P-mine", "SITE", ""), 403);
    assertEquals(404, web.get(supervisor, "/plan/clouds", 404).get("status").intValue());
  }

  private static final String IMPORT = "/plan/imports?layer=PLACES&datum=WGS84";

  private static String features(String... ids) {
    return Arrays.stream(ids)
        .map(
            id ->
                "{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\",\"kind\":\"SITE\"},\"geometry\":%s}"
                    .formatted(id, id.endsWith("line") ? LINE : SQUARE))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  private static String apply(JsonNode preview, String more) {
    return "/plan/imports/application?layer=PLACES&datum=WGS84&reason=test&digest="
        + preview.get("digest").textValue()
        + more;
  }

  @Test
  void aFileIsShownFirstAndThenFiledAsItWasShown() throws Exception {
    String file = features("I1", "I2", "I3-line");
    JsonNode preview = web.post(supervisor, IMPORT, file, 200);
    assertEquals("GEOJSON", preview.get("format").textValue());
    assertEquals(2, preview.at("/counts/NEW").intValue());
    assertEquals(1, preview.at("/counts/REFUSED").intValue());
    assertEquals("feature 3", preview.at("/rows/2/where").textValue());
    web.get(supervisor, "/plan/places/I1", 404);

    assertEquals(
        "refused_rows",
        web.post(supervisor, apply(preview, ""), file, 409).get("code").textValue());
    web.post(supervisor, apply(preview, "&skipRefused=YES"), file, 201);
    JsonNode filed = web.get(supervisor, "/plan/places/I2");
    assertEquals("IMPORT", filed.get("origin").textValue());
    web.get(supervisor, "/plan/places/I3-line", 404);
    assertEquals(
        "stale",
        web.post(supervisor, apply(preview, "&skipRefused=YES"), file, 409).get("code").textValue(),
        "the rows are on file now");
    assertEquals(2, web.post(supervisor, IMPORT, file, 200).at("/counts/SAME").intValue());
  }

  @Test
  void aFileThatIsNoneIsRefusedAndNobodyElseImports() throws Exception {
    String detail =
        web.post(supervisor, IMPORT, "<!DOCTYPE x><kml/>", 415).get("detail").textValue();
    assertTrue(detail.contains("document type"), detail);
    web.post(supervisor, IMPORT.replace("&datum=WGS84", ""), features("I9"), 400);
    web.post(dispatcher, IMPORT, features("I9"), 403);
  }

  @Test
  void whatSomebodySeesComesAsAFile() throws Exception {
    String all =
        web.send(
                web.request("/api/v1/plan/exports/permits?format=CSV")
                    .header("Authorization", "Bearer " + supervisor))
            .body();
    assertTrue(all.contains("permit_id") && all.contains("Z1"), all);
    String none =
        web.send(
                web.request("/api/v1/plan/exports/permits")
                    .header("Authorization", "Bearer " + web.signIn("wu")))
            .body();
    assertFalse(none.contains("Z1"), none);
    web.get(supervisor, "/plan/exports/permits?format=KML", 400);
  }
}
