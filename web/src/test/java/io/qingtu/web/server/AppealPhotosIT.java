package io.qingtu.web.server;

import static io.qingtu.web.server.PhotoPost.PHOTO;
import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.AppealPhotos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: a company shows by photos why it appeals. */
class AppealPhotosIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Noon of Wednesday is five working days after noon of the Wednesday before. */
  private static final Instant LAST_IN_TIME = Instant.parse("2026-11-11T04:00:00Z");

  private static TestWeb web;
  private static String supervisor;
  private static String second;
  private static String dispatcher;
  private static int seconds;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(AppealPhotosIT.class, w -> {});
    supervisor = web.signIn("jian");
    second = web.signIn("jian2");
    dispatcher = web.signIn("jia");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static long confirmed(String plate) throws Exception {
    seconds -= 400;
    return Charges.confirmed(web, supervisor, plate, seconds);
  }

  private static JsonNode show(String token, long alert, String name, int status) throws Exception {
    return PhotoPost.named(web, token, "/alerts/" + alert + "/appeal/photos", name, status);
  }

  private static String refusal(long alert, String name) throws Exception {
    return show(dispatcher, alert, name, 409).get("code").textValue();
  }

  private static JsonNode shown(String token, long alert) throws Exception {
    return web.get(token, "/alerts/" + alert + "/appeal").at("/charge/appeal/photos");
  }

  @Test
  void isShownToWhoDecidesAndToTheCompanyAndLiesInTheEvidence() throws Exception {
    long alert = confirmed(TRUCK);
    JsonNode filed = show(dispatcher, alert, "shown-001", 201);
    String url = filed.get("url").textValue();
    // before the appeal it is nobody's but the sender's own
    assertEquals(404, web.bytes(second, url).statusCode());
    Charges.lodged(web, dispatcher, alert);
    for (String reader : List.of(second, supervisor, dispatcher)) {
      JsonNode photo = shown(reader, alert).get(0);
      assertEquals("甲公司调度", photo.get("by").textValue());
      assertEquals(0, photo.get("metres").doubleValue());
      assertEquals(NOW.toString(), photo.get("takenAt").textValue());
      assertEquals(url, photo.get("url").textValue());
      assertArrayEquals(PHOTO, web.bytes(reader, url).body());
    }
    assertEquals(
        List.of("review", "appeal-photo", "appeal-lodged", "photo", "photo", "photo"),
        web.database.query(
            "select action from audit where object = ? order by id",
            row -> row.getString("action"),
            "alert/" + alert));
    Map<String, byte[]> files =
        BundlesIT.files(
            web.bytes(supervisor, "/api/v1/alerts/" + alert + "/evidence-bundle").body());
    JsonNode told = JSON.readTree(files.get("handling.json")).get("appeal");
    assertEquals(filed.get("sha256"), told.at("/photos/0/sha256"));
    String name = JSON.readTree(files.get("media.json")).at("/0/file").textValue();
    assertArrayEquals(PHOTO, files.get(name));
  }

  @Test
  void isFiledByTheCompanyWhileItMayAppeal() throws Exception {
    long alert = confirmed(TRUCK);
    show(supervisor, alert, "by-city-1", 403);
    show(web.signIn("huan"), alert, "by-huan-1", 403);
    show(dispatcher, confirmed(OTHER_TRUCK), "foreign-1", 404);
    assertEquals("not_charged", refusal(web.raise("M05", TRUCK, -100, 2).id(), "unconfirmed"));
    show(dispatcher, alert, "in-time-1", 201);
    Charges.lodged(web, dispatcher, alert);
    assertEquals("appealed", refusal(alert, "too-late1"));
    // what was on its way when it was lodged, and is sent again, is on file
    show(dispatcher, alert, "in-time-1", 201);
    assertEquals(1, shown(second, alert).size());
  }

  @Test
  void isFiledInTheTimeForAnAppeal() throws Exception {
    long alert = confirmed(TRUCK);
    web.database.update("update review set at = ? where alert_id = ?", LAST_IN_TIME, alert);
    show(dispatcher, alert, "last-time", 201);
    long late = confirmed(TRUCK);
    web.database.update(
        "update review set at = ? where alert_id = ?", LAST_IN_TIME.minusMillis(1), late);
    assertEquals("too_late", refusal(late, "after-time"));
    long inCase = confirmed(TRUCK);
    web.post(supervisor, "/cases", "{\"alertId\":\"" + inCase + "\"}", 201);
    assertEquals("in_case", refusal(inCase, "in-a-case"));
  }

  @Test
  void isTheSamePhotoUnderTheSameName() throws Exception {
    long alert = confirmed(TRUCK);
    JsonNode first = show(dispatcher, alert, "again-001", 201);
    assertEquals(first, show(dispatcher, alert, "again-001", 201));
    long other = confirmed(TRUCK);
    assertEquals("other_appeal", refusal(other, "again-001"));
    Charges.lodged(web, dispatcher, alert);
    Charges.lodged(web, dispatcher, other);
    assertEquals(1, shown(dispatcher, alert).size());
    assertEquals(0, shown(dispatcher, other).size());
    assertEquals(
        404,
        web.bytes(second, "/api/v1/alerts/" + other + "/appeal/photos/" + first.get("id").asText())
            .statusCode(),
        "a photo is shown under its own alert only");
  }

  @Test
  void isOneOfFiveAtMost() throws Exception {
    long alert = confirmed(TRUCK);
    for (int i = 0; i < AppealPhotos.MOST; i++) {
      show(dispatcher, alert, "one-of-five-" + i, 201);
    }
    assertEquals("full", refusal(alert, "sixth-001"));
  }
}
