package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.fixtures.Patience;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Review;
import io.qingtu.server.store.ReviewStore;
import io.qingtu.server.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules with their numbers, their precision, and trials of other numbers. */
class RulesIT {
  private static final Instant DAY = NOW.minus(Duration.ofDays(40));

  private static TestWeb web;
  private static String supervisor;
  private static String dispatcher;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    dispatcher = web.signIn("jia");
  }

  @Test
  void namesEveryRuleAndEveryNumber() throws Exception {
    JsonNode rules = web.get(supervisor, "/rules");
    assertEquals(Parameter.values().length, rules.get("parameters").size());
    JsonNode speed = null;
    for (JsonNode p : rules.get("parameters")) {
      speed = p.get("name").textValue().equals("v_cov") ? p : speed;
    }
    assertEquals(10, speed.get("value").doubleValue());
    assertEquals("km/h", speed.get("unit").textValue());
    assertTrue(speed.get("meaning").textValue().startsWith("M03"));
    assertEquals("未密闭运输", name(rules, "M03"));
    assertEquals(0, rules.get("fleets").size());
  }

  private static String name(JsonNode rules, String code) {
    for (JsonNode r : rules.get("rules")) {
      if (r.get("rule").textValue().equals(code)) {
        return r.get("name").textValue();
      }
    }
    return "";
  }

  @Test
  void tellsHowOftenAlarmsWereRightAndWhyNot() throws Exception {
    Duration before = Duration.ofDays(200); // days of its own: others raise alerts, too
    int seconds = (int) -before.toSeconds();
    ReviewStore reviews = new ReviewStore(web.database);
    decide(reviews, web.raise("M12", TRUCK, seconds, 3), Review.Decision.CONFIRMED, null);
    decide(reviews, web.raise("M12", TRUCK, seconds + 600, 3), Review.Decision.CONFIRMED, null);
    StoredAlert wrong = web.raise("M12", TRUCK, seconds + 1200, 3);
    decide(reviews, wrong, Review.Decision.CONFIRMED, null);
    decide(reviews, wrong, Review.Decision.REJECTED, Review.Reason.SENSOR_FAULT);
    web.raise("M12", TRUCK, seconds + 1800, 3);
    web.raise("M16", TestWeb.OTHER_TRUCK, seconds + 1800, 2);
    String period =
        "?from="
            + NOW.minus(before).minusSeconds(60)
            + "&to="
            + NOW.minus(before).plusSeconds(3600);

    JsonNode rows = web.get(supervisor, "/rules/precision" + period).get("rows");
    assertEquals(2, rows.size());
    JsonNode m12 = rows.get(0);
    assertEquals("M12", m12.get("rule").textValue());
    assertEquals("B", m12.get("grade").textValue());
    assertEquals(4, m12.get("alarms").intValue());
    assertEquals(2, m12.get("confirmed").intValue());
    assertEquals(1, m12.get("rejected").intValue());
    assertEquals(2 / 3.0, m12.get("precision").doubleValue(), 1e-9);
    assertEquals(1, m12.get("reasons").get("sensor_fault").intValue());
    assertTrue(rows.get(1).get("precision").isNull());

    JsonNode own = web.get(dispatcher, "/rules/precision" + period).get("rows");
    assertEquals(1, own.size(), "a dispatcher sees the own company");
    web.get(supervisor, "/rules/precision?from=" + NOW, 400);
  }

  private static void decide(
      ReviewStore reviews, StoredAlert alert, Review.Decision decision, Review.Reason reason) {
    reviews.add(alert.id(), 1, new Review(decision, Optional.ofNullable(reason), ""), NOW);
  }

  @Test
  void triesNumbersOnAStoredPeriodAndTellsTheDifference() throws Exception {
    speed();
    JsonNode filed = web.post(supervisor, "/trials", trial("\"over_share\":3"), 202);
    String id = filed.get("id").textValue();
    assertEquals("监管员", filed.get("by").textValue());
    JsonNode done = await(id);
    assertEquals("DONE", done.get("state").textValue(), done.toString());
    assertEquals(1, done.get("progress").intValue());
    assertEquals(3, done.get("changed").get("over_share").doubleValue());
    JsonNode m08 = null;
    for (JsonNode r : done.get("rules")) {
      m08 = r.get("rule").textValue().equals("M08") ? r : m08;
    }
    assertEquals(1, m08.get("before").intValue(), done.toString());
    assertEquals(0, m08.get("after").intValue());
    assertEquals(1, m08.get("gone").intValue());
    JsonNode change = done.get("changes").get(0);
    assertEquals("GONE", change.get("kind").textValue());
    assertEquals(TRUCK, change.get("plate").textValue());
    assertTrue(change.get("after").isNull());
    assertEquals(2, change.get("before").get("severity").intValue(), change.toString());
    assertEquals(id, web.get(supervisor, "/trials").get("trials").get(0).get("id").textValue());
    List<Long> alerts =
        web.database.query(
            "select id from alert where rule = 'M08' and start_time between ? and ?",
            r -> r.getLong(1),
            DAY,
            DAY.plusSeconds(600));
    assertEquals(List.of(), alerts, "a trial files no alert");
  }

  /** Six fixes at 58 km/h where 50 is allowed. */
  private static void speed() {
    List<PositionRow> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant t = DAY.plusSeconds(5L * i);
      rows.add(
          new PositionRow(
              1,
              new Position(
                  TRUCK,
                  t,
                  t,
                  119.1003 + i * 0.0009,
                  36.7,
                  true,
                  58,
                  Double.NaN,
                  90,
                  20,
                  true,
                  12,
                  Double.NaN,
                  0,
                  3,
                  Sensors.UNKNOWN,
                  false),
              new byte[0]));
    }
    new PositionStore(web.database).save(rows);
  }

  private static String trial(String values) {
    return "{\"from\":\"%s\",\"to\":\"%s\",\"values\":{%s}}"
        .formatted(DAY.minusSeconds(60), DAY.plusSeconds(600), values);
  }

  private static JsonNode await(String id) {
    return Patience.await("the trial " + id)
        .until(
            () -> web.get(supervisor, "/trials/" + id), trial -> !trial.get("finishedAt").isNull());
  }

  @Test
  void refusesWhatCannotBeTriedAndWhoMayNot() throws Exception {
    JsonNode unknown = web.post(supervisor, "/trials", trial("\"over_shore\":3"), 400);
    assertTrue(unknown.get("detail").textValue().contains("over_shore"), unknown.toString());
    web.post(supervisor, "/trials", trial("\"over_share\":-1"), 400);
    web.post(supervisor, "/trials", trial("\"over_share\":\"much\""), 400);
    web.post(supervisor, "/trials", trial(""), 400);
    web.post(supervisor, "/trials", "{\"values\":{\"over_share\":1}}", 400);
    web.post(dispatcher, "/trials", trial("\"over_share\":1"), 403);
    web.post(web.signIn("huan"), "/trials", trial("\"over_share\":1"), 403);
    web.get(dispatcher, "/trials", 403);
    web.get(dispatcher, "/trials/1", 403);
    web.get(supervisor, "/trials/999999", 404);
    web.get(supervisor, "/trials/x", 404);
  }
}
