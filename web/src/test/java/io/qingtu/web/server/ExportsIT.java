package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExportsIT {
  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
  }

  private static HttpResponse<String> get(String as, String path) throws Exception {
    return web.send(web.request("/api/v1" + path).header("Authorization", "Bearer " + as));
  }

  private static String period(Instant from, long seconds) {
    return "from=" + from + "&to=" + from.plusSeconds(seconds);
  }

  private static List<String> offers(String as) throws Exception {
    List<String> names = new ArrayList<>();
    web.get(as, "/exports").get("tables").forEach(t -> names.add(t.get("name").textValue()));
    return names;
  }

  @Test
  void offersEachRoleItsTables() throws Exception {
    assertFalse(offers(supervisor).contains("audit"));
    assertTrue(offers(supervisor).contains("terminals"));
    assertTrue(offers(web.signIn("shen")).contains("audit"));
    assertFalse(offers(web.signIn("jia")).contains("terminals"));
    assertEquals(List.of(), offers(web.signIn("dui")));
  }

  @Test
  void everyOfferIsAFile() throws Exception {
    Set<String> offered = new TreeSet<>();
    for (String who : List.of(supervisor, web.signIn("shen"))) {
      for (String table : offers(who)) {
        offered.add(table);
        for (String format : List.of("CSV", "XLSX")) {
          HttpResponse<String> answer =
              get(who, "/exports/" + table + "?format=" + format + "&" + period(NOW, 86_400));
          assertEquals(200, answer.statusCode(), table + " " + format);
          assertTrue(answer.body().startsWith(format.equals("CSV") ? "\uFEFF\"" : "PK"), table);
        }
      }
    }
    assertTrue(offered.containsAll(List.of("terminals", "audit")), offered.toString());
  }

  @Test
  void anAlertIsARowOfItsPeriodOnly() throws Exception {
    int at = -300_000;
    web.raise("M08", TRUCK, at, 2);
    Instant start = NOW.plusSeconds(at);
    String path = "/exports/alerts?";
    HttpResponse<String> answer = get(supervisor, path + period(start, 1));
    assertEquals(2, answer.body().lines().count(), answer.body());
    assertTrue(answer.body().contains("\"" + TRUCK + "\""));
    assertEquals(
        1, get(supervisor, path + period(start.minusSeconds(1), 1)).body().lines().count());
    assertEquals(1, get(supervisor, path + period(start.plusSeconds(1), 1)).body().lines().count());
    String name = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertTrue(name.endsWith("2026-11-15.csv"), name);
  }

  @Test
  void goesOnBeyondTheFirstPortion() throws Exception {
    int at = -400_000;
    for (int i = 0; i < 1001; i++) {
      web.raise("M09", TRUCK, at + i, 1);
    }
    String body = get(supervisor, "/exports/alerts?" + period(NOW.plusSeconds(at), 1001)).body();
    assertEquals(1002, body.lines().count());
    assertEquals(1002, body.lines().distinct().count(), "no row twice");
  }

  @Test
  void isWrittenDownWithItsRows() throws Exception {
    get(supervisor, "/exports/vehicles?" + period(NOW, 60));
    String detail =
        web.database
            .query(
                "select detail from audit where action = 'export' and object = 'table/vehicles'"
                    + " order by id desc limit 1",
                row -> row.getString(1))
            .get(0);
    assertTrue(detail.contains("\"format\": \"csv\""), detail);
    assertFalse(detail.contains("\"rows\": 0"), detail);
  }

  @Test
  void givesTheLinesOfTheLogThatAreLookedAt() throws Exception {
    String auditor = web.signIn("shen");
    get(supervisor, "/exports/vehicles?" + period(NOW, 60));
    get(auditor, "/audit");
    String body = get(auditor, "/exports/audit/found?action=export&login=jian").body();
    List<String> lines = body.lines().skip(1).toList();
    assertFalse(lines.isEmpty(), body);
    assertTrue(lines.stream().allMatch(l -> l.contains("export") && l.contains("jian")), body);
    String none = get(auditor, "/exports/audit/found?action=export&login=nobody").body();
    assertEquals(1, none.lines().count(), "the head alone");
    String all = get(auditor, "/exports/audit/found").body();
    assertTrue(all.contains("table/vehicles") && all.contains("audit-read"), all);
    assertEquals(403, get(supervisor, "/exports/audit/found").statusCode());
    web.get(auditor, "/exports/audit/found?from=yesterday", 400);
  }

  @Test
  void givesATrackInEveryFormatToWhomItBelongs() throws Exception {
    String period = period(NOW.minusSeconds(30), 30);
    for (String format : List.of("CSV", "XLSX", "GEOJSON", "GPX", "KML")) {
      String path = "/track-file?format=" + format + "&" + period;
      HttpResponse<String> own = get(web.signIn("jia"), "/vehicles/" + escape(TRUCK) + path);
      assertEquals(200, own.statusCode(), format);
      assertEquals(
          404, get(web.signIn("jia"), "/vehicles/" + escape(OTHER_TRUCK) + path).statusCode());
    }
    String csv = get(supervisor, "/vehicles/" + escape(TRUCK) + "/track-file?" + period).body();
    assertEquals(3, csv.lines().count(), csv);
  }

  @Test
  void refusesWhatIsNoTableFormatOrPeriod() throws Exception {
    String period = period(NOW, 60);
    assertEquals(404, get(supervisor, "/exports/users?" + period).statusCode());
    for (String wrong :
        List.of(
            "/exports/alerts",
            "/exports/alerts?format=PDF&" + period,
            "/exports/alerts?" + period(NOW, 32 * 86_400L),
            "/vehicles/" + escape(TRUCK) + "/track-file?format=SHP&" + period)) {
      JsonNode problem = web.get(supervisor, wrong, 400);
      assertEquals("bad_parameter", problem.get("code").textValue(), wrong);
    }
    assertEquals(403, get(supervisor, "/exports/audit?" + period).statusCode());
    assertEquals(403, get(web.signIn("dui"), "/exports/alerts?" + period).statusCode());
  }
}
