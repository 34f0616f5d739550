package io.qingtu.web.server;

import static io.qingtu.web.server.PhotoPost.PHOTO;
import static io.qingtu.web.server.PhotoPost.PLACE;
import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.NoticePhotos;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: a company shows by photos what it explains. */
class NoticePhotosIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestWeb web;
  private static String supervisor;
  private static String dispatcher;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(NoticePhotosIT.class, w -> {});
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private record Asked(long alert, long notice) {}

  private static Asked ask(String plate, int seconds) throws Exception {
    long alert = web.raise("M03", plate, seconds, 3).id();
    JsonNode asked =
        web.post(supervisor, "/alerts/" + alert + "/notices", "{\"note\":\"请说明\"}", 201);
    return new Asked(alert, asked.get("id").longValue());
  }

  private static JsonNode show(String token, long notice, String name, int status)
      throws Exception {
    return PhotoPost.named(web, token, "/notices/" + notice + "/photos", name, status);
  }

  private static JsonNode send(String token, long notice, String query, byte[] body, int status)
      throws Exception {
    return PhotoPost.send(web, token, "/notices/" + notice + "/photos?" + query, body, status);
  }

  private static void answer(long notice) throws Exception {
    web.post(dispatcher, "/notices/" + notice + "/answer", "{\"answer\":\"已更换\"}", 201);
  }

  @Test
  void isShownToWhoHasAskedAndLiesInTheEvidence() throws Exception {
    Asked asked = ask(TRUCK, -100);
    show(dispatcher, asked.notice, "shown-001", 201);
    answer(asked.notice);
    JsonNode seen = web.get(supervisor, "/alerts/" + asked.alert + "/notices").at("/notices/0");
    JsonNode photo = seen.at("/photos/0");
    assertEquals("甲公司调度", photo.get("by").textValue());
    assertEquals(0, photo.get("metres").doubleValue());
    assertEquals(NOW.toString(), photo.get("takenAt").textValue());
    assertArrayEquals(PHOTO, web.bytes(supervisor, photo.get("url").textValue()).body());
    assertEquals(
        List.of("notice", "notice-photo", "notice-answered", "photo"),
        web.database.query(
            "select action from audit where object = ? order by id",
            row -> row.getString("action"),
            "alert/" + asked.alert));

    Map<String, byte[]> files = bundle(asked.alert);
    JsonNode told = JSON.readTree(files.get("handling.json")).at("/notices/0");
    assertEquals("请说明", told.get("note").textValue());
    assertEquals("已更换", told.get("answer").textValue());
    assertEquals(photo.get("sha256"), told.at("/photos/0/sha256"));
    String name = JSON.readTree(files.get("media.json")).at("/0/file").textValue();
    assertArrayEquals(PHOTO, files.get(name));
  }

  @Test
  void takesNoMoreThanItMayHaveFromManyAtOnce() throws Exception {
    long notice = ask(TRUCK, -900).notice;
    ExecutorService many = Executors.newFixedThreadPool(12);
    try {
      List<Callable<Integer>> uploads =
          IntStream.range(0, 12)
              .<Callable<Integer>>mapToObj(i -> () -> status(notice, "at-once-" + (100 + i)))
              .toList();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : many.invokeAll(uploads)) {
        answers.add(answer.get());
      }
      assertEquals(NoticePhotos.MOST, Collections.frequency(answers, 201), answers.toString());
      assertEquals(12 - NoticePhotos.MOST, Collections.frequency(answers, 409));
    } finally {
      many.shutdown();
    }
  }

  private static int status(long notice, String name) throws Exception {
    return PhotoPost.status(web, dispatcher, "/notices/" + notice + "/photos", name);
  }

  private static Map<String, byte[]> bundle(long alert) throws Exception {
    HttpResponse<byte[]> answer =
        web.bytes(supervisor, "/api/v1/alerts/" + alert + "/evidence-bundle");
    assertEquals(200, answer.statusCode());
    return BundlesIT.files(answer.body());
  }

  @Test
  void isFiledByTheCompanyUntilItHasAnswered() throws Exception {
    long notice = ask(TRUCK, -200).notice;
    show(supervisor, notice, "by-city-1", 403);
    show(web.signIn("huan"), notice, "by-huan-1", 403);
    show(web.signIn("dui"), notice, "by-dui-01", 404);
    show(web.signIn("shen"), notice, "by-shen-1", 403);
    show(dispatcher, notice, "in-time-1", 201);
    answer(notice);
    assertEquals("answered", show(dispatcher, notice, "too-late1", 409).get("code").textValue());
    // what was on its way when it was answered, and is sent again, is on file
    assertEquals(1, show(dispatcher, notice, "in-time-1", 201).get("photos").size());
  }

  @Test
  void isTheSamePhotoUnderTheSameName() throws Exception {
    long notice = ask(TRUCK, -300).notice;
    show(dispatcher, notice, "again-001", 201);
    JsonNode again = show(dispatcher, notice, "again-001", 201);
    assertEquals(1, again.get("photos").size());
    long other = ask(TRUCK, -310).notice;
    assertEquals("other_notice", show(dispatcher, other, "again-001", 409).get("code").textValue());
    long photo = again.at("/photos/0/id").longValue();
    assertEquals(
        404,
        web.bytes(supervisor, "/api/v1/notices/" + other + "/photos/" + photo).statusCode(),
        "a photo is shown under its own notice only");
  }

  @Test
  void isOneOfFiveAtMost() throws Exception {
    long notice = ask(TRUCK, -400).notice;
    for (int i = 0; i < NoticePhotos.MOST; i++) {
      show(dispatcher, notice, "one-of-five-" + i, 201);
    }
    assertEquals("full", show(dispatcher, notice, "sixth-001", 409).get("code").textValue());
  }

  @Test
  void isAPictureWithTimeAndPlace() throws Exception {
    long notice = ask(TRUCK, -500).notice;
    String good = "clientId=right-001&takenAt=" + NOW.plusSeconds(600) + PLACE;
    for (String[] wrong :
        new String[][] {
          {"clientId=right-001", "clientId=short", "clientId"},
          {"takenAt=" + NOW.plusSeconds(600), "takenAt=" + NOW.plusSeconds(601), "takenAt"},
          {"takenAt=" + NOW.plusSeconds(600) + "&", "", "takenAt"},
          {"lat=36.7005", "lat=91", "lat"},
          {"lon=119.1005&", "", "lon"}
        }) {
      JsonNode refused = send(dispatcher, notice, good.replace(wrong[0], wrong[1]), PHOTO, 400);
      assertTrue(refused.get("detail").textValue().startsWith(wrong[2]), refused.toString());
    }
    assertEquals(
        "no_picture",
        send(dispatcher, notice, good, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 415)
            .get("code")
            .textValue());
    byte[] most = Arrays.copyOf(PHOTO, (int) TestWeb.MOST_PHOTO_BYTES);
    send(dispatcher, notice, good, Arrays.copyOf(most, most.length + 1), 413);
    assertEquals(1, send(dispatcher, notice, good, most, 201).get("photos").size());
  }

  @Test
  void isNoOtherCompanys() throws Exception {
    long others = ask(OTHER_TRUCK, -600).notice;
    show(dispatcher, others, "foreign-1", 404);
  }
}
