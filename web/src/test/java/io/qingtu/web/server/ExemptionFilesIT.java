package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.ExemptionFiles;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who asks for an exemption shows why by photos and papers, and who decides looks at them. */
class ExemptionFilesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PHOTO = HexFormat.of().parseHex("ffd8ffe000104a46494601");
  private static final byte[] PAPER = "%PDF-1.7\n%permit 17".getBytes(StandardCharsets.US_ASCII);

  private static TestWeb web;
  private static String sanitation;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(ExemptionFilesIT.class, ExemptionFilesIT::seed);
    sanitation = web.signIn("huan");
    supervisor = web.signIn("jian");
  }

  private static void seed(TestWeb w) {
    w.database.update(
        "insert into requirement (id, segment_id, side, op, passes, window_from, window_to, days,"
            + " contractor) values ('Q1', 'S1', 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', '甲公司')");
    UserStore users = new UserStore(w.database);
    String hash = Passwords.hash(TestWeb.PASSWORD);
    users.add("huan2", "第二环卫管理员", Role.SANITATION, Optional.empty(), hash);
    users.add("jian-yi", "乙区监管", Role.SUPERVISOR, Optional.of("乙公司"), hash);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static String ask() throws Exception {
    return web.post(
            sanitation,
            "/exemptions",
            "{\"kind\":\"CLOSURE\",\"placeIds\":[\"S1\"],\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"占道施工\",\"evidence\":\"许可 17\"}"
                .formatted(NOW, NOW.plusSeconds(7200)),
            201)
        .get("id")
        .textValue();
  }

  private static JsonNode send(String token, String id, String name, byte[] body, int status)
      throws Exception {
    HttpResponse<String> answer =
        web.send(
            web.request("/api/v1/exemptions/" + id + "/files?clientId=" + name)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(body)));
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static void decide(String id, String decision) throws Exception {
    web.post(
        supervisor,
        "/exemptions/" + id + "/decision",
        "{\"decision\":\"%s\",\"reason\":\"现场照片属实\"}".formatted(decision),
        201);
  }

  @Test
  void isShownToWhoeverDecides() throws Exception {
    String id = ask();
    send(sanitation, id, "shown-photo", PHOTO, 201);
    assertEquals(2, send(sanitation, id, "shown-paper", PAPER, 201).get("files").size());
    JsonNode seen = null;
    for (JsonNode one : web.get(supervisor, "/exemptions").get("exemptions")) {
      seen = one.get("id").textValue().equals(id) ? one : seen;
    }
    assertEquals(List.of("image/jpeg", "application/pdf"), seen.findValuesAsText("contentType"));
    HttpResponse<byte[]> paper = web.bytes(supervisor, seen.at("/files/1/url").textValue());
    assertArrayEquals(PAPER, paper.body());
    assertEquals("application/pdf", paper.headers().firstValue("Content-Type").orElse(""));
    assertEquals("nosniff", paper.headers().firstValue("X-Content-Type-Options").orElse(""));
    String shown = paper.headers().firstValue("Content-Disposition").orElse("");
    assertTrue(shown.startsWith("attachment"), "a paper may hold scripts: " + shown);
    decide(id, "APPROVED");
    assertEquals(200, web.bytes(sanitation, seen.at("/files/0/url").textValue()).statusCode());
    assertEquals(
        List.of("exemption-asked", "exemption-file", "exemption-file", "exemption-approved"),
        web.database.query(
            "select action from audit where object = ? order by id",
            row -> row.getString("action"),
            "exemption/" + id));
  }

  @Test
  void isAddedByWhoAskedUntilSomebodyDecides() throws Exception {
    String id = ask();
    send(web.signIn("huan2"), id, "by-another", PHOTO, 403);
    send(supervisor, id, "by-decider", PHOTO, 403);
    send(sanitation, id, "in-time-1", PHOTO, 201);
    decide(id, "REJECTED");
    assertEquals("decided", send(sanitation, id, "too-late-1", PHOTO, 409).get("code").textValue());
    // what was on its way when it was decided, and is sent again, is on file
    assertEquals(1, send(sanitation, id, "in-time-1", PHOTO, 201).get("files").size());
  }

  @Test
  void isTheSameFileUnderTheSameName() throws Exception {
    String id = ask();
    send(sanitation, id, "again-0001", PHOTO, 201);
    JsonNode again = send(sanitation, id, "again-0001", PAPER, 201);
    assertEquals(List.of("image/jpeg"), again.findValuesAsText("contentType"));
    String other = ask();
    assertEquals(
        "other_exemption",
        send(sanitation, other, "again-0001", PHOTO, 409).get("code").textValue());
    String file = again.at("/files/0/id").textValue();
    assertEquals(
        404,
        web.bytes(sanitation, "/api/v1/exemptions/" + other + "/files/" + file).statusCode(),
        "a file is shown under its own request only");
  }

  @Test
  void isAPhotoOrAPaperAndNothingElse() throws Exception {
    String id = ask();
    for (String wrong : List.of("", "GIF89a and more", "<svg onload='alert(1)'>", "%PDF")) {
      byte[] body = wrong.getBytes(StandardCharsets.US_ASCII);
      assertEquals(
          "no_evidence", send(sanitation, id, "wrong-0001", body, 415).get("code").textValue());
    }
    send(sanitation, id, "short", PHOTO, 400);
    byte[] most = Arrays.copyOf(PAPER, (int) TestWeb.MOST_PHOTO_BYTES);
    send(sanitation, id, "large-0001", Arrays.copyOf(most, most.length + 1), 413);
    assertEquals(1, send(sanitation, id, "large-0002", most, 201).get("files").size());
  }

  @Test
  void isOneOfTenAtMost() throws Exception {
    String id = ask();
    for (int i = 0; i < ExemptionFiles.MOST; i++) {
      send(sanitation, id, "one-of-ten-" + i, PHOTO, 201);
    }
    assertEquals("full", send(sanitation, id, "eleventh-1", PHOTO, 409).get("code").textValue());
  }

  @Test
  void isHiddenWithItsRequest() throws Exception {
    String id = ask();
    String url = send(sanitation, id, "hidden-01", PHOTO, 201).at("/files/0/url").textValue();
    assertEquals(404, web.bytes(web.signIn("jian-yi"), url).statusCode());
    assertEquals(200, web.bytes(web.signIn("jia"), url).statusCode(), "of the company's own road");
  }
}
