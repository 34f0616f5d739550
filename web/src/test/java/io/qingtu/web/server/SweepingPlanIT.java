package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.geo.Datum;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** 作业计划: sanitation plans what is cleaned and collected, when and by whom. */
class SweepingPlanIT {
  /** {@code NOW}'s next midnight in the city. */
  private static final Instant TOMORROW =
      NOW.plusSeconds(8 * 3600).truncatedTo(ChronoUnit.DAYS).plusSeconds(16 * 3600);

  private static TestWeb web;
  private static String manager;
  private static String district;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(SweepingPlanIT.class, SweepingPlanIT::seed);
    manager = web.signIn("huan");
    district = web.signIn("huan-east");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void seed(TestWeb w) {
    w.database.update("insert into company (name, kind) values ('东区', 'DISTRICT')");
    w.database.update(
        "insert into company (name, district_id) values"
            + " ('东环卫', (select id from company where name = '东区')), ('西环卫', null)");
    w.database.update(
        "insert into vehicle (plate, kind, company_id) select p, k, c.id from company c,"
            + " (values ('鲁V0E001', 'SWEEPER', '东环卫'), ('鲁V0E002', 'COLLECTION_TRUCK', '东环卫'),"
            + " ('鲁V0W001', 'SWEEPER', '西环卫'), ('鲁V0W002', 'COLLECTION_TRUCK', '西环卫'))"
            + " v(p, k, n) where c.name = v.n");
    new UserStore(w.database)
        .add(
            "huan-east",
            "东区环卫",
            Role.SANITATION,
            Optional.of("东区"),
            Passwords.hash(TestWeb.PASSWORD));
    new UserStore(w.database)
        .add(
            "huan-own",
            "东环卫机扫队",
            Role.SANITATION,
            Optional.of("东环卫"),
            Passwords.hash(TestWeb.PASSWORD));
  }

  private static String line(String id, String more, String rest) {
    return "{\"columns\":{\"requirement_id\":\"%s\",\"segment_id\":\"S1\",\"op\":\"SWEEP\",\"window_from\":\"04:00\",\"window_to\":\"08:00\",\"contractor\":\"东环卫\"%s},\"reason\":\"排班调整\"%s}"
        .formatted(id, more, rest);
  }

  private static String point(String id, String more) {
    return "{\"columns\":{\"point_id\":\"%s\",\"lon\":\"119.105\",\"lat\":\"36.702\",\"window_from\":\"05:00\",\"window_to\":\"07:00\",\"days\":\"1-5\",\"contractor\":\"东环卫\"%s},\"reason\":\"新增\"}"
        .formatted(id, more);
  }

  private static Instant time(JsonNode text) {
    return OffsetDateTime.parse(text.textValue()).toInstant();
  }

  @Test
  void aLineIsPlannedChangedFromTomorrowOnAndEnded() throws Exception {
    JsonNode made = web.post(manager, "/plan/requirements", line("Q-a", "", ""), 201);
    assertEquals("1", made.at("/columns/passes").textValue());
    assertEquals("1,2,3,4,5,6,7", made.at("/columns/days").textValue());
    assertEquals(NOW, time(made.get("since")));
    JsonNode changed =
        web.post(
            manager,
            "/plan/requirements/Q-a/versions",
            line("Q-a", ",\"passes\":\"2\"", ",\"version\":1"),
            201);
    assertEquals(TOMORROW, time(changed.get("since")));
    JsonNode versions = web.get(manager, "/plan/requirements/Q-a/versions").get("versions");
    assertEquals(TOMORROW, time(versions.get(1).get("until")));
    assertTrue(versions.get(1).get("counted").booleanValue());
    web.post(manager, "/plan/requirements/Q-a/end", "{\"version\":2,\"reason\":\"道路移交\"}", 201);
    assertEquals(
        0,
        new PlanStore(web.database)
            .read().requirements().stream().filter(r -> r.id().equals("Q-a")).count(),
        "it has ended when it had just begun, and tomorrow's terms never come");
    assertEquals(3, web.get(manager, "/plan/requirements/Q-a/versions").get("versions").size());
  }

  @Test
  void whatWasAskedForIsNotRewritten() throws Exception {
    web.post(manager, "/plan/requirements", line("Q-b", "", ""), 201);
    for (String other :
        List.of(
            line("Q-b", ",\"per\":\"WEEK\"", ",\"version\":1"),
            line("Q-b", "", ",\"version\":1").replace("东环卫", "西环卫"),
            line("Q-b", ",\"passes\":\"2\"", ",\"version\":1,\"correction\":true"))) {
      JsonNode refused = web.post(manager, "/plan/requirements/Q-b/versions", other, 409);
      assertEquals("refused_edit", refused.get("code").textValue());
    }
    assertEquals(1, web.get(manager, "/plan/requirements/Q-b").get("version").intValue());
  }

  @Test
  void nonsenseIsRefusedWithItsReason() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"requirements", line("Q9", ",\"grade\":\"1\"", ""), "a segment_id or a grade"},
          {"requirements", line("Q9", "", "").replace("\"S1\"", "\"S9\""), "no road segment"},
          {"requirements", line("Q9", ",\"passes\":\"0\"", ""), "is less than 1"},
          {"requirements", line("Q9", ",\"passes\":\"25\"", ""), "is more than 24"},
          {"requirements", line("Q9", ",\"side\":\"LEFT\"", ""), "unknown side"},
          {"requirements", line("Q9", ",\"days\":\"8\"", ""), "is not a set of days"},
          {"requirements", line("Q9", "", "").replace("04:00", "4 Uhr"), "is not a time of day"},
          {"requirements", line("Q9", "", "").replace("SWEEP", "FLUSH"), "no vehicle on file"},
          {"requirements", line("Q9", "", "").replace("东环卫", "甲公司"), "no vehicle on file"},
          {"requirements", line("", "", ""), "requirement_id is empty"},
          {"collection_points", point("K9", "").replace("119.105", "36.7"), "outside the city"},
          {"collection_points", point("K9", "").replace("119.105", "x"), "is not a number"},
          {"collection_points", point("K9", "").replace("东环卫", "甲公司"), "no vehicle on file"},
        }) {
      String detail =
          web.post(manager, "/plan/" + wrong[0], wrong[1], 400).get("detail").textValue();
      assertTrue(detail.contains(wrong[2]), wrong[1] + ": " + detail);
    }
    assertFalse(web.get(manager, "/plan/requirements").toString().contains("Q9"));
    assertFalse(web.get(manager, "/plan/collection_points").toString().contains("K9"));
  }

  @Test
  void eachPlansWhatIsItsOwn() throws Exception {
    for (String login : List.of("jian", "jia", "ling", "huan-own")) {
      web.post(web.signIn(login), "/plan/requirements", line("Q-c", "", ""), 403);
      web.post(web.signIn(login), "/plan/collection_points", point("K-c", ""), 403);
    }
    web.post(manager, "/plan/places", "{}", 403);
    web.post(district, "/plan/requirements", line("Q-east", "", ""), 201);
    String west = line("Q-west", "", "").replace("东环卫", "西环卫");
    String detail = web.post(district, "/plan/requirements", west, 400).get("detail").textValue();
    assertTrue(detail.contains("none of yours"), detail);
    web.post(manager, "/plan/requirements", west, 201);
    web.get(district, "/plan/requirements/Q-west", 404);
    web.post(district, "/plan/requirements/Q-west/end", "{\"version\":1,\"reason\":\"x1\"}", 404);
    assertFalse(web.get(district, "/plan/requirements").toString().contains("Q-west"));
    assertTrue(web.get(district, "/plan/requirements").toString().contains("Q-east"));
    assertFalse(web.get(web.signIn("jia"), "/plan/requirements").toString().contains("Q-east"));
  }

  @Test
  void pointsComeInAFileInTheDatumThatIsSaid() throws Exception {
    Coordinate shifted = Datum.GCJ02.fromWgs84(119.105, 36.702);
    String csv =
        "收集点编号,经度,纬度,时段起,时段止,星期,作业单位\nK-1,%s,%s,05:00,07:00,\"1,2\",东环卫\nK-2,%s,%s,05:00,07:00,,无此单位\n"
            .formatted(shifted.x, shifted.y, shifted.x, shifted.y);
    String wish = "?layer=COLLECTION_POINTS&datum=GCJ02";
    JsonNode preview = web.post(manager, "/plan/imports" + wish, csv, 200);
    assertEquals(1, preview.at("/counts/NEW").intValue());
    assertEquals(1, preview.at("/counts/REFUSED").intValue());
    String apply =
        "/plan/imports/application%s&reason=test&skipRefused=YES&digest=%s"
            .formatted(wish, preview.get("digest").textValue());
    web.post(web.signIn("jian"), apply, csv, 403);
    web.post(manager, apply, csv, 201);
    JsonNode filed = web.get(manager, "/plan/collection_points/K-1").get("columns");
    assertEquals(119.105, Double.parseDouble(filed.get("lon").textValue()), 1e-5);
    assertEquals(36.702, Double.parseDouble(filed.get("lat").textValue()), 1e-5);
    assertEquals("1,2", filed.get("days").textValue());
    String said = "point_id,lon,lat,datum\nK-1,119.106,36.702,WGS-84\n";
    JsonNode moved = web.post(manager, "/plan/imports" + wish, said, 200);
    assertEquals("CHANGED", moved.at("/rows/0/fate").textValue(), moved.toString());
    web.post(
        manager,
        "/plan/imports/application%s&reason=test&digest=%s"
            .formatted(wish, moved.get("digest").textValue()),
        said,
        201);
    assertEquals(
        "119.106",
        web.get(manager, "/plan/collection_points/K-1").at("/columns/lon").textValue(),
        "the file says itself that it is WGS-84");
    String otherOwner = "point_id,contractor\nK-1,西环卫\n";
    JsonNode refused = web.post(manager, "/plan/imports" + wish, otherOwner, 200);
    assertTrue(refused.at("/rows/0/reason").textValue().contains("does not change"));
  }
}
