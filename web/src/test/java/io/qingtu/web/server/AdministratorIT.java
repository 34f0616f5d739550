package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.casework.Move;
import io.qingtu.route.report.Period;
import io.qingtu.server.command.CommandKind;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.UserStore;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The administrator sees the city, lets people and systems in, keeps the plan and proposes rules:
 * and is refused everybody else's work, by every path of the API.
 */
class AdministratorIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What writes and is the administrator's, or everybody's own. */
  private static final Set<String> OWN =
      Set.of(
          "POST /session",
          "POST /session/password",
          "POST /sessions/{id}/revocation",
          "POST /second-factor",
          "POST /second-factor/confirmation",
          "POST /second-factor/revocation",
          "POST /packets/inspect",
          "POST /accounts",
          "POST /accounts/{id}/access",
          "POST /accounts/{id}/password",
          "POST /tokens",
          "POST /tokens/{id}/revocation",
          "POST /webhooks",
          "POST /webhooks/{id}/revocation",
          "POST /webhooks/{id}/resending",
          "POST /report-recipients",
          "POST /report-recipients/{id}/revocation",
          "POST /plan/{layer}",
          "POST /plan/{layer}/{id}/versions",
          "POST /plan/{layer}/{id}/end",
          "POST /plan/imports",
          "POST /plan/imports/application",
          "POST /trials",
          "POST /parameter-proposals",
          "POST /case-limit-proposals");

  /** What is read and is not: files that leave the house, the logs, and the desks of others. */
  private static final Set<String> UNREAD =
      Set.of(
          "GET /audit",
          "GET /audit/verification",
          "GET /shift-log",
          "GET /waybills",
          "GET /cases/sides",
          "GET /events/{sourceId}",
          "GET /exports/{table}",
          "GET /exports/cases/found",
          "GET /exports/audit/found",
          "GET /plan/exports/{layer}",
          "GET /vehicles/{plate}/track-file",
          "GET /past/area-file",
          "GET /spill-file",
          "GET /alerts/{id}/evidence-bundle",
          "GET /alerts/{id}/evidence-sheet");

  /** Of the terminal itself, which the administrator looks after. */
  private static final Set<CommandKind> OF_DEVICES =
      EnumSet.of(
          CommandKind.QUERY_ATTRIBUTES,
          CommandKind.READ_PARAMETERS,
          CommandKind.WRITE_PARAMETERS,
          CommandKind.RESTART);

  private static TestWeb web;
  private static OtherCompany other;
  private static List<ApiRequest> requests;
  private static String administrator;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(AdministratorIT.class, w -> other = new OtherCompany(w));
    new IssuedReports(web.database).frozen(Period.parse("2026-W46"));
    requests = new ApiWalk(other).byOperation().values().stream().flatMap(List::stream).toList();
    administrator = web.signIn("guan");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static boolean isRefused(ApiRequest request) {
    return request.operation().startsWith("GET")
        ? UNREAD.contains(request.operation())
        : !OWN.contains(request.operation());
  }

  private static String answer(ApiRequest request) throws Exception {
    HttpResponse<String> answer = request.send(web, administrator);
    return answer.statusCode() + " " + answer.headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void isRefusedTheWorkOfOthersAndWritesNothing() throws Exception {
    Map<String, String> before = TableState.of(web.database);
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (ApiRequest request : requests) {
      if (isRefused(request)) {
        refused++;
        String said = answer(request);
        if (!said.equals("403 application/problem+json")) {
          wrong.add(request.operation() + " " + request.path() + ": " + said);
        }
      }
    }
    assertEquals(List.of(), wrong, "of " + refused);
    assertEquals(before, TableState.of(web.database), "nothing was written");
  }

  @Test
  void readsAllElse() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (ApiRequest request : requests) {
      if (request.operation().startsWith("GET") && !isRefused(request)) {
        String said = answer(request);
        if (said.startsWith("403") || said.startsWith("5")) {
          wrong.add(request.operation() + " " + request.path() + ": " + said);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void movesNoCase() throws Exception {
    Map<String, String> before = TableState.of(web.database);
    String path = "/cases/" + other.caseFile;
    int version = web.get(administrator, path).get("version").intValue();
    for (Move move : Move.values()) {
      String body = "{\"move\":\"%s\",\"version\":%d,\"note\":\"x\"}".formatted(move, version);
      web.post(administrator, path + "/steps", body, 403);
    }
    assertEquals("[]", web.get(administrator, path).get("moves").toString());
    assertEquals(before, TableState.of(web.database), "nothing was written");
  }

  @Test
  void ordersOfTerminalsOnlyWhatIsAboutThem() throws Exception {
    String path = "/vehicles/" + TestWeb.escape(TestWeb.TRUCK) + "/commands";
    for (CommandKind kind : CommandKind.values()) {
      if (!OF_DEVICES.contains(kind)) {
        web.post(administrator, path, "{\"kind\":\"" + kind + "\"}", 403);
      }
    }
    assertEquals(0, web.get(administrator, path).get("commands").size());
    web.post(administrator, path, "{\"kind\":\"QUERY_ATTRIBUTES\"}", 201);
    // without a reason nobody restarts a terminal
    web.post(administrator, path, "{\"kind\":\"RESTART\"}", 400);
    web.post(administrator, path, "{\"kind\":\"RESTART\",\"reason\":\"死机\"}", 201);
  }

  @Test
  void saysWhoGetsReportsAndSignsNone() throws Exception {
    JsonNode added =
        web.post(administrator, "/report-recipients", "{\"address\":\"bureau@city.example\"}", 201);
    long run = web.get(administrator, "/report-runs").get("runs").get(0).get("id").longValue();
    JsonNode report = web.get(administrator, "/report-runs/" + run);
    assertEquals("[]", report.get("moves").toString());
    for (String move : List.of("EDIT", "REVIEW", "ISSUE")) {
      String body =
          "{\"move\":\"" + move + "\",\"version\":0,\"advice\":\"x\",\"coverNote\":\"x\"}";
      web.post(administrator, "/report-runs/" + run + "/steps", body, 403);
    }
    String one = "/report-recipients/" + added.get("id").asText();
    web.post(administrator, one + "/revocation", "{}", 201);
  }

  @Test
  void theFirstAccountOfANewInstallationLetsEverybodyElseIn() throws Exception {
    try (TestWeb fresh =
        TestWeb.alone(AdministratorIT.class, w -> w.database.update("delete from app_user"))) {
      String first = fresh.signIn("admin");
      for (Role role : EnumSet.complementOf(EnumSet.of(Role.SOURCE))) {
        String login = role.name().toLowerCase();
        String company = role == Role.DISPATCHER ? "甲公司" : role == Role.OFFICER ? "执法一中队" : "";
        String body =
            "{\"login\":\"%s\",\"displayName\":\"新人\",\"role\":\"%s\",\"company\":\"%s\"}"
                .formatted(login, role, company);
        String given = fresh.post(first, "/accounts", body, 201).get("password").textValue();
        HttpResponse<String> answer = fresh.send(fresh.signInRequest(login, given));
        assertEquals(200, answer.statusCode(), answer.body());
        List<String> permissions = new ArrayList<>();
        JSON.readTree(answer.body())
            .at("/user/permissions")
            .forEach(p -> permissions.add(p.textValue()));
        assertEquals(
            new UserStore(fresh.database)
                .find(login).orElseThrow().account().permissions().stream()
                    .map(Enum::name)
                    .toList(),
            permissions);
      }
    }
  }
}
