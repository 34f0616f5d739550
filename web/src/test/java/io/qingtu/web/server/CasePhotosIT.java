package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CasePhotosIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where {@link TestWeb#raise} finds what it finds. */
  private static final double LON = 119.1005;

  private static TestWeb web;
  private static String supervisor;
  private static String second;
  private static String officer;
  private static String dispatcher;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    second = web.signIn("jian2");
    officer = web.signIn("dui");
    dispatcher = web.signIn("jia");
  }

  @Test
  void closesACaseByTheHandlersPhotoOfThePlace() throws Exception {
    long id = handling(TRUCK, -208_000);
    JsonNode photo = upload(officer, id, "closes-01", picture(1), 201);
    assertTrue(photo.get("fault").isNull(), photo.toString());
    assertEquals(0, photo.get("metres").doubleValue());
    step(
        officer, id, 3, "ANSWER", ",\"note\":\"已清理\",\"photoId\":\"" + photo.get("id") + "\"", 201);
    step(second, id, 4, "VERIFY", "", 201);
    JsonNode closed = step(second, id, 5, "CLOSE", "", 201);
    assertEquals("CLOSED", closed.get("stage").textValue());
    assertEquals(photo.get("id"), closed.get("steps").get(3).get("photoId"));
    assertFalse(closed.get("mayAddPhotos").booleanValue());
    upload(officer, id, "closes-02", picture(2), 403);
    // half a kilometre from the place in WGS-84
    assertEquals(LON + 0.0056, closed.get("gcj02").get("lon").doubleValue(), 0.0008);
  }

  @Test
  void isNotClosedByThePhotoOfWhoVerifies() throws Exception {
    long id = handling(TRUCK, -216_000);
    step(officer, id, 3, "ANSWER", ",\"note\":\"已清理\"", 201);
    step(second, id, 4, "VERIFY", "", 201);
    String own = upload(second, id, "fourEyes-1", picture(3), 201).get("id").toString();
    String message =
        step(second, id, 5, "CLOSE", ",\"photoId\":\"" + own + "\"", 409).get("code").textValue();
    assertEquals("refused_closing", message);
    String other = upload(officer, id, "fourEyes-2", picture(4), 201).get("id").toString();
    step(second, id, 5, "CLOSE", ",\"photoId\":\"" + other + "\"", 201);
  }

  @Test
  void saysOfAPhotoWhyItCannotShowThePlaceInOrder() throws Exception {
    long id = handling(TRUCK, -224_000);
    JsonNode far = upload(officer, id, "faults-01", picture(5), NOW, LON + 0.0018, 201);
    assertEquals("ELSEWHERE", far.get("fault").textValue());
    assertEquals(161, far.get("metres").doubleValue(), 1);
    JsonNode near = upload(officer, id, "faults-02", picture(5), NOW, LON + 0.0016, 201);
    assertTrue(near.get("fault").isNull(), near.toString());
    JsonNode early = upload(officer, id, "faults-03", picture(5), NOW.minusMillis(1), LON, 201);
    assertEquals("BEFORE_FILING", early.get("fault").textValue());
    // the same bytes are one file
    assertEquals(far.get("sha256"), early.get("sha256"));
  }

  @Test
  void isTheSamePhotoUnderTheSameName() throws Exception {
    long id = handling(TRUCK, -232_000);
    JsonNode first = upload(officer, id, "again-0001", picture(6), 201);
    assertEquals(first, upload(officer, id, "again-0001", picture(6), 201));
    assertEquals(first, upload(officer, id, "again-0001", picture(7), 201));
    assertNotEquals(
        first.get("id"), upload(supervisor, id, "again-0001", picture(6), 201).get("id"));
    assertEquals(2, web.get(officer, "/cases/" + id).get("photos").size());
    long other = handling(OTHER_TRUCK, -240_000);
    assertEquals(
        "other_case",
        upload(officer, other, "again-0001", picture(6), 409).get("code").textValue());
  }

  @Test
  void takesAStepOnceUnderTheSameName() throws Exception {
    long id = handling(TRUCK, -248_000);
    String answer = ",\"note\":\"已清理\",\"clientId\":\"step-0001\"";
    step(officer, id, 3, "ANSWER", answer, 201);
    JsonNode again = step(officer, id, 3, "ANSWER", answer, 201);
    assertEquals(4, again.get("steps").size());
    assertEquals("FEEDBACK", again.get("stage").textValue());
    assertEquals(
        "stale", step(officer, id, 3, "ANSWER", ",\"note\":\"x\"", 409).get("code").textValue());
  }

  @Test
  void refusesWhatIsNoPictureByName() throws Exception {
    long id = handling(TRUCK, -256_000);
    for (byte[] wrong :
        new byte[][] {
          new byte[0],
          "GIF89a and more".getBytes(),
          HexFormat.of().parseHex("ffd8fe00"),
          HexFormat.of().parseHex("89504e470d0a1a"),
          "<svg onload='alert(1)'>".getBytes(),
        }) {
      assertEquals("no_picture", upload(officer, id, id(), wrong, 415).get("code").textValue());
    }
    byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a00");
    JsonNode taken = upload(officer, id, id(), png, 201);
    assertEquals(
        "image/png",
        web.bytes(officer, taken.get("url").textValue())
            .headers()
            .firstValue("Content-Type")
            .orElse(""));
    assertEquals(1, web.get(officer, "/cases/" + id).get("photos").size());
  }

  @Test
  void takesAPhotoUpToTheLimitAndNotAByteMore() throws Exception {
    long id = handling(TRUCK, -264_000);
    byte[] most = Arrays.copyOf(picture(8), (int) TestWeb.MOST_PHOTO_BYTES);
    JsonNode taken = upload(officer, id, id(), most, 201);
    assertArrayEquals(most, web.bytes(officer, taken.get("url").textValue()).body());
    JsonNode refused = upload(officer, id, id(), Arrays.copyOf(most, most.length + 1), 413);
    assertEquals("request_entity_too_large", refused.get("code").textValue());
    assertTrue(refused.get("detail").textValue().contains("100000"), refused.toString());
  }

  @Test
  void namesTheArgumentThatIsWrong() throws Exception {
    long id = handling(TRUCK, -272_000);
    String good = arguments("wrong-001", NOW, LON);
    for (String[] wrong :
        new String[][] {
          {"clientId=wrong-001", "clientId=short", "clientId"},
          {"clientId=wrong-001", "clientId=..%2F..%2Fetc", "clientId"},
          {"takenAt=" + NOW, "takenAt=" + NOW.plusSeconds(601), "takenAt"},
          {"takenAt=" + NOW, "takenAt=now", "takenAt"},
          {"lon=" + LON, "lon=181", "lon"},
          {"lat=36.7005", "", "lat"},
          {"&lon", "&datum=BJ54&lon", "datum"},
        }) {
      JsonNode answer = send(officer, id, good.replace(wrong[0], wrong[1]), picture(9), 400);
      assertTrue(answer.get("detail").textValue().startsWith(wrong[2]), answer.toString());
    }
    send(officer, id, arguments("right-001", NOW.plusSeconds(600), LON), picture(9), 201);
    assertEquals(1, web.get(officer, "/cases/" + id).get("photos").size());
  }

  @Test
  void showsAndTakesNothingOfAnothersCase() throws Exception {
    long others = handling(OTHER_TRUCK, -280_000);
    JsonNode photo = upload(officer, others, id(), picture(10), 201);
    upload(dispatcher, others, id(), picture(11), 404);
    assertEquals(404, web.bytes(dispatcher, photo.get("url").textValue()).statusCode());
    // its own vehicle, but not dispatched to it: it sees the photo and adds none
    long own = handling(TRUCK, -288_000);
    JsonNode shown = upload(officer, own, id(), picture(12), 201);
    assertEquals(200, web.bytes(dispatcher, shown.get("url").textValue()).statusCode());
    upload(dispatcher, own, id(), picture(13), 403);
    // a photo is shown under its own case only
    assertEquals(
        404,
        web.bytes(officer, "/api/v1/cases/" + own + "/photos/" + photo.get("id")).statusCode());
    assertEquals(401, upload("nobody", own, id(), picture(14), 401).get("status").intValue());
  }

  @Test
  void isAppealedAgainstByTheCompanyItWasDispatchedTo() throws Exception {
    JsonNode opened = open(web.raise("M05", TRUCK, -296_000, 2).id());
    long id = opened.get("id").longValue();
    step(supervisor, id, 0, "FILE", "", 201);
    step(supervisor, id, 1, "DISPATCH", ",\"sideId\":1", 201);
    step(officer, id, 2, "APPEAL", ",\"note\":\"不是我们\"", 404);
    step(supervisor, id, 2, "APPEAL", ",\"note\":\"不是我们\"", 403);
    JsonNode appealed = step(dispatcher, id, 2, "APPEAL", ",\"note\":\"不是我们\"", 201);
    assertEquals("OPEN", appealed.get("appeal").textValue());
    step(dispatcher, id, 3, "UPHOLD_APPEAL", ",\"note\":\"同意\"", 403);
    step(supervisor, id, 3, "UPHOLD_APPEAL", ",\"note\":\"同意\"", 409);
    step(supervisor, id, 3, "OBSERVE", ",\"note\":\"看到了\"", 403);
    JsonNode upheld = step(second, id, 3, "UPHOLD_APPEAL", ",\"note\":\"同意\"", 201);
    assertEquals("CLOSED", upheld.get("stage").textValue());
    assertEquals("DECIDED", upheld.get("appeal").textValue());
  }

  @Test
  void isAppealedAgainstByTheCompanyThatIsBlamedThoughASquadHandlesIt() throws Exception {
    long blamed = handling(TRUCK, -304_000);
    JsonNode appealed = step(dispatcher, blamed, 3, "APPEAL", ",\"note\":\"不是我们\"", 201);
    assertEquals("OPEN", appealed.get("appeal").textValue());
    step(dispatcher, blamed, 4, "ANSWER", ",\"note\":\"已清理\"", 403);
    step(dispatcher, handling(OTHER_TRUCK, -312_000), 3, "APPEAL", ",\"note\":\"不是\"", 404);
  }

  /**
   * A spill of a truck that the squad is handling; three steps are on file.
   *
   * @param seconds from {@link TestWeb#NOW}, more than two hours from any other: they would be one
   */
  private static long handling(String truck, int seconds) throws Exception {
    long id = open(web.raise("M16", truck, seconds, 2).id()).get("id").longValue();
    step(supervisor, id, 0, "FILE", "", 201);
    step(supervisor, id, 1, "DISPATCH", ",\"sideId\":3", 201);
    step(officer, id, 2, "BEGIN", "", 201);
    return id;
  }

  private static JsonNode open(long alert) throws Exception {
    return web.post(supervisor, "/cases", "{\"alertId\":\"" + alert + "\"}", 201);
  }

  private static JsonNode step(
      String token, long id, int version, String move, String more, int status) throws Exception {
    String body = "{\"move\":\"%s\",\"version\":%d%s}".formatted(move, version, more);
    return web.post(token, "/cases/" + id + "/steps", body, status);
  }

  private static byte[] picture(int which) {
    return HexFormat.of().parseHex("ffd8ffe000104a464946%02x".formatted(which));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static JsonNode upload(String token, long id, String clientId, byte[] body, int status)
      throws Exception {
    return upload(token, id, clientId, body, NOW, LON, status);
  }

  private static JsonNode upload(
      String token, long id, String clientId, byte[] body, Instant takenAt, double lon, int status)
      throws Exception {
    return send(token, id, arguments(clientId, takenAt, lon), body, status);
  }

  private static String arguments(String clientId, Instant takenAt, double lon) {
    return "clientId=" + clientId + "&takenAt=" + takenAt + "&lon=" + lon + "&lat=36.7005";
  }

  private static JsonNode send(String token, long id, String arguments, byte[] body, int status)
      throws Exception {
    HttpResponse<String> answer =
        web.send(
            web.request("/api/v1/cases/" + id + "/photos?" + arguments)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(body)));
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
