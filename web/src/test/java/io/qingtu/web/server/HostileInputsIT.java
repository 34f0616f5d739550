package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every hostile input for every parameter and field that the description of the API names, asked by
 * whose right it is: it is refused by its name or taken as the text it is, and changes nothing but
 * what such a request is there to change.
 */
class HostileInputsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sent for the sessions' rate limit, which is not meant here: every tenth one is enough. */
  private static final Set<String> SLOW = Set.of("POST /session", "POST /second-factor");

  /** Not asked for: it would end the session of the test. */
  private static final String LAST = "DELETE /session";

  /** A request line that is too long or damaged never becomes a request of the API. */
  private static final Set<Integer> BEFORE_THE_API = Set.of(400, 414, 431);

  /** Where a path leads out of all that a role may ask for, it is another one's refusal. */
  private static final Pattern OF_ROLE = Pattern.compile("the role \\w+ may not (?!ask for this)");

  /** A body that must not be taken for another reason, which is the one that is named. */
  private static final Map<String, String> NAMED_INSTEAD =
      Map.of(
          "POST /trials company", "values",
          "POST /parameter-proposals base", "values",
          "POST /case-limit-proposals base", "limits");

  private static TestWeb web;
  private static OtherCompany known;
  private static JsonNode document;
  private static Entitled entitled;

  private static List<HostileInput> inputs;
  private static int asked;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(HostileInputsIT.class, w -> known = new OtherCompany(w));
    Entitled.add(web);
    // none of the numbers that are tried is the version of this place
    web.database.update(
        "insert into plan_version (layer, object_id, version, origin, content, in_force)"
            + " values ('PLACES', 'P1', 55, 'FILE', '{}', '(,)')");
    entitled = new Entitled(web);
    document = JSON.readTree(web.send(web.request("/api/v1/openapi.json")).body());
    inputs = HostileInput.all();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  /** A path and method of the description. */
  private record Operation(String method, String path, JsonNode description) {
    String name() {
      return method + " " + path;
    }

    List<JsonNode> parameters() {
      List<JsonNode> all = new ArrayList<>();
      description.path("parameters").forEach(p -> all.add(resolve(p)));
      return all;
    }

    /** Names of the fields of its body. */
    List<String> fields() {
      JsonNode schema = resolve(description.at("/requestBody/content/application~1json/schema"));
      List<String> names = new ArrayList<>();
      schema.path("properties").fieldNames().forEachRemaining(names::add);
      return names;
    }

    /** The address with everything in it right, but one parameter that is given. */
    String address(String attacked, String value) {
      String filled = path;
      StringBuilder query = new StringBuilder();
      for (JsonNode p : parameters()) {
        String name = p.get("name").textValue();
        String given = name.equals(attacked) ? value : right(name);
        if (p.get("in").textValue().equals("path")) {
          filled = filled.replace("{" + name + "}", given);
        } else if (name.equals(attacked) || p.path("required").asBoolean()) {
          query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(given);
        }
      }
      return filled + query;
    }

    private String right(String name) {
      return switch (name) {
        case "plate" -> TestWeb.escape(TestWeb.TRUCK);
        case "phone" -> "13900010001";
        case "from" -> "2026-11-17T00:00:00Z";
        case "to" -> "2026-11-19T00:00:00Z";
        case "lon" -> "119.1";
        case "lat" -> "36.7";
        case "west" -> "119.0";
        case "south" -> "36.6";
        case "east" -> "119.2";
        case "north" -> "36.8";
        case "week", "period" -> "2026-W47";
        case "layer" -> path.startsWith("/plan/imports") ? "PLACES" : "places";
        case "datum" -> "WGS84";
        case "digest" -> "0".repeat(64);
        case "reason" -> "hostile";
        case "direction" -> "OUT";
        case "time" -> "2026-11-18T04:00:00Z";
        case "clientId" -> "hostile-1";
        case "takenAt" -> "2026-11-18T04:00:00Z";
        case "id" -> id();
        default -> "1";
      };
    }

    private String id() {
      if (path.startsWith("/cases")) {
        return Long.toString(known.caseFile);
      }
      if (path.startsWith("/appeals")) {
        return Long.toString(known.appeal);
      }
      if (path.startsWith("/notices")) {
        return Long.toString(known.notice);
      }
      if (path.startsWith("/plan")) {
        return "P1";
      }
      return path.matches(
              "/(tokens|sessions|accounts|installations|lay-ups|permit-requests|drivers"
                  + "|driver-turns)/.*")
          ? "0"
          : Long.toString(known.alert);
    }
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }

  private static Stream<Operation> operations() {
    return document.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        method ->
                            new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue())))
        .filter(o -> !o.name().equals(LAST));
  }

  @Test
  void refusesOrTakesEveryParameterWithoutHarm() throws Exception {
    Map<String, String> before = TableState.of(web.database);
    Findings findings = new Findings();
    for (Operation operation : operations().toList()) {
      for (JsonNode parameter : operation.parameters()) {
        String name = parameter.get("name").textValue();
        for (HostileInput input : inputs) {
          if (!input.text().isBlank() && operation.method().equals("GET")) {
            String address = operation.address(name, input.escaped());
            check(findings, operation, name, input, get(address));
          }
        }
      }
    }
    findings.assertNone();
    assertEquals(before, TableState.of(web.database));
    assertTrue(asked > 200 * 30, "asked " + asked);
  }

  @Test
  void refusesOrTakesEveryFieldWithoutHarm() throws Exception {
    Findings findings = new Findings();
    for (Operation operation : operations().filter(o -> o.method().equals("POST")).toList()) {
      Map<String, String> before = TableState.of(web.database);
      String body = HostileBodies.ALL.get(operation.name());
      assertTrue(body != null, "no body is known for " + operation.name());
      List<String> fields = operation.fields();
      assertTrue(body.isEmpty() == fields.isEmpty(), operation.name());
      for (int i = 0; i < inputs.size(); i += SLOW.contains(operation.name()) ? 10 : 1) {
        HostileInput input = inputs.get(i);
        for (String field : fields) {
          check(findings, operation, field, input, post(operation, with(body, field, input)));
        }
        if (!body.isEmpty()) {
          check(findings, operation, "body", input, post(operation, input.json()));
        }
      }
      assertUnchanged(operation, before);
    }
    findings.assertNone();
  }

  @Test
  void refusesEveryPathOfAWrite() throws Exception {
    Map<String, String> before = TableState.of(web.database);
    Findings findings = new Findings();
    for (Operation operation : operations().filter(o -> o.method().equals("POST")).toList()) {
      for (JsonNode parameter : operation.parameters()) {
        String name = parameter.get("name").textValue();
        for (HostileInput input : inputs) {
          // one that is too long ends the connection, with what comes next on it; 1 is there
          if (!input.text().isBlank()
              && input.escaped().length() < 3500
              && !input.text().equals("1")) {
            HttpResponse<String> answer =
                send(
                    "POST",
                    operation.address(name, input.escaped()),
                    HostileBodies.ALL.get(operation.name()));
            check(findings, operation, name, input, answer);
            if (answer.statusCode() < 400) {
              findings.add(operation.name() + " " + name, "is taken", input + answer.body());
            }
          }
        }
      }
    }
    findings.assertNone();
    assertEquals(before, TableState.of(web.database));
  }

  @Test
  void keepsATextAsItCame() throws Exception {
    String review = "/alerts/" + known.lost + "/reviews";
    for (HostileInput input : inputs) {
      String text = input.json().startsWith("\"") ? input.text() : "";
      if (text.isEmpty() || text.length() > 2000 || !isText(text)) {
        continue;
      }
      String body = with("{\"decision\":\"CONFIRMED\"}", "note", input);
      JsonNode filed = web.post(entitled.token("POST", review), review, body, 201);
      assertEquals(text, filed.at("/review/note").textValue(), input.toString());
    }
  }

  /** A text that the database can keep: no NUL, no half of a pair. */
  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> c == 0)
        && text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000);
  }

  private static String with(String body, String field, HostileInput input)
      throws JsonProcessingException {
    ObjectNode whole = (ObjectNode) JSON.readTree(body);
    // put in as it stands: no library may mend it on its way
    return whole.put(field, "HERE").toString().replace("\"HERE\"", input.json());
  }

  private static void assertUnchanged(Operation operation, Map<String, String> before) {
    Map<String, String> after = TableState.of(web.database);
    Set<String> changed = new HashSet<>();
    after.forEach(
        (table, state) -> {
          if (!state.equals(before.get(table))) {
            changed.add(table);
          }
        });
    changed.removeAll(HostileWrites.ALLOWED.getOrDefault(operation.name(), Set.of()));
    assertEquals(Set.of(), changed, operation.name());
  }

  /** What went wrong, by operation, field and kind; an example of each is enough to mend it. */
  private static final class Findings {
    private final Map<String, String> byKind = new TreeMap<>();

    void add(String where, String kind, String example) {
      byKind.putIfAbsent(where + " " + kind, example);
    }

    void assertNone() {
      assertEquals(Map.of(), byKind);
    }
  }

  /** No failure of ours, no answer that a browser would show or run, and a refusal says of what. */
  private static void check(
      Findings findings,
      Operation operation,
      String name,
      HostileInput input,
      HttpResponse<String> answer) {
    asked++;
    int status = answer.statusCode();
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String where = operation.name() + " " + name;
    String example = input + ": " + status + " " + type + " " + answer.body();
    if (BEFORE_THE_API.contains(status) && answer.body().isEmpty()) {
      return;
    }
    if (status >= 500) {
      findings.add(where, "fails", example);
    } else if (status == 403 && OF_ROLE.matcher(answer.body()).find()) {
      findings.add(where, "is refused to whose right it is", example);
    } else if (status >= 400 && !type.equals("application/problem+json")) {
      findings.add(where, "is refused without a problem document", example);
    } else if (status == 400
        && !isNamed(answer.body(), name)
        && !isNamed(answer.body(), NAMED_INSTEAD.getOrDefault(where, name))) {
      findings.add(where, "is refused without its name", example);
    }
    if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")
        || answer.headers().map().containsKey("location")
        || answer.headers().allValues("set-cookie").stream().anyMatch(c -> c.startsWith("a="))
        || type.contains("html")) {
      findings.add(where, "may be shown or run", example + answer.headers().map());
    }
  }

  private static boolean isNamed(String problem, String name) {
    try {
      String detail = JSON.readTree(problem).path("detail").asText();
      // a place is not taken without its datum, a period not with an end before its begin
      return detail.startsWith(name + ": ")
          || detail.startsWith(name + ".")
          || detail.startsWith("body: ")
          || detail.startsWith("Upgrade: ")
          || detail.startsWith("Accept: ")
          || name.equals("to") && detail.equals("from: is missing")
          || name.matches("lon|lat|datum") && detail.matches("(lon|lat|datum): .*")
          || name.equals("from") && detail.startsWith("to: ")
          || name.equals("west") && detail.startsWith("east: ")
          || name.equals("south") && detail.startsWith("north: ")
          // the larger an area, the shorter the period that may be asked
          || name.matches("west|south|east|north") && detail.startsWith("to: ")
          // a new password that is one is held against the old one
          || name.equals("newPassword") && detail.equals("password: is wrong")
          // nothing is filed of a place that nobody knows, whatever else is said of it
          || detail.equals("place: is not on file")
          || name.equals("body") && detail.contains(": ");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return send("GET", address, "");
  }

  private static HttpResponse<String> post(Operation operation, String body) throws Exception {
    return send("POST", operation.address("", ""), body);
  }

  private static HttpResponse<String> send(String method, String address, String body)
      throws Exception {
    return web.send(
        web.request("/api/v1" + address)
            // over HTTP/2 a line that is too long ends the connection of all
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + entitled.token(method, address))
            .header("Content-Type", "application/json")
            // one address must not be held back for the wrong sign-ins of all
            .header("X-Forwarded-For", "198.51.100." + asked % 250)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }
}
