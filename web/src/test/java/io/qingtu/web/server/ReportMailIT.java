package io.qingtu.web.server;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.qingtu.route.report.Period;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.mail.TestMailServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The recipients of issued reports, and what the page says of their mails. */
class ReportMailIT {
  private static TestMailServer mail;
  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    mail = new TestMailServer(0);
    web = TestWeb.alone(ReportMailIT.class, PostmanIT.to(mail.port()));
    supervisor = web.signIn("jian");
  }

  @AfterAll
  static void stop() {
    web.close();
    mail.close();
  }

  private static JsonNode add(String address, String organisation, int status) throws Exception {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("address", address)
            .put("organisation", organisation)
            .toString();
    return web.post(supervisor, "/report-recipients", body, status);
  }

  private static void remove(String id, int status) throws Exception {
    web.post(supervisor, "/report-recipients/" + id + "/revocation", "{}", status);
  }

  @Test
  void tellsWhatBecameOfAMailAndSendsItAgain() throws Exception {
    for (JsonNode known : web.get(supervisor, "/report-recipients").get("recipients")) {
      remove(known.get("id").asText(), 201); // of other tests
    }
    Run run = new IssuedReports(web.database).issued(Period.parse("2026-W46"));
    String mails = "/report-runs/" + run.id() + "/mails";
    assertEquals(0, web.get(supervisor, mails).get("mails").size(), "nobody was to get it");
    add("jia@company.example", "甲公司", 201);
    mail.refused.add("jia@company.example");
    assertEquals(1, web.post(supervisor, mails, "{}", 201).get("mails").intValue());
    await("it is given up")
        .until(() -> web.get(supervisor, mails).at("/mails/0/state").textValue().equals("PARKED"));
    JsonNode told = web.get(supervisor, mails);
    assertTrue(told.get("sends").booleanValue());
    assertEquals("甲公司", told.at("/mails/0/organisation").textValue());
    assertTrue(told.at("/mails/0/outcome").textValue().startsWith("550"), told.toString());
    mail.refused.clear();
    web.post(supervisor, mails, "{}", 201);
    await("it has come").until(() -> mail.taken.size() == 1);
    assertEquals("jia@company.example", mail.taken.get(0).to());
  }

  @Test
  void takesNobodyTwiceAndNothingThatIsNoAddress() throws Exception {
    add("office@city.example", "", 201);
    assertEquals("not_added", add("Office@city.example", "", 409).get("code").textValue());
    add("office@city.example", "乙公司", 201);
    assertEquals("not_added", add("office@city.example", "无此企业", 409).get("code").textValue());
    assertEquals("not_added", add("office@city.example", "执法一中队", 409).get("code").textValue());
    for (String wrong :
        List.of(
            "",
            "office",
            "office@city.example\r\nBcc: all@city.example",
            "office@city.example, all@city.example",
            "办公室 <office@city.example>")) {
      add(wrong, "", 400);
    }
  }

  @Test
  void oneThatIsRemovedIsNotListedAndCanBeAddedAgain() throws Exception {
    JsonNode added = add("gone@city.example", "", 201);
    remove(added.get("id").asText(), 201);
    remove(added.get("id").asText(), 404);
    List<String> left =
        web.get(supervisor, "/report-recipients").get("recipients").findValuesAsText("address");
    assertTrue(!left.contains("gone@city.example"), left.toString());
    add("gone@city.example", "", 201);
  }

  @Test
  void isNotForCompanies() throws Exception {
    String dispatcher = web.signIn("jia");
    web.get(dispatcher, "/report-recipients", 403);
    web.post(dispatcher, "/report-recipients", "{\"address\":\"a@b.example\"}", 403);
    web.post(web.signIn("shen"), "/report-recipients", "{\"address\":\"a@b.example\"}", 403);
  }

  @Test
  void whatIsNotIssuedIsNotSent() throws Exception {
    Run run = new IssuedReports(web.database).frozen(Period.parse("2026-W47"));
    JsonNode refused = web.post(supervisor, "/report-runs/" + run.id() + "/mails", "{}", 409);
    assertEquals("not_issued", refused.get("code").textValue());
  }
}
