package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.StoredAlert;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveIT {

  private static final AtomicInteger SECOND = new AtomicInteger();

  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
  }

  @Test
  void beginsWithTheWholeFleet() throws Exception {
    try (LiveReader reader = new LiveReader(web, supervisor, "")) {
      JsonNode hello = reader.next(m -> true);
      assertEquals("hello", hello.get("type").textValue());
      assertFalse(hello.get("resumed").booleanValue());
      JsonNode all = reader.next(m -> true);
      assertEquals("positions", all.get("type").textValue());
      assertEquals(2, all.get("positions").size());
      assertTrue(all.get("sequence").longValue() >= hello.get("sequence").longValue());
    }
  }

  @Test
  void pushesAPositionThatWasCommitted() throws Exception {
    try (LiveReader reader = new LiveReader(web, supervisor, "")) {
      reader.next(m -> m.has("positions"));
      web.web.acceptPositions(List.of(position(TRUCK, 119.1234)));
      JsonNode changed = reader.next(m -> m.has("positions"));
      assertEquals(1, changed.get("positions").size(), "only what changed");
      assertEquals(119.1234, changed.get("positions").get(0).get("lon").doubleValue());
    }
  }

  @Test
  void resumesAfterTheSequenceItHasSeenWithoutLossOrRepeat() throws Exception {
    long seen = web.get(supervisor, "/positions").get("sequence").longValue();
    StoredAlert first = web.raise("M11", TRUCK, -40, 2);
    StoredAlert second = web.raise("M11", TRUCK, -39, 2);
    web.web.acceptAlerts(List.of(first, second));
    try (LiveReader reader = new LiveReader(web, supervisor, "?since=" + seen)) {
      assertTrue(reader.next(m -> true).get("resumed").booleanValue());
      JsonNode one = reader.next(m -> m.has("alert"));
      JsonNode two = reader.next(m -> m.has("alert"));
      assertEquals(Long.toString(first.id()), one.get("alert").get("id").textValue());
      assertEquals(Long.toString(second.id()), two.get("alert").get("id").textValue());
      assertTrue(two.get("sequence").longValue() > one.get("sequence").longValue());
    }
  }

  @Test
  void beginsAnewForASequenceOfAnotherRun() throws Exception {
    try (LiveReader reader = new LiveReader(web, supervisor, "?since=17")) {
      assertFalse(reader.next(m -> true).get("resumed").booleanValue());
      assertEquals(2, reader.next(m -> true).get("positions").size());
    }
  }

  @Test
  void goesOnFromItsOwnPlaceWhenItIsSlow() throws Exception {
    // 100 messages of 200 kB: more than what the sockets take
    StoredAlert big = web.raise("M11", TRUCK, -38, 2, "x".repeat(200_000));
    try (LiveReader slow = new LiveReader(web, supervisor, "", 3)) {
      slow.next(m -> m.has("positions"));
      try (LiveReader quick = new LiveReader(web, supervisor, "")) {
        quick.next(m -> m.has("positions"));
        for (int i = 0; i < 100; i++) {
          web.web.acceptAlerts(List.of(big));
        }
        long last = 0;
        for (int i = 0; i < 100; i++) {
          last = quick.next(m -> m.has("alert")).get("sequence").longValue();
        }
        slow.readOn();
        long before = 0;
        for (int i = 0; i < 100; i++) {
          long sequence = slow.next(m -> m.has("alert")).get("sequence").longValue();
          assertTrue(sequence > before, sequence + " after " + before);
          before = sequence;
        }
        assertEquals(last, before, "nothing lost, nothing twice");
      }
    }
  }

  @Test
  void tellsACaseToThoseWhoMaySeeItAndResumes() throws Exception {
    // of two types: at one place and time they would be one case
    long own = web.raise("D03", TRUCK, -61, 3).id();
    long others = web.raise("M16", TestWeb.OTHER_TRUCK, -62, 3).id();
    String company = web.signIn("jia");
    long seen = web.get(supervisor, "/positions").get("sequence").longValue();
    try (LiveReader city = new LiveReader(web, supervisor, "?since=" + seen);
        LiveReader jia = new LiveReader(web, company, "?since=" + seen)) {
      long hidden = open(others);
      long open = open(own);
      assertEquals(hidden, nextCase(city).get("id").longValue());
      JsonNode told = nextCase(city);
      assertEquals(open, told.get("id").longValue());
      assertEquals(2, told.size(), "no names, no organisations: " + told);
      assertEquals(open, nextCase(jia).get("id").longValue(), "the first that a company is told");
      web.post(supervisor, "/cases/" + open + "/steps", "{\"move\":\"FILE\",\"version\":0}", 201);
      assertEquals(1, nextCase(jia).get("version").intValue());
    }
    try (LiveReader late = new LiveReader(web, company, "?since=" + seen)) {
      assertTrue(late.next(m -> true).get("resumed").booleanValue());
      assertEquals(0, nextCase(late).get("version").intValue());
      assertEquals(1, nextCase(late).get("version").intValue());
    }
  }

  private static long open(long alert) throws Exception {
    return web.post(supervisor, "/cases", "{\"alertId\":\"" + alert + "\"}", 201)
        .get("id")
        .longValue();
  }

  private static JsonNode nextCase(LiveReader reader) throws Exception {
    return reader.next(m -> m.path("type").asText().equals("case")).get("changed");
  }

  @Test
  void tellsAReviewToEverybodyWhoMaySeeTheAlert() throws Exception {
    long id = web.raise("M12", TRUCK, -50, 3).id();
    try (LiveReader own = new LiveReader(web, web.signIn("jia"), "")) {
      own.next(m -> m.has("positions"));
      web.post(
          supervisor,
          "/alerts/" + id + "/reviews",
          "{\"decision\":\"REJECTED\",\"reason\":\"gps_drift\",\"note\":\"\"}",
          201);
      JsonNode told = own.next(m -> m.has("alert"));
      assertEquals(Long.toString(id), told.get("alert").get("id").textValue());
      assertEquals("gps_drift", told.get("alert").get("review").get("reason").textValue());
    }
  }

  @Test
  void showsADispatcherTheOwnVehiclesOnly() throws Exception {
    try (LiveReader reader = new LiveReader(web, web.signIn("jia"), "")) {
      JsonNode all = reader.next(m -> m.has("positions"));
      assertEquals(1, all.get("positions").size());
      web.web.acceptPositions(List.of(position(OTHER_TRUCK, 119.31)));
      web.web.acceptPositions(List.of(position(TRUCK, 119.1244)));
      JsonNode next =
          reader.next(
              m ->
                  m.has("positions")
                      && m.get("positions").get(0).get("lon").doubleValue() == 119.1244);
      assertEquals(1, next.get("positions").size());
    }
  }

  @Test
  void refusesAReaderWithoutASessionOrWithAWrongSequence() {
    assertThrows(CompletionException.class, () -> new LiveReader(web, "wrong", ""));
    assertThrows(
        CompletionException.class, () -> new LiveReader(web, supervisor, "?since=minus-one"));
  }

  @Test
  void startsWithWhatTheDatabaseHolds() throws Exception {
    JsonNode positions = web.get(supervisor, "/positions").get("positions");
    assertEquals(2, positions.size());
    JsonNode settings = web.get(supervisor, "/settings");
    assertEquals("测试市", settings.get("city").textValue());
    assertTrue(settings.get("synthetic").booleanValue());
    assertEquals("2026-11-18T12:00:00+08:00", settings.get("time").textValue(), NOW.toString());
    JsonNode working = settings.get("working");
    assertEquals("2026-11-04T08:30:00+08:00", working.get(0).get("from").textValue());
    assertEquals("2026-11-04T12:00:00+08:00", working.get(0).get("to").textValue());
    assertEquals(
        "2026-12-15T17:30:00+08:00", working.get(working.size() - 1).get("to").textValue());
    assertEquals(2 * 30, working.size(), "six weeks of five days, in two halves");
    assertEquals(119.1, settings.get("bounds").get(0).doubleValue(), 1e-9);
    assertEquals(36.901, settings.get("bounds").get(3).doubleValue(), 1e-9);
  }

  /** A position newer than all before it. */
  private static Position position(String plate, double lon) {
    return TestWeb.position(plate, lon, SECOND.incrementAndGet());
  }
}
