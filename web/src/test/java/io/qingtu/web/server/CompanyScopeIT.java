package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.StoredAlert;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import io.qingtu.web.server.ApiRequest.Answer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A company sees nothing of another one: by no path of the API, whatever it asks for. What is asked
 * is first asked by whose right it is, who must see it: else the walk would prove nothing.
 */
class CompanyScopeIT {
  /** Nobody of these may see anything of the other company. */
  private static final List<String> STRANGERS = List.of("jia", "wu", "dui");

  private static final AtomicInteger SECOND = new AtomicInteger();

  private static TestWeb web;
  private static OtherCompany other;
  private static ApiWalk walk;

  @BeforeAll
  static void start() {
    Parameters ofFleet =
        Parameters.with(Map.of(), Map.of(OtherCompany.NAME, Map.of(Parameter.RATED_T.key(), 15.7)));
    web =
        TestWeb.alone(
            CompanyScopeIT.class,
            w -> {
              new ParameterStore(w.database).fileFirst(ofFleet, TestWeb.NOW);
              other = new OtherCompany(w);
            });
    walk = new ApiWalk(other);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void asksForEveryPathAndMethodOfTheDescription() throws Exception {
    JsonNode paths =
        new ObjectMapper()
            .readTree(web.send(web.request("/api/v1/openapi.json")).body())
            .get("paths");
    Set<String> described = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertEquals(described, new TreeSet<>(walk.byOperation().keySet()));
  }

  @Test
  void showsWhoseRightItIsWhatTheWalkLooksFor() throws Exception {
    Entitled entitled = new Entitled(web);
    List<String> unseen = new ArrayList<>();
    for (ApiRequest request : requests()) {
      boolean reads = request.operation().startsWith("GET");
      if (reads && (request.answer() == Answer.HIDDEN || request.answer() == Answer.LESS)) {
        HttpResponse<String> answer = request.send(web, entitled.token("GET", request.path()));
        // what a PDF says cannot be searched; it is made of what the bundle says
        boolean printed = request.path().endsWith("/evidence-sheet");
        // there is no issued report of this company: ReportRunsIT has one
        boolean ofReport = request.operation().startsWith("GET /report-extracts/");
        if (!ofReport && (answer.statusCode() != 200 || marks(answer).isEmpty() && !printed)) {
          unseen.add(request.path() + ": " + answer.statusCode() + " " + answer.body());
        }
      }
    }
    assertEquals(List.of(), unseen);
  }

  @Test
  void showsOthersNothingOfItByAnyPath() throws Exception {
    Map<String, String> before = TableState.of(web.database);
    List<String> wrong = new ArrayList<>();
    for (String login : STRANGERS) {
      String token = web.signIn(login);
      for (ApiRequest request : requests()) {
        HttpResponse<String> answer = request.send(web, token);
        String what = login + " " + request.operation() + " " + request.path();
        if (!marks(answer).isEmpty()) {
          wrong.add(what + " leaks " + marks(answer) + ": " + answer.body());
        }
        if (!expected(request, login).contains(answer.statusCode())) {
          wrong.add(what + " answers " + answer.statusCode() + ": " + answer.body());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(before, TableState.of(web.database), "nothing was changed by being asked for");
  }

  /** Who has no company has no case of the first company either. */
  private static Set<Integer> expected(ApiRequest request, String login) {
    boolean shared =
        request.path().startsWith("/cases/" + other.mergedCase)
            || request.path().startsWith("/cases/" + other.lentCase);
    if (shared && !login.equals("jia")) {
      return Set.of(404);
    }
    boolean exports = request.path().contains("/exports/") || request.path().contains("-file?");
    if (exports && login.equals("dui")) {
      return Set.of(403); // an officer has the sheets of cases and no tables
    }
    boolean keeps =
        request.operation().matches("POST /(lay-ups|permit-requests|drivers|driver-turns).*");
    if (keeps && login.equals("dui")) {
      return Set.of(403); // a squad has no vehicles
    }
    return switch (request.answer()) {
      case HIDDEN -> Set.of(404);
      case REFUSED -> Set.of(403);
      case LESS, SAME -> Set.of(200);
      case WRONG -> Set.of(400);
    };
  }

  @Test
  void theKeyOfASourceReportsAndReadsNothingButItsOwnEvents() throws Exception {
    String administrator = web.signIn("guan");
    String key =
        web.post(administrator, "/tokens", "{\"source\":\"camera.walk\",\"days\":1}", 201)
            .get("token")
            .textValue();
    List<String> wrong = new ArrayList<>();
    for (ApiRequest request : requests()) {
      if (!request.operation().matches("POST /(events|captures)")) {
        HttpResponse<String> answer = request.send(web, key);
        boolean open = Set.of("GET /openapi.json", "POST /session").contains(request.operation());
        boolean known = request.operation().contains(" /events/{sourceId}");
        if (!marks(answer).isEmpty() || !open && answer.statusCode() != (known ? 404 : 403)) {
          wrong.add(request.path() + ": " + answer.statusCode() + " " + answer.body());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aDistrictSeesTheCompaniesThatAreFiledUnderIt() throws Exception {
    new PlanStore(web.database).writeDistricts(Map.of("甲公司", "东区"));
    new UserStore(web.database)
        .add("qu", "东区监管员", Role.SUPERVISOR, Optional.of("东区"), Passwords.hash(TestWeb.PASSWORD));
    String token = web.signIn("qu");
    assertEquals(
        List.of(TestWeb.TRUCK),
        web.get(token, "/vehicles").get("vehicles").findValuesAsText("plate"));
    assertEquals(
        List.of(TestWeb.TRUCK),
        web.get(token, "/terminals").get("terminals").findValuesAsText("plate"));
    long own = web.raise("M08", TestWeb.TRUCK, -7000, 2).id();
    web.post(token, "/alerts/" + own + "/reviews", "{\"decision\":\"CONFIRMED\"}", 201);
    web.get(token, "/alerts/" + other.alert, 404);
    web.get(token, "/unknown", 403);
    web.get(token, "/reports", 403);
    for (ApiRequest request : requests()) {
      if (request.operation().startsWith("GET")) {
        HttpResponse<String> answer = request.send(web, token);
        // law enforcement and districts are no competitors: of a shared case they see all
        boolean shared = request.path().contains("/cases");
        assertTrue(shared || marks(answer).isEmpty(), request.path() + ": " + answer.body());
        assertTrue(answer.statusCode() < 500, request.path() + ": " + answer.body());
      }
    }
  }

  @Test
  void theLiveFeedTellsNothingOfIt() throws Exception {
    long first = web.get(web.signIn("jian"), "/positions").get("sequence").longValue();
    for (String query : List.of("", "?since=" + first)) {
      try (LiveReader all = new LiveReader(web, web.signIn("jian"), query);
          LiveReader own = new LiveReader(web, web.signIn("jia"), query)) {
        int second = SECOND.addAndGet(10);
        web.web.acceptAlerts(List.of(web.raise("M03", OtherCompany.PLATE, second, 3)));
        web.web.acceptPositions(
            List.of(
                TestWeb.position(OtherCompany.PLATE, OtherCompany.LON, OtherCompany.LAT, second)));
        web.web.acceptCommand(other.command);
        StoredAlert raised = web.raise("M03", TestWeb.TRUCK, second, 3);
        web.web.acceptAlerts(List.of(raised));
        long last = raised.id();
        boolean told = false;
        for (String text = own.nextText(); !isAlert(text, last); text = own.nextText()) {
          assertFalse(isMarked(text), text);
        }
        for (String text = all.nextText(); !isAlert(text, last); text = all.nextText()) {
          told |= isMarked(text);
        }
        assertTrue(told, "a supervisor is told of the other company");
      }
    }
  }

  private static boolean isAlert(String text, long id) throws Exception {
    return new ObjectMapper().readTree(text).at("/alert/id").asText().equals(Long.toString(id));
  }

  private static List<ApiRequest> requests() {
    return walk.byOperation().values().stream().flatMap(List::stream).toList();
  }

  private static boolean isMarked(String text) {
    return OtherCompany.MARKS.stream().anyMatch(text::contains);
  }

  /**
   * The marks in an answer that its own request did not bring: a 404 says what it was asked for.
   */
  private static List<String> marks(HttpResponse<String> answer) {
    String all = answer.body() + answer.headers().map();
    if (answer.statusCode() == 404) {
      all =
          all.replace(OtherCompany.PLATE, "")
              .replace(OtherCompany.PHONE, "")
              .replace(OtherCompany.EVENT, "");
    }
    return OtherCompany.MARKS.stream().filter(all::contains).toList();
  }
}
