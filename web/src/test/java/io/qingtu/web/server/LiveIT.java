package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.fixtures.Patience;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.StoredAlert;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveIT {
  private static final ObjectMapper JSON = new ObjectMapper();

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
    try (Reader reader = new Reader(supervisor, "")) {
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
    try (Reader reader = new Reader(supervisor, "")) {
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
    try (Reader reader = new Reader(supervisor, "?since=" + seen)) {
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
    try (Reader reader = new Reader(supervisor, "?since=17")) {
      assertFalse(reader.next(m -> true).get("resumed").booleanValue());
      assertEquals(2, reader.next(m -> true).get("positions").size());
    }
  }

  @Test
  void goesOnFromItsOwnPlaceWhenItIsSlow() throws Exception {
    // 100 messages of 200 kB: more than what the sockets take
    StoredAlert big = web.raise("M11", TRUCK, -38, 2, "x".repeat(200_000));
    try (Reader slow = new Reader(supervisor, "", 3)) {
      slow.next(m -> m.has("positions"));
      try (Reader quick = new Reader(supervisor, "")) {
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
  void tellsAReviewToEverybodyWhoMaySeeTheAlert() throws Exception {
    long id = web.raise("M12", TRUCK, -50, 3).id();
    try (Reader own = new Reader(web.signIn("jia"), "")) {
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
    try (Reader reader = new Reader(web.signIn("jia"), "")) {
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
    assertThrows(CompletionException.class, () -> new Reader("wrong", ""));
    assertThrows(CompletionException.class, () -> new Reader(supervisor, "?since=minus-one"));
  }

  @Test
  void startsWithWhatTheDatabaseHolds() throws Exception {
    JsonNode positions = web.get(supervisor, "/positions").get("positions");
    assertEquals(2, positions.size());
    JsonNode settings = web.get(supervisor, "/settings");
    assertEquals("测试市", settings.get("city").textValue());
    assertTrue(settings.get("synthetic").booleanValue());
    assertEquals("2026-11-18T12:00:00+08:00", settings.get("time").textValue(), NOW.toString());
    assertEquals(119.1, settings.get("bounds").get(0).doubleValue(), 1e-9);
    assertEquals(36.901, settings.get("bounds").get(3).doubleValue(), 1e-9);
  }

  /** A position newer than all before it. */
  private static Position position(String plate, double lon) {
    return TestWeb.position(plate, lon, SECOND.incrementAndGet());
  }

  /** One WebSocket, its text messages in order. */
  private static final class Reader implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private volatile int willing;

    Reader(String token, String query) {
      this(token, query, Integer.MAX_VALUE);
    }

    /**
     * @param willing frames that it takes before it stops reading
     */
    Reader(String token, String query, int willing) {
      this.willing = willing;
      URI address = URI.create("ws://127.0.0.1:" + web.web.port() + "/api/v1/live" + query);
      socket =
          web.http()
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + token)
              .buildAsync(address, this)
              .join();
    }

    JsonNode next(Predicate<JsonNode> wanted) throws Exception {
      while (true) {
        String text = messages.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertTrue(text != null, "no message came");
        JsonNode message = JSON.readTree(text);
        if (wanted.test(message)) {
          return message;
        }
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      if (--willing > 0) {
        from.request(1);
      }
      return null;
    }

    /** Begins to read again. */
    void readOn() {
      willing = Integer.MAX_VALUE;
      socket.request(1);
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
