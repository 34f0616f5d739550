package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.geo.Datum;
import io.qingtu.route.plan.Underpass;
import io.qingtu.server.store.WaterStore;
import io.qingtu.web.http.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class EventsIT {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2};

  private static TestWeb web;
  private static String administrator;
  private static String supervisor;
  private static String citizens;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    administrator = web.signIn("guan");
    supervisor = web.signIn("jian");
    citizens = key("随手拍").get("token").textValue();
  }

  private static JsonNode key(String source) throws Exception {
    return web.post(administrator, "/tokens", "{\"source\":\"" + source + "\",\"days\":30}", 201);
  }

  @Test
  void becomesACaseOnceAndTellsItsSenderTheEnd() throws Exception {
    JsonNode first = report(citizens, event("r1", "LITTER", 119.21, "WGS84"), 201);
    assertEquals("OPENED", first.get("fate").textValue());
    JsonNode again = report(citizens, event("r1", "LITTER", 119.21, "WGS84"), 201);
    assertEquals("KNOWN", again.get("fate").textValue());
    assertEquals(first.get("caseId"), again.get("caseId"));
    String id = first.get("caseId").textValue();
    web.post(
        supervisor,
        "/cases/" + id + "/steps",
        "{\"move\":\"REFUSE\",\"version\":0,\"note\":\"already gone\"}",
        201);
    JsonNode state = web.get(citizens, "/events/r1");
    assertEquals("NOT_FILED", state.get("stage").textValue());
    assertEquals(false, state.get("open").booleanValue());
    assertEquals("UNFOUNDED", state.get("result").textValue());
    assertEquals(state.get("since"), state.get("resultAt"));
  }

  @Test
  void joinsWhatAnotherSourceHasFoundAtThePlaceWhateverItsDatum() throws Exception {
    String patrol = key("采集员").get("token").textValue();
    // the same place: GCJ-02 lies some hundred metres apart from WGS-84 here
    Coordinate shifted = Datum.GCJ02.fromWgs84(119.22, 36.7);
    JsonNode first = report(patrol, event("p1", "MANHOLE", 119.22, "WGS84"), 201);
    JsonNode second =
        report(
            citizens,
            event("r2", "MANHOLE", shifted.x, "GCJ02").replace("36.7,", shifted.y + ","),
            201);
    assertEquals("MERGED", second.get("fate").textValue());
    assertEquals(first.get("caseId"), second.get("caseId"));
    JsonNode apart = report(citizens, event("r3", "MANHOLE", shifted.x, "WGS84"), 201);
    assertNotEquals(first.get("caseId"), apart.get("caseId"));
  }

  @Test
  void closesAnUnderpassByItsWaterLevel() throws Exception {
    new WaterStore(web.database)
        .write(List.of(new Underpass("U-events", "下穿", Set.of("S1"), 25, 20)));
    String sensor = key("水位").get("token").textValue();
    JsonNode below = report(sensor, level("w1", 25, NOW.minusSeconds(600)), 201);
    assertEquals("NOTED", below.get("fate").textValue());
    assertEquals(false, below.get("closed").booleanValue());
    web.get(sensor, "/events/w1", 404);
    JsonNode above = report(sensor, level("w2", 26, NOW.minusSeconds(540)), 201);
    assertEquals("OPENED", above.get("fate").textValue());
    assertEquals(true, above.get("closed").booleanValue());
    JsonNode falling = report(sensor, level("w2", 21, NOW.minusSeconds(480)), 201);
    assertEquals("NOTED", falling.get("fate").textValue());
    assertEquals(above.get("caseId"), falling.get("caseId"));
    assertEquals(true, falling.get("closed").booleanValue());
    JsonNode clear = report(sensor, level("w2", 20, NOW.minusSeconds(420)), 201);
    assertEquals(false, clear.get("closed").booleanValue());
    for (String[] wrong :
        new String[][] {
          {"U-events", "U-none", "underpass"},
          {"\"WATER\"", "\"LITTER\"", "underpass"},
          {"\"depthCm\":30.0", "\"depthCm\":\"deep\"", "depthCm"},
        }) {
      String body = level("w3", 30, NOW).replace(wrong[0], wrong[1]);
      JsonNode answer = report(sensor, body, 400);
      assertTrue(answer.get("detail").textValue().startsWith(wrong[2]), answer.toString());
    }
  }

  private static String level(String id, double depthCm, Instant time) {
    return ("{\"sourceId\":\"%s\",\"type\":\"WATER\",\"title\":\"水\",\"time\":\"%s\","
            + "\"underpass\":\"U-events\",\"depthCm\":%s}")
        .formatted(id, time, depthCm);
  }

  @Test
  void showsWhatItsPhotosShow() throws Exception {
    JsonNode event = report(citizens, event("with-photo", "LITTER", 119.25, "WGS84"), 201);
    String id = event.get("caseId").textValue();
    JsonNode filed = photo(citizens, "with-photo", "photo-0001", PNG, 201);
    assertEquals(id, filed.get("caseId").textValue());
    photo(citizens, "with-photo", "photo-0001", PNG, 201); // heard nothing, and sent it again
    JsonNode photos = web.get(supervisor, "/cases/" + id).get("photos");
    assertEquals(1, photos.size());
    assertEquals("随手拍", photos.get(0).get("by").textValue());
    assertArrayEquals(PNG, web.bytes(supervisor, photos.get(0).get("url").textValue()).body());
    web.post(
        supervisor,
        "/cases/" + id + "/steps",
        "{\"move\":\"REFUSE\",\"version\":0,\"note\":\"already gone\"}",
        201);
    photo(citizens, "with-photo", "photo-0002", PNG, 201);
    assertEquals(2, web.get(supervisor, "/cases/" + id).get("photos").size(), "its case is over");
  }

  @Test
  void takesNoPhotoOfWhatItHasNotReported() throws Exception {
    String patrol = key("巡查").get("token").textValue();
    report(patrol, event("of-patrol", "LITTER", 119.26, "WGS84"), 201);
    report(citizens, event("own", "LITTER", 119.27, "WGS84"), 201);
    report(citizens, event("own-2", "LITTER", 119.28, "WGS84"), 201);
    photo(citizens, "of-patrol", "photo-0003", PNG, 404);
    photo(citizens, "own", "photo-0003", "{}".getBytes(StandardCharsets.UTF_8), 415);
    photo(citizens, "own", "photo-0003", PNG, 201);
    assertEquals(
        "other_event", photo(citizens, "own-2", "photo-0003", PNG, 409).get("code").textValue());
    photo(web.signIn("jia"), "own", "photo-0004", PNG, 403);
  }

  private static JsonNode photo(
      String token, String sourceId, String clientId, byte[] body, int status) throws Exception {
    var answer =
        web.send(
            web.request(
                    "/api/v1/events/"
                        + sourceId
                        + "/photos?clientId="
                        + clientId
                        + "&lon=119.25&lat=36.7&takenAt="
                        + NOW)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body)));
    assertEquals(status, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void opensNothingButEvents() throws Exception {
    for (String path : new String[] {"/cases", "/alerts", "/vehicles", "/tokens", "/session"}) {
      web.get(citizens, path, 403);
    }
    web.get(citizens, "/events/of-another", 404);
    web.get(supervisor, "/tokens", 403);
    web.post(web.signIn("jia"), "/events", event("d1", "OTHER", 119.23, "WGS84"), 403);
  }

  @Test
  void endsWithItsRevocation() throws Exception {
    JsonNode key = key("临时");
    String token = key.get("token").textValue();
    web.get(token, "/events/none", 404);
    web.post(administrator, "/tokens/" + key.get("id").asText() + "/revocation", "{}", 201);
    web.get(token, "/events/none", 401);
    web.post(administrator, "/tokens/" + key.get("id").asText() + "/revocation", "{}", 404);
    web.post(administrator, "/tokens", "{\"source\":\"临时\",\"days\":30}", 409);
    web.get(administrator, "/tokens")
        .get("tokens")
        .forEach(t -> assertTrue(t.path("token").isMissingNode()));
  }

  @Test
  void saysWhatIsWrongWithAnEvent() throws Exception {
    String good = event("bad", "OTHER", 119.24, "WGS84");
    for (String[] wrong :
        new String[][] {
          {"\"sourceId\":\"bad\"", "\"sourceId\":\" \"", "sourceId"},
          {"OTHER", "DRAGON", "type"},
          {"119.24", "219.24", "lon"},
          {"WGS84", "BJ54", "datum"},
          {",\"datum\":\"WGS84\"", "", "datum"},
          {NOW.toString(), NOW.plusSeconds(601).toString(), "time"},
          {NOW.toString(), "yesterday", "time"},
          {"\"title\":\"found\"", "\"title\":7", "title"},
          {"{\"depth\":1}", "[1]", "payload"},
        }) {
      JsonNode answer = report(citizens, good.replace(wrong[0], wrong[1]), 400);
      assertTrue(answer.get("detail").textValue().startsWith(wrong[2]), answer.toString());
    }
    web.get(citizens, "/events/bad", 404);
  }

  private static String event(String id, String type, double lon, String datum) {
    return ("{\"sourceId\":\"%s\",\"type\":\"%s\",\"title\":\"found\",\"time\":\"%s\",\"lon\":%s,"
            + "\"lat\":36.7,\"datum\":\"%s\",\"payload\":{\"depth\":1}}")
        .formatted(id, type, NOW, lon, datum);
  }

  private static JsonNode report(String token, String body, int status) throws Exception {
    return web.post(token, "/events", body, status);
  }
}
