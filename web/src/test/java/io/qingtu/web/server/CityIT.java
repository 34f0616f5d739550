package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.OpenWindow;
import io.qingtu.route.sweep.OpenWindow.State;
import io.qingtu.server.store.LedgerStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CityIT {
  private static TestWeb web;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    token = web.signIn("jian");
  }

  @Test
  void listsTheRegister() throws Exception {
    JsonNode truck = web.get(token, "/vehicles").get("vehicles").get(1);
    assertEquals(TRUCK, truck.get("plate").textValue());
    assertEquals("13900010001", truck.get("phone").textValue());
    assertEquals(15.5, truck.get("ratedLoadT").doubleValue());
    assertEquals("[\"cover\",\"lift\"]", truck.get("sensors").toString());
    JsonNode other = web.get(token, "/vehicles").get("vehicles").get(0);
    assertTrue(other.get("ratedLoadT").isNull());
    assertEquals("", other.get("phone").textValue());
    assertEquals("[]", other.get("sensors").toString());
  }

  @Test
  void drawsTheCityWithItsProperties() throws Exception {
    JsonNode places = web.get(token, "/map/places");
    assertEquals("FeatureCollection", places.get("type").textValue());
    assertEquals("一号工地", places.at("/features/0/properties/name").textValue());
    assertEquals("Polygon", places.at("/features/0/geometry/type").textValue());
    assertEquals("R1", web.get(token, "/map/routes").at("/features/0/properties/id").textValue());
    JsonNode segments = web.get(token, "/map/segments");
    assertEquals("东风街", segments.at("/features/0/properties/road").textValue());
    assertEquals("FWD;REV", segments.at("/features/0/properties/sides").textValue());
  }

  @Test
  void countsPassesByRoadWithoutExemptedWindows() throws Exception {
    JsonNode road = web.get(token, "/sweeping?date=2026-11-18").get("roads").get(0);
    assertEquals("东风街", road.get("road").textValue());
    assertEquals(4, road.get("required").intValue());
    assertEquals(3, road.get("done").intValue(), "the third pass of the one side does not count");
    assertEquals(0.75, road.get("rate").doubleValue());
    assertEquals(4, road.get("due").intValue());
    assertEquals(3, road.get("worked").intValue());
    assertEquals(3, road.get("rows").size());
    assertEquals(0, web.get(token, "/sweeping?date=2026-11-17").get("roads").size());
    assertTrue(
        web.get(token, "/sweeping?date=18.11.", 400).get("detail").textValue().startsWith("date"));
  }

  @Test
  void showsTheWindowsThatRunAndCountsThemInNoVerdict() throws Exception {
    Instant noon = Instant.parse("2026-11-20T04:00:00Z");
    new LedgerStore(web.database)
        .replaceOpen(
            List.of(
                open("S1", Side.FWD, State.RUNNING, noon, 1),
                open("S1", Side.REV, State.RUNNING, noon, 2),
                open("S1", Side.REV, State.UPCOMING, noon.plusSeconds(7200), 0)),
            false);
    JsonNode road = web.get(token, "/sweeping?date=2026-11-20").get("roads").get(0);
    assertEquals(0, road.get("required").intValue());
    assertEquals(0, road.get("done").intValue());
    assertTrue(road.get("rate").isNull());
    assertEquals(6, road.get("due").intValue());
    assertEquals(3, road.get("worked").intValue());
    assertEquals(1, road.get("undone").intValue(), "of the two that run one has its passes");
    assertEquals(3, road.get("rows").size());
    JsonNode running = road.get("rows").get(0);
    assertEquals("RUNNING", running.get("result").textValue());
    assertEquals(0.6, running.get("coverage").doubleValue());
    assertEquals("2026-11-20T12:30:00+08:00", running.get("last").textValue());
    assertEquals("鲁G30001", running.get("plates").get(0).textValue());
  }

  private static OpenWindow open(String segment, Side side, State state, Instant start, int done) {
    return new OpenWindow(
        "Q1",
        segment,
        side,
        Operation.SWEEP,
        start,
        start.plusSeconds(7200),
        state,
        2,
        done,
        0.6,
        start.plusSeconds(600),
        start.plusSeconds(1800),
        List.of("鲁G30001"));
  }

  @Test
  void listsTheTripsOfADay() throws Exception {
    JsonNode trips = web.get(token, "/trips?date=2026-11-18").get("trips");
    assertEquals(1, trips.size());
    assertEquals("一号工地", trips.get(0).get("siteName").textValue());
    assertTrue(trips.get(0).get("adherence").isNull());
    assertEquals(1, web.get(token, "/trips").get("trips").size(), "today");
    assertEquals(0, web.get(token, "/trips?date=2026-11-17").get("trips").size());
    assertEquals(0, web.get(token, "/trips?plate=nobody").get("trips").size());
  }

  @Test
  void answersATrackOfAtMost31Days() throws Exception {
    String to = "&to=" + escape(NOW.toString());
    String path = "/vehicles/" + escape(TRUCK) + "/track?from=";
    long days31 = 31L * 24 * 3600;
    assertEquals(2, web.get(token, path + NOW.minusSeconds(days31) + to).get("points").size());
    JsonNode problem = web.get(token, path + NOW.minusSeconds(days31 + 1) + to, 400);
    assertTrue(problem.get("detail").textValue().startsWith("to: "), problem.toString());
    assertTrue(
        web.get(token, "/vehicles/" + escape(TRUCK) + "/track?to=" + NOW, 400)
            .get("detail")
            .textValue()
            .startsWith("from: is missing"));
    assertTrue(web.get(token, path + NOW + to, 400).get("detail").textValue().startsWith("to: "));
  }
}
