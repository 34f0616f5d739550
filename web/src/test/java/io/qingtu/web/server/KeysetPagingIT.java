package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.server.store.NewSafetyAlarm;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.SafetyAlarmStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every list that comes in pages, page by page with small limits, while rows are added before,
 * behind and between what was read: what was there when the walk began comes exactly once.
 */
class KeysetPagingIT {
  private static final int ROWS = 23;
  private static final int ADDED = 3;

  /** That every list gives at once. */
  private static final int MOST = 200;

  /** Not a divisor of the rows, and two that are: the last page is full, or holds one. */
  private static final List<Integer> LIMITS = List.of(1, 4, ROWS);

  private static final String PERIOD = "from=2026-11-17T00:00:00Z&to=2026-11-19T00:00:00Z";

  /** Adds one row; the number is one that no other call has. */
  private interface Adder {
    void add(int number) throws Exception;
  }

  /**
   * A list in pages.
   *
   * @param operation as the description names it
   * @param path with its query, without limit and cursor
   * @param rows field of the rows in the answer
   * @param key field that tells one row from another
   */
  private record Listing(String operation, String path, String rows, String key, Adder adder) {
    @Override
    public String toString() {
      return operation;
    }
  }

  private static TestWeb web;
  private static Entitled entitled;
  private static String token;
  private static int number;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(KeysetPagingIT.class, w -> {});
    entitled = new Entitled(web);
    token = web.signIn("jian");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  static Stream<Listing> listings() {
    String vehicle = "/vehicles/" + TestWeb.escape(TestWeb.TRUCK);
    return Stream.of(
        new Listing("GET /alerts", "/alerts?", "alerts", "id", KeysetPagingIT::alert),
        new Listing("GET /cases", "/cases?", "cases", "id", KeysetPagingIT::caseFile),
        new Listing(
            "GET /cases",
            "/cases?words=k&type=OTHER&to=2026-11-19T00:00:00Z&",
            "cases",
            "id",
            KeysetPagingIT::caseFile),
        new Listing("GET /audit", "/audit?", "lines", "id", KeysetPagingIT::line),
        new Listing(
            "GET /vehicles/{plate}/commands",
            vehicle + "/commands?",
            "commands",
            "id",
            KeysetPagingIT::command),
        new Listing(
            "GET /vehicles/{plate}/device-history",
            vehicle + "/device-history?",
            "entries",
            "key",
            KeysetPagingIT::deviceEvent),
        new Listing(
            "GET /vehicles/{plate}/safety-alarms",
            vehicle + "/safety-alarms?" + PERIOD + "&",
            "alarms",
            "id",
            KeysetPagingIT::safetyAlarm),
        new Listing(
            "GET /devices/findings",
            "/devices/findings?",
            "findings",
            "id",
            KeysetPagingIT::deviceFault),
        new Listing(
            "GET /installations",
            "/installations?",
            "installations",
            "id",
            KeysetPagingIT::installation),
        new Listing(
            "GET /past/area",
            "/past/area?west=119.2&south=36.7&east=119.21&north=36.71&" + PERIOD + "&",
            "vehicles",
            "plate",
            KeysetPagingIT::visitor));
  }

  /** Several at one moment: their order is told by the id alone. */
  private static int second(int n) {
    return -(n * 7919 % 40) * 10;
  }

  private static void alert(int n) {
    web.raise("M11", TestWeb.TRUCK, second(n) - n, 2, "n" + n);
    web.database.update(
        "update alert set start_time = ? where id = (select max(id) from alert)",
        TestWeb.NOW.plusSeconds(second(n)));
  }

  private static void caseFile(int n) throws Exception {
    web.post(
        token,
        "/events",
        "{\"sourceId\":\"k%d\",\"type\":\"OTHER\",\"title\":\"k\",\"time\":\"%s\"}"
            .formatted(n, TestWeb.NOW),
        201);
  }

  /** An event is one line of the log. */
  private static void line(int n) throws Exception {
    caseFile(10_000 + n);
  }

  private static void command(int n) throws Exception {
    web.post(
        token,
        "/vehicles/" + TestWeb.escape(TestWeb.TRUCK) + "/commands",
        "{\"kind\":\"TEXT\",\"arguments\":{\"text\":\"n" + n + "\"}}",
        201);
  }

  /** One kind after the other, several at one moment: their order is told by kind and id. */
  private static void deviceEvent(int n) throws Exception {
    if (n % 3 == 0) {
      installation(n);
    } else if (n % 3 == 1) {
      command(n);
    } else {
      web.raise("D02", TestWeb.TRUCK, second(n) - n, 2);
      web.database.update(
          "update alert set status = 'ENDED', end_time = ?"
              + " where id = (select max(id) from alert)",
          TestWeb.NOW.plusSeconds(second(n)));
    }
  }

  private static void safetyAlarm(int n) {
    new SafetyAlarmStore(web.database)
        .file(
            new NewSafetyAlarm(
                1,
                "13900010001",
                0x64,
                1,
                2,
                0,
                n % 128,
                TestWeb.NOW.plusSeconds(second(n)),
                TestWeb.NOW,
                40,
                119.1,
                36.7,
                Bytes.copyOf(new byte[16]),
                "k" + n,
                0));
  }

  private static void deviceFault(int n) {
    String plate = "鲁D%05d".formatted(n);
    web.database.update(
        "insert into vehicle (plate, kind, company_id) values (?, 'MUCK_TRUCK', 1)", plate);
    web.raise("D02", plate, second(n), 2);
  }

  private static void installation(int n) {
    web.database.update(
        "insert into installation (vehicle_id, phone, iccid, reason, user_id, at)"
            + " values (1, '13900010001', ?, 'FIRST', 1, ?)",
        "8986%016d".formatted(n),
        TestWeb.NOW);
  }

  /** A vehicle that was there; its plate is before, behind or between those that were read. */
  private static void visitor(int n) {
    String plate = "鲁K%05d".formatted(n * 7919 % 100_000);
    web.database.update(
        "insert into vehicle (plate, kind, company_id) values (?, 'MUCK_TRUCK', 1)", plate);
    new PositionStore(web.database)
        .save(
            List.of(
                new PositionRow(
                    web.database
                        .query("select id from vehicle where plate = ?", r -> r.getInt(1), plate)
                        .get(0),
                    TestWeb.position(plate, 119.205, 36.705, second(n)),
                    new byte[0])));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void walksAllPagesWhileRowsAreAdded(Listing listing) throws Exception {
    for (int i = 0; i < ROWS; i++) {
      listing.adder().add(number++);
    }
    for (int limit : LIMITS) {
      Set<String> before = new HashSet<>(read(listing, listing.path() + "limit=" + MOST));
      assertTrue(before.size() >= ROWS, listing + " has " + before.size() + " rows");
      List<String> seen = walk(listing, limit);
      Map<String, Integer> times = new HashMap<>();
      seen.forEach(id -> times.merge(id, 1, Integer::sum));
      times.forEach((id, n) -> assertEquals(1, n, listing + ", limit " + limit + ": row " + id));
      before.removeAll(times.keySet());
      assertEquals(Set.of(), before, listing + ", limit " + limit + ": missed");
    }
  }

  private static List<String> walk(Listing listing, int limit) throws Exception {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; cursor != null; page++) {
      String path = listing.path() + "limit=" + limit + cursor;
      JsonNode answer = web.get(entitled.token("GET", path), path);
      List<String> keys = keys(listing, answer);
      assertTrue(keys.size() <= limit, path + " has " + keys.size() + " rows");
      seen.addAll(keys);
      JsonNode next = answer.path("next");
      assertTrue(!next.isTextual() || keys.size() == limit, path + " breaks off: " + answer);
      cursor = next.isTextual() ? "&cursor=" + TestWeb.escape(next.textValue()) : null;
      if (page < ADDED) {
        listing.adder().add(number++);
      }
    }
    return seen;
  }

  private static List<String> read(Listing listing, String path) throws Exception {
    JsonNode all = web.get(entitled.token("GET", path), path);
    assertTrue(!all.path("next").isTextual(), MOST + " rows hold all of " + listing);
    return keys(listing, all);
  }

  private static List<String> keys(Listing listing, JsonNode answer) {
    List<String> keys = new ArrayList<>();
    answer.get(listing.rows()).forEach(row -> keys.add(row.get(listing.key()).asText()));
    return Collections.unmodifiableList(keys);
  }

  @Test
  void knowsEveryListThatTheDescriptionPages() throws Exception {
    JsonNode paths =
        new ObjectMapper()
            .readTree(web.send(web.request("/api/v1/openapi.json")).body())
            .get("paths");
    Set<String> paged = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .path("get")
                    .path("parameters")
                    .forEach(
                        p -> {
                          if (p.path("name").asText().equals("cursor")) {
                            paged.add("GET " + path.getKey());
                          }
                        }));
    assertNotEquals(Set.of(), paged);
    assertEquals(paged, new TreeSet<>(listings().map(Listing::operation).toList()));
  }
}
