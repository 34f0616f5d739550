package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 准运证申报: a dispatcher asks for permits, a supervisor takes them into the plan or not. */
class PermitRequestsIT {
  private static final Instant BEGUN = NOW.minus(Duration.ofDays(2));
  private static final Instant END = NOW.plus(Duration.ofDays(5));

  private TestWeb web;
  private String dispatcher;
  private String supervisor;

  @BeforeEach
  void start() throws Exception {
    web = TestWeb.alone(PermitRequestsIT.class, w -> {});
    dispatcher = web.signIn("jia");
    supervisor = web.signIn("jian");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private static String body(String id, String plate, Instant to, int version) {
    return """
        {"columns":{"permit_id":"%s","plate":"%s","site_id":"P1","disposal_ids":"P2",\
        "route_ids":"R1","valid_from":"%s","valid_to":"%s","entered_at":"2020-01-01T00:00:00Z"},\
        "version":%d,"note":"工程延期"}"""
        .formatted(id, plate, BEGUN, to, version);
  }

  private JsonNode ask(String body) throws Exception {
    return web.post(dispatcher, "/permit-requests", body, 201);
  }

  private JsonNode decide(String token, JsonNode request, String decision, int status)
      throws Exception {
    return web.post(
        token,
        "/permit-requests/" + request.get("id").textValue() + "/decision",
        "{\"decision\":\"" + decision + "\",\"reason\":\"核对无误\"}",
        status);
  }

  private int waiting(String token) throws Exception {
    return web.get(token, "/permit-requests").get("requests").size();
  }

  private static Instant time(JsonNode text) {
    return OffsetDateTime.parse(text.textValue()).toInstant();
  }

  @Test
  void isInThePlanWhenASupervisorHasTakenItIn() throws Exception {
    JsonNode asked = ask(body("Z-new", TRUCK, END, 0));
    assertEquals("WAITING", asked.get("state").textValue());
    assertEquals("", asked.at("/columns/entered_at").textValue());
    assertTrue(asked.get("before").isNull());
    web.get(supervisor, "/plan/permits/Z-new", 404);
    assertEquals(1, waiting(supervisor));
    JsonNode taken = decide(supervisor, asked, "TAKEN", 201);
    assertEquals("TAKEN", taken.get("state").textValue());
    assertEquals(1, taken.get("version").intValue());
    assertEquals("监管员", taken.get("decidedBy").textValue());
    assertEquals(0, waiting(supervisor));
    JsonNode made = web.get(dispatcher, "/plan/permits/Z-new");
    assertEquals("PAGE", made.get("origin").textValue());
    assertEquals("监管员", made.get("by").textValue());
    assertEquals(NOW, time(made.at("/columns/entered_at")), "the server's, after it began");
    assertTrue(
        web.get(supervisor, "/plan/conflicts").get("conflicts").findParents("permitId").stream()
            .anyMatch(
                c ->
                    c.get("kind").textValue().equals("ENTERED_LATE")
                        && c.get("permitId").textValue().equals("Z-new")),
        "补录 shows");
    assertEquals(
        List.of("permit-asked 甲公司调度", "permit-taken 监管员"),
        web.database.query(
            "select a.action || ' ' || u.display_name line from audit a"
                + " join app_user u on u.id = a.user_id where a.object = ? order by a.id",
            row -> row.getString("line"),
            "permit-request/" + asked.get("id").textValue()));
  }

  @Test
  void anExtensionNamesWhatItIsMadeFromAndIsTakenInForThatAlone() throws Exception {
    decide(supervisor, ask(body("Z-new", TRUCK, END, 0)), "TAKEN", 201);
    JsonNode longer = ask(body("Z-new", TRUCK, END.plus(Duration.ofDays(3)), 1));
    assertEquals(END, time(longer.at("/before/valid_to")));
    String edit =
        body("Z-new", TRUCK, END.plus(Duration.ofDays(1)), 1).replace("\"note\"", "\"reason\"");
    web.post(supervisor, "/plan/permits/Z-new/versions", edit, 201);
    assertEquals("stale", decide(supervisor, longer, "TAKEN", 409).get("code").textValue());
    JsonNode still = web.get(dispatcher, "/permit-requests").at("/requests/0");
    assertEquals("WAITING", still.get("state").textValue());
    assertEquals(2, still.get("onFile").intValue());
    assertEquals(
        "WITHDRAWN", decide(dispatcher, longer, "WITHDRAWN", 201).get("state").textValue());
    JsonNode again = ask(body("Z-new", TRUCK, END.plus(Duration.ofDays(3)), 2));
    assertEquals(3, decide(supervisor, again, "TAKEN", 201).get("version").intValue());
    assertEquals(
        END.plus(Duration.ofDays(3)),
        time(web.get(dispatcher, "/plan/permits/Z-new").at("/columns/valid_to")));
  }

  @Test
  void isRefusedWithAReasonOrWithdrawnAndThenNothingElse() throws Exception {
    JsonNode asked = ask(body("Z-new", TRUCK, END, 0));
    String path = "/permit-requests/" + asked.get("id").textValue() + "/decision";
    web.post(supervisor, path, "{\"decision\":\"REFUSED\",\"reason\":\" \"}", 400);
    web.post(supervisor, path, "{\"decision\":\"APPROVED\",\"reason\":\"x\"}", 400);
    decide(supervisor, asked, "WITHDRAWN", 403);
    decide(dispatcher, asked, "TAKEN", 403);
    decide(dispatcher, asked, "REFUSED", 403);
    JsonNode refused = decide(supervisor, asked, "REFUSED", 201);
    assertEquals("核对无误", refused.get("reason").textValue());
    assertTrue(refused.get("version").isNull());
    for (String late : List.of("TAKEN", "REFUSED")) {
      assertEquals("decided", decide(supervisor, asked, late, 409).get("code").textValue());
    }
    assertEquals("decided", decide(dispatcher, asked, "WITHDRAWN", 409).get("code").textValue());
    assertEquals(1, web.get(dispatcher, "/permit-requests?state=DECIDED").get("requests").size());
    web.get(supervisor, "/plan/permits/Z-new", 404);
  }

  @Test
  void isForTheOwnVehiclesAloneAndNobodyElsesToSee() throws Exception {
    web.post(dispatcher, "/permit-requests", body("Z-new", OTHER_TRUCK, END, 0), 400);
    web.post(supervisor, "/permit-requests", body("Z-new", TRUCK, END, 0), 403);
    web.database.update("update app_user set company_id = 2 where login = 'wu'");
    String other = web.signIn("wu");
    JsonNode theirs = web.post(other, "/permit-requests", body("Z-new", OTHER_TRUCK, END, 0), 201);
    JsonNode own = ask(body("Z-new", TRUCK, END, 0));
    decide(other, own, "WITHDRAWN", 404);
    decide(dispatcher, theirs, "WITHDRAWN", 404);
    // Z1 is the first company's
    web.post(other, "/permit-requests", body("Z1", OTHER_TRUCK, END, 1), 404);
    assertEquals(1, waiting(other));
    assertEquals(1, waiting(dispatcher));
    assertEquals(2, waiting(supervisor));
    web.database.update("insert into company (name, kind) values ('奎文区', 'DISTRICT')");
    web.database.update(
        "update company set district_id = (select id from company where name = '奎文区')"
            + " where name = '乙公司'");
    web.database.update(
        "update app_user set company_id = (select id from company where name = '奎文区')"
            + " where login = 'jian2'");
    String district = web.signIn("jian2");
    assertEquals(1, waiting(district));
    decide(district, own, "TAKEN", 404);
    decide(district, theirs, "TAKEN", 201);
    assertEquals("taken_id", decide(supervisor, own, "TAKEN", 409).get("code").textValue());
  }

  @Test
  void isNotDecidedByWhoAskedWhateverTheRoleIsByNow() throws Exception {
    JsonNode asked = ask(body("Z-new", TRUCK, END, 0));
    web.database.update("update app_user set role = 'SUPERVISOR' where login = 'jia'");
    String promoted = web.signIn("jia");
    for (String decision : List.of("TAKEN", "REFUSED")) {
      assertEquals("own", decide(promoted, asked, decision, 409).get("code").textValue());
    }
    assertEquals(1, waiting(supervisor));
    assertEquals("TAKEN", decide(supervisor, asked, "TAKEN", 201).get("state").textValue());
  }

  @Test
  void takesNoPermitFromACompanyThatHasItsVehicleByNow() throws Exception {
    web.database.update("update vehicle set company_id = 1 where plate = ?", OTHER_TRUCK);
    Instant soon = NOW.plus(Duration.ofDays(1));
    String first = body("Z-new", TRUCK, END, 0).replace(BEGUN.toString(), soon.toString());
    decide(supervisor, ask(first), "TAKEN", 201);
    JsonNode moving =
        ask(body("Z-new", OTHER_TRUCK, END, 1).replace(BEGUN.toString(), soon.toString()));
    web.database.update("update vehicle set company_id = 2 where plate = ?", TRUCK);
    decide(dispatcher, moving, "WITHDRAWN", 404);
    assertEquals("moved", decide(supervisor, moving, "TAKEN", 409).get("code").textValue());
    assertEquals(
        TRUCK,
        web.get(supervisor, "/plan/permits/Z-new").at("/columns/plate").textValue(),
        "as before");
    assertEquals("REFUSED", decide(supervisor, moving, "REFUSED", 201).get("state").textValue());
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    String right = body("Z-new", TRUCK, END, 0);
    for (String wrong :
        List.of(
            right.replace("\"P1\"", "\"P2\""),
            right.replace("\"R1\"", "\"R7\""),
            right.replace("\"Z-new\"", "\"\""),
            right.replace("\"Z-new\"", "\"" + "Z".repeat(65) + "\""),
            right.replace(END.toString(), BEGUN.minusSeconds(1).toString()),
            right.replace("工程延期", " "),
            right.replace("\"version\":0,", ""),
            right.replace("\"columns\"", "\"colums\""))) {
      web.post(dispatcher, "/permit-requests", wrong, 400);
    }
    ask(right.replace("\"Z-new\"", "\"" + "Z".repeat(64) + "\""));
    assertEquals(
        "taken_id",
        web.post(dispatcher, "/permit-requests", body("Z1", TRUCK, END, 0), 409)
            .get("code")
            .textValue());
  }

  @Test
  void isHeldAgainstThePlanAgainWhenItIsTakenIn() throws Exception {
    JsonNode asked = ask(body("Z-new", TRUCK, END, 0));
    web.database.update("update permit set route_ids = '' where id = 'Z1'");
    web.database.update("delete from route where id = 'R1'");
    JsonNode refused = decide(supervisor, asked, "TAKEN", 409);
    assertEquals("refused_edit", refused.get("code").textValue());
    assertTrue(refused.get("detail").textValue().contains("R1"), refused.toString());
    assertEquals(1, waiting(supervisor));
  }
}
