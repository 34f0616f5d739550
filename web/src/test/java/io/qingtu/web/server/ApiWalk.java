package io.qingtu.web.server;

import static io.qingtu.web.server.OtherCompany.LAT;
import static io.qingtu.web.server.OtherCompany.LON;
import static io.qingtu.web.server.OtherCompany.PERIOD;
import static io.qingtu.web.server.OtherCompany.PHONE;
import static io.qingtu.web.server.OtherCompany.PLATE;
import static io.qingtu.web.server.TestWeb.escape;

import io.qingtu.web.server.ApiRequest.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * At least one request for every path and method of the API, all of them after another company's
 * data.
 */
final class ApiWalk {
  private final Map<String, List<ApiRequest>> byOperation = new LinkedHashMap<>();

  ApiWalk(OtherCompany other) {
    ofEverybody();
    ofFleet();
    ofPlan();
    KeepingWalk.into(this, other);
    ofInstallations(other);
    AlertsWalk.into(this, other);
    ofCases(other);
    ofVehicle(other);
    ofExports();
    FieldWalk.into(this);
    ofCity();
    ofProposals();
    ofReports();
    ofPeople();
  }

  Map<String, List<ApiRequest>> byOperation() {
    return byOperation;
  }

  void add(Answer answer, String operation, String... paths) {
    for (String path : paths) {
      write(answer, operation, path, "");
    }
  }

  void write(Answer answer, String operation, String path, String body) {
    byOperation
        .computeIfAbsent(operation, k -> new ArrayList<>())
        .add(new ApiRequest(operation, path, body, answer));
  }

  private void ofEverybody() {
    add(Answer.SAME, "GET /openapi.json", "/openapi.json");
    write(Answer.WRONG, "POST /session", "/session", "{\"login\":\"" + OtherCompany.MARK + "\"}");
    add(Answer.SAME, "GET /session", "/session");
    add(Answer.LESS, "GET /sessions", "/sessions");
    add(Answer.HIDDEN, "POST /sessions/{id}/revocation", "/sessions/1/revocation");
    write(Answer.WRONG, "POST /second-factor", "/second-factor", "{\"password\":\"x\"}");
    write(
        Answer.WRONG,
        "POST /second-factor/confirmation",
        "/second-factor/confirmation",
        "{\"code\":\"1\"}");
    write(
        Answer.REFUSED,
        "POST /second-factor/revocation",
        "/second-factor/revocation",
        "{\"login\":\"" + OtherCompany.MARK + "\"}");
    add(Answer.SAME, "GET /settings", "/settings");
    add(Answer.SAME, "GET /evidence-key", "/evidence-key");
    add(Answer.SAME, "GET /exports", "/exports");
    add(Answer.SAME, "GET /packets/profiles", "/packets/profiles");
    write(Answer.SAME, "POST /packets/inspect", "/packets/inspect", "{\"hex\":\"7e00027e\"}");
    add(Answer.SAME, "GET /map/places", "/map/places");
    add(Answer.SAME, "GET /map/segments", "/map/segments");
  }

  private void ofFleet() {
    add(Answer.LESS, "GET /companies", "/companies");
    add(Answer.LESS, "GET /vehicles", "/vehicles");
    add(Answer.LESS, "GET /positions", "/positions");
    add(Answer.LESS, "GET /map/routes", "/map/routes");
    add(Answer.LESS, "GET /map/now", "/map/now");
    add(Answer.LESS, "GET /permits/expiring", "/permits/expiring");
    add(
        Answer.LESS,
        "GET /devices/findings",
        "/devices/findings",
        "/devices/findings?company=" + escape(OtherCompany.NAME));
    add(Answer.REFUSED, "GET /terminals", "/terminals", "/terminals?plate=" + escape(PLATE));
    add(Answer.REFUSED, "GET /terminals/{phone}/unknown", "/terminals/" + PHONE + "/unknown");
    add(Answer.REFUSED, "GET /unknown", "/unknown");
  }

  private void ofPlan() {
    String permit = "/plan/permits/" + OtherCompany.MARK + "-Z";
    String route = "/plan/routes/" + OtherCompany.MARK + "-R";
    String content = "{\"version\":1,\"columns\":{},\"reason\":\"walk\"}";
    add(Answer.LESS, "GET /plan/conflicts", "/plan/conflicts");
    add(Answer.SAME, "GET /plan/{layer}", "/plan/places");
    String task = "/plan/requirements/" + OtherCompany.MARK + "-Q";
    add(
        Answer.LESS,
        "GET /plan/{layer}",
        "/plan/routes",
        "/plan/permits",
        "/plan/requirements",
        "/plan/collection_points");
    add(
        Answer.LESS,
        "GET /plan/exports/{layer}",
        "/plan/exports/permits",
        "/plan/exports/requirements",
        "/plan/exports/routes?format=GEOJSON");
    for (String step : List.of("", "/application")) {
      write(
          Answer.REFUSED,
          "POST /plan/imports" + step,
          "/plan/imports" + step + "?layer=PERMITS&datum=WGS84&reason=walk",
          "");
    }
    add(Answer.HIDDEN, "GET /plan/{layer}/{id}", permit, route, task);
    add(
        Answer.HIDDEN,
        "GET /plan/{layer}/{id}/versions",
        permit + "/versions",
        route + "/versions",
        task + "/versions");
    for (String layer :
        List.of("places", "routes", "permits", "requirements", "collection_points")) {
      write(Answer.REFUSED, "POST /plan/{layer}", "/plan/" + layer, content);
    }
    write(Answer.REFUSED, "POST /plan/{layer}/{id}/versions", permit + "/versions", content);
    write(Answer.REFUSED, "POST /plan/{layer}/{id}/end", permit + "/end", content);
  }

  private void ofInstallations(OtherCompany other) {
    String one = "/installations/" + other.installation;
    add(Answer.REFUSED, "GET /installations", "/installations");
    write(
        Answer.REFUSED,
        "POST /installations",
        "/installations",
        "{\"plate\":\"%s\",\"vin\":\"LHSTLE00000000001\",\"phone\":\"1\",\"iccid\":\"8986000000000000000\",\"reason\":\"FIRST\"}"
            .formatted(PLATE));
    add(Answer.REFUSED, "GET /installations/{id}", one);
    add(Answer.REFUSED, "POST /installations/{id}/test", one + "/test");
    write(
        Answer.REFUSED,
        "POST /installations/{id}/slips",
        one + "/slips",
        "{\"loaded\":true,\"slip\":\"x\",\"grossT\":1}");
    write(
        Answer.REFUSED,
        "POST /installations/{id}/acceptance",
        one + "/acceptance",
        "{\"seal\":\"x\",\"companySigner\":\"x\",\"installerSigner\":\"x\"}");
    write(
        Answer.REFUSED,
        "POST /installations/{id}/cancellation",
        one + "/cancellation",
        "{\"reason\":\"x\"}");
    add(Answer.REFUSED, "POST /installations/{id}/photos", one + "/photos");
    add(Answer.REFUSED, "GET /installations/{id}/photos/{photo}", one + "/photos/1");
  }

  private void ofCases(OtherCompany other) {
    add(
        Answer.LESS,
        "GET /cases",
        "/cases",
        "/cases?plate=" + escape(PLATE),
        "/cases?type=CLEANING",
        "/cases?number=" + other.caseFile,
        "/cases?company=" + escape(OtherCompany.NAME),
        "/cases?words=" + OtherCompany.MARK,
        "/cases?stage=HANDLING&" + PERIOD);
    write(Answer.REFUSED, "POST /cases", "/cases", "{\"alertId\":\"" + other.alert + "\"}");
    add(Answer.REFUSED, "GET /cases/sides", "/cases/sides");
    add(Answer.HIDDEN, "GET /cases/{id}", "/cases/" + other.caseFile);
    add(Answer.LESS, "GET /cases/{id}", "/cases/" + other.mergedCase, "/cases/" + other.lentCase);
    write(
        Answer.HIDDEN,
        "POST /cases/{id}/steps",
        "/cases/" + other.caseFile + "/steps",
        "{\"move\":\"ANSWER\",\"version\":3}");
    write(
        Answer.REFUSED,
        "POST /cases/{id}/steps",
        "/cases/" + other.mergedCase + "/steps",
        "{\"move\":\"ANSWER\",\"version\":3}");
    for (long file : List.of(other.caseFile, other.mergedCase)) {
      String photos = "/cases/" + file + "/photos";
      write(
          file == other.caseFile ? Answer.HIDDEN : Answer.REFUSED,
          "POST /cases/{id}/photos",
          photos + "?clientId=walk-0001&takenAt=" + TestWeb.NOW + "&lon=" + LON + "&lat=" + LAT,
          "");
      add(Answer.HIDDEN, "GET /cases/{id}/photos/{photo}", photos + "/" + other.photos.get(file));
    }
    add(Answer.HIDDEN, "GET /cases/{id}/linked", "/cases/" + other.caseFile + "/linked");
    write(
        Answer.HIDDEN,
        "POST /cases/{id}/linked",
        "/cases/" + other.caseFile + "/linked",
        "{\"plate\":\"" + PLATE + "\"}");
  }

  private void ofVehicle(OtherCompany other) {
    String vehicle = "/vehicles/" + escape(PLATE);
    add(Answer.HIDDEN, "GET /vehicles/{plate}/media", vehicle + "/media?" + PERIOD);
    add(Answer.HIDDEN, "GET /media/{id}", "/media/" + other.media);
    add(
        Answer.HIDDEN,
        "GET /vehicles/{plate}/safety-alarms",
        vehicle + "/safety-alarms?" + PERIOD,
        vehicle + "/safety-alarms?" + PERIOD + "&cursor=" + other.cursor());
    add(Answer.HIDDEN, "GET /vehicles/{plate}/track", vehicle + "/track?" + PERIOD);
    add(Answer.HIDDEN, "GET /vehicles/{plate}/permits", vehicle + "/permits");
    add(Answer.HIDDEN, "GET /vehicles/{plate}/device", vehicle + "/device");
    add(
        Answer.HIDDEN,
        "GET /vehicles/{plate}/device-history",
        vehicle + "/device-history",
        vehicle + "/device-history?cursor=9999999999.0_COMMAND_1");
    add(
        Answer.HIDDEN,
        "GET /vehicles/{plate}/commands",
        vehicle + "/commands",
        vehicle + "/commands?cursor=" + (other.command + 1));
    write(
        Answer.HIDDEN,
        "POST /vehicles/{plate}/commands",
        vehicle + "/commands",
        "{\"kind\":\"TEXT\",\"arguments\":{\"text\":\"x\"}}");
    add(Answer.HIDDEN, "GET /commands/{id}", "/commands/" + other.command);
    add(
        Answer.LESS,
        "GET /trips",
        "/trips",
        "/trips?" + PERIOD,
        "/trips?" + PERIOD + "&plate=" + escape(PLATE));
  }

  private void ofExports() {
    for (String table :
        List.of("alerts", "cases", "trips", "vehicles", "sweeping", "collection", "stays")) {
      add(Answer.LESS, "GET /exports/{table}", "/exports/" + table + "?" + PERIOD);
    }
    add(
        Answer.LESS,
        "GET /exports/cases/found",
        "/exports/cases/found",
        "/exports/cases/found?format=CSV&words=" + OtherCompany.MARK);
    add(Answer.REFUSED, "GET /exports/audit/found", "/exports/audit/found");
    for (String table : List.of("terminals", "audit")) {
      add(Answer.REFUSED, "GET /exports/{table}", "/exports/" + table + "?" + PERIOD);
    }
    String vehicle = "/vehicles/" + escape(PLATE);
    add(
        Answer.HIDDEN,
        "GET /vehicles/{plate}/track-file",
        vehicle + "/track-file?" + PERIOD,
        vehicle + "/track-file?format=KML&" + PERIOD);
  }

  private void ofCity() {
    for (String what : List.of("/past/area", "/past/area-file")) {
      add(
          Answer.LESS,
          "GET " + what,
          what
              + "?west=%s&south=%s&east=%s&north=%s&%s"
                  .formatted(LON - 0.01, LAT - 0.01, LON + 0.01, LAT + 0.01, PERIOD));
    }
    add(Answer.LESS, "GET /past/fleet", "/past/fleet?at=" + TestWeb.NOW);
    add(Answer.LESS, "GET /overview", "/overview", "/overview?week=2026-W47");
    add(Answer.LESS, "GET /hotspots", "/hotspots?" + PERIOD);
    add(Answer.LESS, "GET /behaviour", "/behaviour?" + PERIOD);
    add(Answer.LESS, "GET /stays", "/stays?" + PERIOD);
    for (String what : List.of("spill", "spill-file")) {
      add(Answer.LESS, "GET /" + what, "/" + what + "?lon=" + LON + "&lat=" + LAT + "&" + PERIOD);
    }
    add(Answer.LESS, "GET /rules", "/rules");
    add(Answer.SAME, "GET /rules/precision", "/rules/precision?" + PERIOD);
    write(
        Answer.REFUSED,
        "POST /trials",
        "/trials",
        "{\"from\":\"2026-11-17T00:00:00Z\",\"to\":\"2026-11-18T00:00:00Z\",\"values\":{\"x\":1}}");
    add(Answer.REFUSED, "GET /trials", "/trials");
    add(Answer.REFUSED, "GET /trials/{id}", "/trials/1");
    add(Answer.REFUSED, "GET /parameter-versions/{number}", "/parameter-versions/1");
  }

  /** What one person proposes and another approves. */
  private void ofProposals() {
    add(Answer.SAME, "GET /case-limits", "/case-limits");
    String body = "{\"base\":1,\"reason\":\"x\",\"decision\":\"APPROVED\"}";
    for (String of : List.of("/case-limit", "/parameter")) {
      add(Answer.REFUSED, "GET " + of + "-versions", of + "-versions");
      String all = of + "-proposals";
      add(Answer.REFUSED, "GET " + all, all);
      write(Answer.REFUSED, "POST " + all, all, body);
      write(Answer.REFUSED, "POST " + all + "/{id}/decision", all + "/1/decision", body);
    }
  }

  private void ofReports() {
    add(Answer.SAME, "GET /report-extracts", "/report-extracts");
    for (String format : List.of("pdf", "xlsx")) {
      add(
          Answer.REFUSED,
          "GET /report-extracts/{id}/extract." + format,
          "/report-extracts/1/extract." + format + "?company=%E4%B9%99%E5%85%AC%E5%8F%B8");
    }
    add(
        Answer.REFUSED,
        "GET /report-extracts/{id}/tables",
        "/report-extracts/1/tables?company=%E4%B9%99%E5%85%AC%E5%8F%B8");
    add(Answer.REFUSED, "GET /report-recipients", "/report-recipients");
    write(
        Answer.REFUSED,
        "POST /report-recipients",
        "/report-recipients",
        "{\"address\":\"spy@city.example\"}");
    write(
        Answer.REFUSED,
        "POST /report-recipients/{id}/revocation",
        "/report-recipients/1/revocation",
        "{}");
    add(Answer.REFUSED, "GET /report-runs/{id}/mails", "/report-runs/1/mails");
    write(Answer.REFUSED, "POST /report-runs/{id}/mails", "/report-runs/1/mails", "{}");
    add(Answer.REFUSED, "GET /report-runs", "/report-runs");
    write(
        Answer.REFUSED,
        "POST /report-runs",
        "/report-runs",
        "{\"period\":\"2026-11-03--2026-11-09\"}");
    add(Answer.REFUSED, "GET /report-runs/{id}", "/report-runs/1");
    add(Answer.REFUSED, "GET /report-runs/{id}/tables", "/report-runs/1/tables");
    write(
        Answer.REFUSED,
        "POST /report-runs/{id}/steps",
        "/report-runs/1/steps",
        "{\"move\":\"REVIEW\",\"version\":0}");
    add(Answer.REFUSED, "GET /reports", "/reports");
    for (String format : List.of("pdf", "xlsx", "csv", "docx")) {
      add(
          Answer.REFUSED,
          "GET /report-runs/{id}/report." + format,
          "/report-runs/1/report." + format);
      add(
          Answer.REFUSED,
          "GET /reports/{period}/report." + format,
          "/reports/2026-W47/report." + format);
    }
  }

  private void ofPeople() {
    add(Answer.REFUSED, "GET /accounts", "/accounts");
    write(
        Answer.REFUSED,
        "POST /accounts",
        "/accounts",
        "{\"login\":\"spy\",\"displayName\":\"spy\",\"role\":\"ADMINISTRATOR\"}");
    write(
        Answer.REFUSED, "POST /accounts/{id}/access", "/accounts/1/access", "{\"enabled\":false}");
    add(Answer.REFUSED, "POST /accounts/{id}/password", "/accounts/1/password");
    write(
        Answer.WRONG,
        "POST /session/password",
        "/session/password",
        "{\"password\":\"wrong\",\"newPassword\":\"a password of the walk\"}");
    add(Answer.REFUSED, "GET /tokens", "/tokens");
    write(Answer.REFUSED, "POST /tokens", "/tokens", "{\"source\":\"spy\",\"days\":1}");
    add(Answer.REFUSED, "POST /tokens/{id}/revocation", "/tokens/1/revocation");
    add(Answer.REFUSED, "GET /webhooks", "/webhooks");
    write(
        Answer.REFUSED,
        "POST /webhooks",
        "/webhooks",
        "{\"url\":\"http://127.0.0.1:9/\",\"kinds\":[\"ALERT_RAISED\"]}");
    add(Answer.REFUSED, "POST /webhooks/{id}/revocation", "/webhooks/1/revocation");
    add(Answer.REFUSED, "GET /webhooks/{id}/messages", "/webhooks/1/messages");
    write(Answer.REFUSED, "POST /webhooks/{id}/resending", "/webhooks/1/resending", "{}");
    add(Answer.REFUSED, "GET /shift-log", "/shift-log");
    write(Answer.REFUSED, "POST /shift-log", "/shift-log", "{\"kind\":\"BEGIN\"}");
    add(Answer.REFUSED, "GET /audit", "/audit", "/audit?login=" + OtherCompany.MARK);
    add(Answer.REFUSED, "GET /audit/verification", "/audit/verification");
    // told apart by the test of the live feed
    byOperation.put("GET /live", List.of());
    byOperation.put("GET /live/events", List.of());
    // last: it ends the session
    byOperation.put("DELETE /session", List.of());
  }
}
