package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.web.evidence.BundleCheck;
import io.qingtu.web.evidence.BundleCheck.Verdict;
import io.qingtu.web.evidence.Pem;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    // its positions are more than others expect of the truck
    web = TestWeb.alone(BundlesIT.class, w -> {});
    supervisor = web.signIn("jian");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static HttpResponse<byte[]> get(String as, String path) throws Exception {
    return web.http()
        .send(
            web.request("/api/v1" + path).header("Authorization", "Bearer " + as).build(),
            BodyHandlers.ofByteArray());
  }

  private static byte[] bundle(String as, long id) throws Exception {
    HttpResponse<byte[]> answer = get(as, "/alerts/" + id + "/evidence-bundle");
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  private static Verdict check(byte[] bytes) throws Exception {
    String pem = web.get(supervisor, "/evidence-key").get("pem").textValue();
    Path file = Files.createTempFile(folder, "bundle", ".zip");
    Files.write(file, bytes);
    return BundleCheck.of(file, Optional.of(Pem.key(pem)));
  }

  /** The files of a bundle by their names. */
  static Map<String, byte[]> files(byte[] bundle) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        files.put(e.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static long audited(String action, long id) {
    return web.database
        .query(
            "select count(*) n from audit where action = ? and object = ?",
            row -> row.getLong("n"),
            action,
            "alert/" + id)
        .get(0);
  }

  @Test
  void holdsWhatIsOnFileOfTheAlert() throws Exception {
    int at = -200_000;
    new PositionStore(web.database)
        .save(
            List.of(
                new PositionRow(1, TestWeb.position(TRUCK, 119.1005, at), new byte[] {1, 1, 9}),
                new PositionRow(1, TestWeb.position(TRUCK, 119.1010, at + 10), new byte[0])));
    long id = web.raise("M01", TRUCK, at, 3).id();
    web.post(
        supervisor,
        "/alerts/" + id + "/reviews",
        "{\"decision\":\"CONFIRMED\",\"note\":\"看过\"}",
        201);
    Map<String, byte[]> files = files(bundle(supervisor, id));
    String track = new String(files.get("track.csv"), StandardCharsets.UTF_8);
    assertEquals(3, track.lines().count());
    JsonNode raw = JSON.readTree(files.get("raw-items.jsonl"));
    assertEquals("010109", raw.get("items").textValue());
    JsonNode plan = JSON.readTree(files.get("plan.json"));
    assertEquals("Z1", plan.at("/permit/content/id").textValue());
    assertEquals(64, plan.at("/routes/0/sha256").textValue().length());
    JsonNode handling = JSON.readTree(files.get("handling.json"));
    assertEquals("看过", handling.at("/reviews/0/note").textValue());
    JsonNode log = JSON.readTree(files.get("audit.json"));
    assertEquals("review", log.at("/lines/0/line/action").textValue());
    assertEquals(log.at("/lines/0/line/hash"), log.get("head"));
  }

  @Test
  void isGoodByTheKeyOfTheHouseAndTheSameUntilSomethingIsDone() throws Exception {
    long id = web.raise("M01", TRUCK, -210_000, 3).id();
    byte[] first = bundle(supervisor, id);
    assertEquals(List.of(), check(first).findings());
    assertArrayEquals(first, bundle(supervisor, id), "looking at it does not change it");
    assertEquals(2, audited("evidence-bundle", id));
    web.post(supervisor, "/alerts/" + id + "/reviews", "{\"decision\":\"CONFIRMED\"}", 201);
    byte[] second = bundle(supervisor, id);
    assertTrue(check(second).isGood());
    assertFalse(Arrays.equals(first, second));
  }

  @Test
  void theSheetIsTheOneInTheBundle() throws Exception {
    long id = web.raise("M01", TRUCK, -220_000, 3).id();
    HttpResponse<byte[]> sheet = get(supervisor, "/alerts/" + id + "/evidence-sheet");
    assertEquals(200, sheet.statusCode());
    assertEquals("application/pdf", sheet.headers().firstValue("Content-Type").orElseThrow());
    assertArrayEquals(files(bundle(supervisor, id)).get("event.pdf"), sheet.body());
    assertEquals(1, audited("evidence-sheet", id));
  }

  @Test
  void aCompanyGetsItsOwnOnly() throws Exception {
    long own = web.raise("M01", TRUCK, -230_000, 3).id();
    long other = web.raise("M01", OTHER_TRUCK, -230_000, 3).id();
    String dispatcher = web.signIn("jia");
    assertTrue(check(bundle(dispatcher, own)).isGood());
    for (String what : List.of("bundle", "sheet")) {
      assertEquals(
          404, get(dispatcher, "/alerts/" + other + "/evidence-" + what).statusCode(), what);
      assertEquals(404, get(supervisor, "/alerts/no/evidence-" + what).statusCode(), what);
      HttpResponse<String> nobody =
          web.send(web.request("/api/v1/alerts/" + own + "/evidence-" + what));
      assertEquals(401, nobody.statusCode());
    }
    assertEquals(0, audited("evidence-bundle", other));
  }

  @Test
  void whoMayNotExportTakesNone() throws Exception {
    long id = web.raise("M01", TRUCK, -250_000, 3).id();
    for (String login : List.of("guan", "gui")) {
      String token = web.signIn(login);
      web.get(token, "/alerts/" + id);
      for (String what : List.of("bundle", "sheet")) {
        assertEquals(403, get(token, "/alerts/" + id + "/evidence-" + what).statusCode(), login);
        assertEquals(0, audited("evidence-" + what, id));
      }
    }
    assertTrue(check(bundle(web.signIn("shen"), id)).isGood());
  }

  @Test
  void anOfficerGetsThatOfACaseOfTheOwnSquad() throws Exception {
    long id = web.raise("M01", TRUCK, -240_000, 3).id();
    String officer = web.signIn("dui");
    String path = "/alerts/" + id + "/evidence-bundle";
    assertEquals(404, get(officer, path).statusCode());
    JsonNode opened = web.post(supervisor, "/cases", "{\"alertId\":\"" + id + "\"}", 201);
    assertEquals(404, get(officer, path).statusCode(), "nobody has sent the squad yet");
    String steps = "/cases/" + opened.get("id") + "/steps";
    int version = opened.get("version").intValue();
    web.post(supervisor, steps, "{\"move\":\"FILE\",\"version\":" + version + "}", 201);
    int squad =
        web.database
            .query("select id from company where kind = 'SQUAD'", row -> row.getInt(1))
            .get(0);
    web.post(
        supervisor,
        steps,
        "{\"move\":\"DISPATCH\",\"sideId\":%d,\"version\":%d}".formatted(squad, version + 1),
        201);
    Map<String, byte[]> files = files(bundle(officer, id));
    JsonNode handling = JSON.readTree(files.get("handling.json"));
    assertEquals("DISPATCH", handling.at("/case/steps/1/move").textValue());
  }
}
