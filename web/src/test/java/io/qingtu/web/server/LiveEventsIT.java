package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.StoredAlert;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live feed as an event stream: its scope, its area, and how it goes on where it was. */
class LiveEventsIT {
  private static final String WEST_HALF = "?bbox=119,36,119.2,37";

  private static TestWeb web;
  private static String supervisor;
  private static int second = 100;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(LiveEventsIT.class, w -> {});
    supervisor = web.signIn("jian");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  /** An event as it came. */
  private record Event(long id, JsonNode data) {}

  /** One stream, its events in order. */
  private static final class Stream implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;

    Stream(String token, String query, String... headers) throws Exception {
      HttpRequest.Builder request =
          web.request("/api/v1/live/events" + query)
              .header("Authorization", "Bearer " + token)
              .header("Accept", "text/event-stream");
      if (headers.length > 0) {
        request.headers(headers);
      }
      HttpResponse<InputStream> answer =
          web.http().send(request.build(), BodyHandlers.ofInputStream());
      assertEquals(200, answer.statusCode());
      assertEquals(
          "text/event-stream; charset=utf-8",
          answer.headers().firstValue("Content-Type").orElse(""));
      body = answer.body();
      lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    Event next(Predicate<JsonNode> wanted) throws IOException {
      while (true) {
        long id = -1;
        for (String line = lines.readLine(); ; line = lines.readLine()) {
          if (line.startsWith("id: ")) {
            id = Long.parseLong(line.substring(4));
          } else if (line.startsWith("data: ")) {
            JsonNode data = new ObjectMapper().readTree(line.substring(6));
            if (wanted.test(data)) {
              return new Event(id, data);
            }
          }
        }
      }
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  private static void move(String plate, double lon) {
    web.web.acceptPositions(List.of(TestWeb.position(plate, lon, second++)));
  }

  @Test
  void beginsWithTheFleetAndGoesOnAfterTheIdItSawLast() throws Exception {
    Event seen;
    try (Stream stream = new Stream(supervisor, "")) {
      assertFalse(stream.next(m -> true).data().get("resumed").booleanValue());
      assertEquals(2, stream.next(m -> m.has("positions")).data().get("positions").size());
      StoredAlert first = web.raise("M11", TRUCK, -140, 2);
      web.web.acceptAlerts(List.of(first));
      seen = stream.next(m -> m.has("alert"));
      assertEquals(seen.data().get("sequence").longValue(), seen.id());
    }
    StoredAlert missed = web.raise("M11", TRUCK, -139, 2);
    web.web.acceptAlerts(List.of(missed));
    for (String[] how :
        new String[][] {{"", Long.toString(seen.id())}, {"?since=" + seen.id(), ""}}) {
      String[] headers = how[1].isEmpty() ? new String[0] : new String[] {"Last-Event-ID", how[1]};
      try (Stream again = new Stream(supervisor, how[0], headers)) {
        assertTrue(again.next(m -> true).data().get("resumed").booleanValue());
        JsonNode next = again.next(m -> m.has("alert")).data();
        assertEquals(Long.toString(missed.id()), next.at("/alert/id").textValue());
      }
    }
  }

  @Test
  void tellsOfTheAreaAndOfWhoLeavesIt() throws Exception {
    try (Stream stream = new Stream(supervisor, WEST_HALF)) {
      JsonNode all = stream.next(m -> m.has("positions")).data().get("positions");
      assertEquals(List.of(TRUCK), all.findValuesAsText("plate"));
      move(OTHER_TRUCK, 119.31);
      move(TRUCK, 119.11);
      JsonNode moved = stream.next(m -> m.has("positions")).data().get("positions");
      assertEquals(List.of(TRUCK), moved.findValuesAsText("plate"));
      move(TRUCK, 119.25);
      JsonNode left = stream.next(m -> m.has("positions")).data().get("positions");
      assertEquals(119.25, left.get(0).get("lon").doubleValue());
      move(TRUCK, 119.26);
      move(OTHER_TRUCK, 119.15);
      JsonNode came = stream.next(m -> m.has("positions")).data().get("positions");
      assertEquals(List.of(OTHER_TRUCK), came.findValuesAsText("plate"));
    }
    move(TRUCK, 119.1);
  }

  @Test
  void showsACompanyItsOwnOnly() throws Exception {
    try (Stream own = new Stream(web.signIn("jia"), "")) {
      JsonNode all = own.next(m -> m.has("positions")).data().get("positions");
      assertEquals(List.of(TRUCK), all.findValuesAsText("plate"));
      web.web.acceptAlerts(List.of(web.raise("M12", OTHER_TRUCK, -138, 3)));
      StoredAlert last = web.raise("M12", TRUCK, -137, 3);
      web.web.acceptAlerts(List.of(last));
      JsonNode told = own.next(m -> m.has("alert")).data();
      assertEquals(Long.toString(last.id()), told.at("/alert/id").textValue());
    }
  }

  @Test
  void refusesWhatIsNoAreaAndWhoWantsNoStream() throws Exception {
    for (String bbox : List.of("1,2,3", "a,b,c,d", "2,1,1,2", "1,2,1,1", "NaN,1,2,2", "")) {
      HttpResponse<String> answer =
          web.send(
              web.request("/api/v1/live/events?since=x&bbox=" + bbox)
                  .header("Authorization", "Bearer " + supervisor)
                  .header("Accept", "text/event-stream"));
      assertEquals(400, answer.statusCode(), bbox);
    }
    web.get(supervisor, "/live/events", 400);
    web.get("no token", "/live/events", 401);
  }
}
