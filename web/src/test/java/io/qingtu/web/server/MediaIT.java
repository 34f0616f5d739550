package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.MediaKind;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaSource;
import io.qingtu.server.store.NewMedia;
import io.qingtu.server.store.Scope;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MediaIT {
  private static final int VEHICLE = 1;
  private static final int OTHER_VEHICLE = 2;
  private static final AtomicLong NUMBER = new AtomicLong();

  private static TestWeb web;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    token = web.signIn("jian");
  }

  /** Files a picture of its own; its id. */
  private static long file(int vehicle, Instant taken, String format) {
    long number = NUMBER.incrementAndGet();
    NewMedia media =
        new NewMedia(
            vehicle,
            "13900010001",
            Optional.of(number),
            MediaKind.IMAGE,
            format,
            "TIMED",
            1,
            Optional.of(taken),
            taken,
            119.1,
            36.7,
            MediaSource.TERMINAL,
            "",
            Optional.empty(),
            Optional.empty());
    return web.media.file(media, bytes(number));
  }

  private static byte[] bytes(long number) {
    byte[] bytes = new byte[5000];
    bytes[0] = (byte) number;
    return bytes;
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("media").forEach(m -> ids.add(m.get("id").textValue()));
    return ids;
  }

  private static HttpResponse<byte[]> get(String as, long id) throws Exception {
    return web.http()
        .send(
            web.request("/api/v1/media/" + id).header("Authorization", "Bearer " + as).build(),
            BodyHandlers.ofByteArray());
  }

  @Test
  void showsAnAlertsMediaFromTwoMinutesBeforeToFiveMinutesAfterItsDecision() throws Exception {
    int start = -40_000;
    long alert = web.raise("uncovered", TRUCK, start, 2).id();
    Instant from = NOW.plusSeconds(start - 120);
    // the alert is decided five seconds after its start
    Instant to = NOW.plusSeconds(start + 5 + 300);
    file(VEHICLE, from.minusMillis(1), "jpg");
    long last = file(VEHICLE, to.minusMillis(1), "jpg");
    long first = file(VEHICLE, from, "jpg");
    file(VEHICLE, to, "jpg");
    file(OTHER_VEHICLE, from, "jpg");
    assertEquals(
        List.of(Long.toString(first), Long.toString(last)),
        ids(web.get(token, "/alerts/" + alert + "/media")));
  }

  @Test
  void listsAVehiclesMediaOfAPeriod() throws Exception {
    Instant from = NOW.minusSeconds(90_000);
    long id = file(VEHICLE, from, "jpg");
    String period = "?from=" + from + "&to=" + from.plusSeconds(1);
    JsonNode item = web.get(token, "/vehicles/" + escape(TRUCK) + "/media" + period).at("/media/0");
    assertEquals(Long.toString(id), item.get("id").textValue());
    assertEquals("/api/v1/media/" + id, item.get("url").textValue());
    assertEquals("image/jpeg", item.get("contentType").textValue());
    assertEquals(TRUCK, item.get("plate").textValue());
    assertTrue(item.get("commandId").isNull());
    web.get(token, "/vehicles/" + escape(TRUCK) + "/media", 400);
    web.get(token, "/vehicles/nobody/media" + period, 404);
  }

  @Test
  void givesTheBytesWithTheirTypeAndWritesDownWhoLooked() throws Exception {
    long id = file(VEHICLE, NOW.minusSeconds(100_000), "jpg");
    long number = NUMBER.get();
    HttpResponse<byte[]> answer = get(token, id);
    assertEquals(200, answer.statusCode());
    assertArrayEquals(bytes(number), answer.body());
    assertEquals("image/jpeg", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"));
    assertEquals(
        "inline; filename=\"" + id + ".jpg\"",
        answer.headers().firstValue("Content-Disposition").orElseThrow());
    List<Long> looks =
        web.database.query(
            "select count(*) n from audit where action = 'media' and object = ?",
            row -> row.getLong("n"),
            "media/" + id);
    assertEquals(List.of(1L), looks);
  }

  @Test
  void hasATypeItDoesNotKnowSavedAndNotShown() throws Exception {
    HttpResponse<byte[]> answer = get(token, file(VEHICLE, NOW.minusSeconds(100_001), "html"));
    assertEquals(
        "application/octet-stream", answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(
        answer.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment"));
  }

  @Test
  void showsACompanyNothingOfAnother() throws Exception {
    Instant time = NOW.minusSeconds(110_000);
    long own = file(VEHICLE, time, "jpg");
    long others = file(OTHER_VEHICLE, time, "jpg");
    String dispatcher = web.signIn("jia");
    assertEquals(200, get(dispatcher, own).statusCode());
    assertEquals(404, get(dispatcher, others).statusCode());
    String period = "?from=" + time + "&to=" + time.plusSeconds(1);
    web.get(dispatcher, "/vehicles/" + escape(OTHER_TRUCK) + "/media" + period, 404);
    long alert = web.raise("uncovered", OTHER_TRUCK, -110_000, 2).id();
    web.get(dispatcher, "/alerts/" + alert + "/media", 404);
    HttpResponse<String> nobody = web.send(web.request("/api/v1/media/" + own));
    assertEquals(401, nobody.statusCode());
    assertEquals(404, get(token, Long.MAX_VALUE).statusCode());
  }

  @Test
  void saysThatAFileWasAltered() throws Exception {
    long id = file(VEHICLE, NOW.minusSeconds(120_000), "jpg");
    String sha256 = new MediaQueries(web.database).find(id, Scope.CITY).orElseThrow().sha256();
    Path file = web.media.folder().verified(sha256);
    Files.writeString(file, "altered");
    JsonNode problem = web.get(token, "/media/" + id, 500);
    assertEquals("damaged", problem.get("code").textValue());
    assertTrue(problem.get("detail").textValue().endsWith("was altered"));
  }
}
