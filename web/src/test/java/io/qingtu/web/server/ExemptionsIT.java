package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.ExemptionStore;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sanitation asks that windows be excused, the supervision decides, and both stand in the log. */
class ExemptionsIT {

  private static TestWeb web;
  private static String sanitation;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(ExemptionsIT.class, ExemptionsIT::seed);
    sanitation = web.signIn("huan");
    supervisor = web.signIn("jian");
  }

  private static void seed(TestWeb w) {
    w.database.update(
        "insert into requirement (id, segment_id, side, op, passes, window_from, window_to, days,"
            + " contractor) values ('Q1', 'S1', 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', '甲公司')");
    UserStore users = new UserStore(w.database);
    String hash = Passwords.hash(TestWeb.PASSWORD);
    users.add("huan-jia", "甲区环卫", Role.SANITATION, Optional.of("甲公司"), hash);
    users.add("jian-yi", "乙区监管", Role.SUPERVISOR, Optional.of("乙公司"), hash);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static String request(Instant from, String more) {
    return "{\"kind\":\"CLOSURE\",\"op\":\"SWEEP\",\"from\":\"%s\",\"to\":\"%s\",%s\"reason\":\"占道施工\",\"evidence\":\"施工许可 17\"}"
        .formatted(from, from.plusSeconds(7200), more);
  }

  private static String verdict(String decision) {
    return "{\"decision\":\"%s\",\"reason\":\"现场照片属实\"}".formatted(decision);
  }

  private static JsonNode ask(String token) throws Exception {
    return web.post(token, "/exemptions", request(NOW, "\"placeIds\":[\"S1\"],"), 201);
  }

  private static String decision(JsonNode asked) {
    return "/exemptions/" + asked.get("id").textValue() + "/decision";
  }

  @Test
  void isAskedByOneAndDecidedByAnother() throws Exception {
    JsonNode asked = ask(sanitation);
    assertTrue(asked.get("own").booleanValue());
    assertTrue(asked.get("decision").isNull());
    assertEquals("东风街", asked.at("/roads/0").textValue());
    web.post(sanitation, decision(asked), verdict("APPROVED"), 403);
    JsonNode decided = web.post(supervisor, decision(asked), verdict("APPROVED"), 201);
    assertEquals("监管员", decided.get("decidedBy").textValue());
    assertEquals("环卫管理员", decided.get("askedBy").textValue());
    web.post(supervisor, decision(asked), verdict("REJECTED"), 409);
    String object = "exemption/" + asked.get("id").textValue();
    assertEquals(
        List.of("exemption-asked 环卫管理员", "exemption-approved 监管员"),
        web.database.query(
            "select a.action || ' ' || u.display_name line from audit a"
                + " join app_user u on u.id = a.user_id where a.object = ? order by a.id",
            row -> row.getString("line"),
            object));
  }

  @Test
  void isWithdrawnByWhoAskedAlone() throws Exception {
    JsonNode asked = ask(sanitation);
    web.post(supervisor, decision(asked), verdict("WITHDRAWN"), 403);
    assertEquals(
        "WITHDRAWN",
        web.post(sanitation, decision(asked), verdict("WITHDRAWN"), 201)
            .get("decision")
            .textValue());
  }

  @Test
  void isForThoseWhoseRightItIs() throws Exception {
    for (String login : List.of("jian", "jia", "dui", "gui")) {
      web.post(web.signIn(login), "/exemptions", request(NOW, ""), 403);
    }
    JsonNode asked = ask(sanitation);
    for (String login : List.of("jia", "guan", "gui")) {
      web.post(web.signIn(login), decision(asked), verdict("APPROVED"), 403);
    }
  }

  @Test
  void isOfTheOwnAreaForWhoAsksAndWhoDecides() throws Exception {
    String own = web.signIn("huan-jia");
    web.post(own, "/exemptions", request(NOW, ""), 403);
    JsonNode asked = ask(own);
    web.post(web.signIn("jian-yi"), decision(asked), verdict("APPROVED"), 404);
    assertFalse(
        web.get(web.signIn("jian-yi"), "/exemptions")
            .toString()
            .contains(asked.get("id").toString()));
    web.post(supervisor, decision(asked), verdict("REJECTED"), 201);
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    Instant late = NOW.minus(ExemptionStore.REACH).minusSeconds(1);
    String problem = web.post(sanitation, "/exemptions", request(late, ""), 409).toString();
    assertTrue(problem.contains("too_late"), problem);
    for (String wrong :
        List.of(
            request(NOW, "\"placeIds\":[\"S9\"],"),
            request(NOW, "\"placeIds\":\"S1\","),
            request(NOW, "").replace("CLOSURE", "STOP_ORDER"),
            request(NOW, "").replace("施工许可 17", " "),
            request(NOW, "").replace(NOW.plusSeconds(7200).toString(), NOW.toString()))) {
      web.post(sanitation, "/exemptions", wrong, 400);
    }
  }

  @Test
  void isListedByTheSpanThatItExcuses() throws Exception {
    String id = ask(sanitation).get("id").textValue();
    assertTrue(ids(web.get(supervisor, "/exemptions")).contains(id));
    String after = "/exemptions?from=" + NOW.plusSeconds(7200) + "&to=" + NOW.plusSeconds(9000);
    assertEquals(List.of(), ids(web.get(supervisor, after)));
  }

  private static List<String> ids(JsonNode answer) {
    return answer.get("exemptions").findValuesAsText("id");
  }
}
