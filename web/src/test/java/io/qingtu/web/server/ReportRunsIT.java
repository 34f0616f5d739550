package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.frozen.ReportFreezer;
import io.qingtu.web.report.FrozenJson;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.Sources;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that are frozen when they are due, checked, signed by two persons and never changed. */
class ReportRunsIT {
  private static final Period WEEK = Period.parse("2026-W44");

  private static TestWeb web;
  private static ReportRunStore runs;
  private static ReportFreezer freezer;
  private static String supervisor;
  private static String leader;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(ReportRunsIT.class, w -> {});
    runs = new ReportRunStore(web.database);
    freezer =
        new ReportFreezer(
            new LedgerQueries(web.database),
            runs,
            new OrganisationQueries(web.database),
            () -> Masthead.of("测试市", true),
            Sources.NONE);
    supervisor = web.signIn("jian");
    leader = web.signIn("ling");
    quality(WEEK, 1);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void quality(Period week, int vehicle) {
    web.database.update(
        "insert into quality_day (vehicle_id, day, received, accepted, dropped, observed_share,"
            + " sensor_health, distance_km, continuous_km)"
            + " values (?, ?, 10, 9, '{\"C05\":1}', 0.9, '{}', 5, 5) on conflict do nothing",
        vehicle,
        week.first().plusDays(2));
  }

  private static List<Edition> frozen(Period week) {
    return runs.all().stream().filter(r -> r.period().equals(week)).map(Run::edition).toList();
  }

  private static Run formal(Period week) {
    freezer.run(Edition.FORMAL.due(week));
    return runs.find(week, Edition.FORMAL).orElseThrow();
  }

  private static byte[] file(String token, long id, String format) throws Exception {
    HttpResponse<byte[]> answer =
        web.http()
            .send(
                web.request("/api/v1/report-runs/" + id + "/report." + format)
                    .header("Authorization", "Bearer " + token)
                    .build(),
                BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  private static JsonNode step(String token, long id, String body, int status) throws Exception {
    return web.post(token, "/report-runs/" + id + "/steps", body, status);
  }

  private static void role(String login, Role role) {
    web.database.update("update app_user set role = ? where login = ?", role.name(), login);
  }

  private static String move(String move, int version) {
    return "{\"move\":\"" + move + "\",\"version\":" + version + "}";
  }

  @Test
  void isFrozenTwiceWhenItIsDueAndNotBefore() {
    Period week = WEEK;
    Instant monday = Edition.EXPRESS.due(week);
    freezer.run(monday.minusSeconds(1));
    assertEquals(List.of(), frozen(week));
    freezer.run(monday);
    assertEquals(List.of(Edition.EXPRESS), frozen(week));
    freezer.run(Edition.FORMAL.due(week).minusSeconds(1));
    assertEquals(List.of(Edition.EXPRESS), frozen(week));
    freezer.run(Edition.FORMAL.due(week));
    freezer.run(Edition.FORMAL.due(week).plusSeconds(60));
    assertEquals(List.of(Edition.FORMAL, Edition.EXPRESS), frozen(week));
  }

  @Test
  void whatWasMissedIsMadeUpForWithinTwoWeeks() {
    Period missed = Period.parse("2026-W45");
    freezer.run(Edition.FORMAL.due(missed).plus(Duration.ofDays(14)).minusSeconds(1));
    // a first look is worth nothing when the report itself is due
    assertEquals(List.of(Edition.FORMAL), frozen(missed));
    Run run = runs.find(missed, Edition.FORMAL).orElseThrow();
    assertTrue(run.frozenAt().isAfter(Edition.FORMAL.due(missed).plus(Duration.ofDays(13))));
    Period tooLong = Period.parse("2026-W48");
    freezer.run(Edition.FORMAL.due(tooLong).plus(Duration.ofDays(14)));
    assertEquals(List.of(), frozen(tooLong));
  }

  @Test
  void aMonthIsFrozenBesideItsWeeks() {
    Period month = Period.parse("2027-06");
    quality(month, 1);
    freezer.run(Edition.EXPRESS.due(month).minusSeconds(1));
    assertEquals(List.of(), frozen(month));
    freezer.run(Edition.EXPRESS.due(month));
    assertEquals(List.of(Edition.EXPRESS), frozen(month));
    Run formal = formal(month);
    assertEquals(List.of(Edition.FORMAL, Edition.EXPRESS), frozen(month));
    assertEquals(
        Map.of("C05", 1L),
        FrozenJson.read(runs.document(formal.id())).figures().quality().dropped());
    freezer.run(Edition.EXPRESS.due(Period.weekOf(month.last())));
    assertEquals(List.of(Edition.EXPRESS), frozen(Period.weekOf(month.last())));
  }

  @Test
  void chosenDaysAreFrozenWhenSomebodyAsks() throws Exception {
    quality(WEEK, 1);
    String asked = "{\"period\":\"2026-10-27--2026-10-29\"}";
    JsonNode first = web.post(supervisor, "/report-runs", asked, 201);
    JsonNode second = web.post(supervisor, "/report-runs", asked, 201);
    assertNotEquals(first.get("id").longValue(), second.get("id").longValue());
    assertEquals("DAYS", first.get("kind").textValue());
    FrozenReport report = FrozenJson.read(runs.document(first.get("id").longValue()));
    assertEquals("测试市渣土运输与环卫作业车辆监管专报〔2026年10月27日—2026年10月29日〕（正式版）", report.title());
    assertEquals(List.of(), report.allCorrections());
    String id = "/report-runs/" + first.get("id").longValue();
    assertEquals("[\"EDIT\",\"REVIEW\"]", web.get(supervisor, id).get("moves").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-W44",
        "2026-10",
        "2026-10-29--2026-10-27",
        "2026-09-01--2026-10-02",
        "2199-01-01--2199-01-02",
        ""
      })
  void freezesNothingElse(String period) throws Exception {
    int before = runs.all().size();
    String asked = "{\"period\":\"" + period + "\"}";
    JsonNode problem = web.post(supervisor, "/report-runs", asked, 400);
    assertTrue(problem.get("detail").textValue().startsWith("period"), problem.toString());
    assertEquals(before, runs.all().size());
  }

  @Test
  void whoMayNotPrepareFreezesNothing() throws Exception {
    int before = runs.all().size();
    String asked = "{\"period\":\"2026-10-27--2026-10-29\"}";
    for (String login : List.of("jia", "huan", "dui")) {
      web.post(web.signIn(login), "/report-runs", asked, 403);
    }
    assertEquals(before, runs.all().size());
  }

  @Test
  void isIssuedByTwoPersonsAndOnlyWhenItAddsUp() throws Exception {
    long id = formal(Period.parse("2026-W51")).id();
    JsonNode fresh = web.get(supervisor, "/report-runs/" + id);
    assertEquals("FROZEN", fresh.at("/run/state").textValue());
    assertTrue(fresh.get("adviceIsDraft").booleanValue());
    assertEquals("[\"EDIT\",\"REVIEW\"]", fresh.get("moves").toString());
    assertEquals(
        "refused_not_reviewed", step(leader, id, move("ISSUE", 0), 409).get("code").textValue());
  }

  @Test
  void aWeekThatNobodySawNeedsACoverNote() throws Exception {
    long id = formal(Period.parse("2026-W52")).id();
    step(supervisor, id, move("REVIEW", 0), 201);
    JsonNode refused = step(leader, id, move("ISSUE", 1), 409);
    assertEquals("not_fit", refused.get("code").textValue());
    assertTrue(refused.get("detail").textValue().contains("70%"), refused.toString());
    step(
        supervisor,
        id,
        "{\"move\":\"EDIT\",\"version\":1,\"advice\":\"检查终端\",\"coverNote\":\"试运行\"}",
        201);
    step(supervisor, id, move("ISSUE", 2), 403);
    String second = web.signIn("jian2");
    step(second, id, move("REVIEW", 2), 201);
    role("jian2", Role.LEADER);
    assertEquals(
        "refused_two_persons",
        step(second, id, move("ISSUE", 3), 409).get("code").textValue(),
        "who has reviewed it and is a leader since");
    role("jian2", Role.SUPERVISOR);
    step(supervisor, id, move("REVIEW", 3), 201);
    JsonNode issued = step(leader, id, move("ISSUE", 4), 201);
    assertEquals("ISSUED", issued.at("/run/state").textValue());
    assertEquals("监管员", issued.at("/reviewer/name").textValue());
    assertEquals("局领导", issued.at("/issuer/name").textValue());
    assertEquals("[]", issued.get("moves").toString());
    assertEquals(
        "refused_issued", step(supervisor, id, move("EDIT", 5), 409).get("code").textValue());
    assertEquals("检查终端", web.get(supervisor, "/report-runs/" + id).get("advice").textValue());
  }

  @Test
  void givesTheSameFilesWhateverComesLaterAndTellsItInTheNextReport() throws Exception {
    Period week = Period.parse("2026-W46");
    Run run = formal(week);
    byte[] xlsx = file(supervisor, run.id(), "xlsx");
    byte[] pdf = file(supervisor, run.id(), "pdf");
    quality(week, 2);
    assertArrayEquals(xlsx, file(supervisor, run.id(), "xlsx"));
    assertArrayEquals(pdf, file(supervisor, run.id(), "pdf"));
    long next = formal(Period.parse("2026-W47")).id();
    assertTrue(web.get(supervisor, "/report-runs/" + next).get("corrections").intValue() > 0);
  }

  /** The workbook cell by cell against what programs are told. */
  @Test
  void tellsProgramsTheNumbersOfTheWorkbook() throws Exception {
    long id = formal(Period.parse("2027-W08")).id();
    JsonNode tables = web.get(supervisor, "/report-runs/" + id + "/tables").get("tables");
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(file(supervisor, id, "xlsx")))) {
      for (JsonNode table : tables) {
        String name = table.get("section").textValue() + " " + table.get("title").textValue();
        List<Row> sheet = book.findSheet(name).orElseThrow(() -> new AssertionError(name)).read();
        assertEquals(table.get("rows").size() + 1, sheet.size(), name);
        for (int r = 0; r < table.get("rows").size(); r++) {
          compare(name, table.get("rows").get(r), sheet.get(0), sheet.get(r + 1));
        }
      }
    }
  }

  /** A rate has two more columns, whose heads say so. */
  private static void compare(String name, JsonNode told, Row head, Row row) {
    int at = 0;
    for (JsonNode value : told) {
      boolean rate = at + 1 < head.getCellCount() && head.getCellText(at + 1).endsWith("·分子");
      String cell = row.getCellCount() > at ? row.getCellText(at) : "";
      JsonNode number = value.isObject() ? value.get("value") : value;
      if (number.isNumber()) {
        assertEquals(number.doubleValue(), Double.parseDouble(cell), 1e-9, name + " " + at);
      } else if (number.isNull()) {
        assertEquals("", cell, name + " " + at);
      } else if (!number.textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
        assertEquals(number.textValue(), cell, name + " " + at);
      }
      if (value.isObject() && !number.isNull()) {
        assertEquals(
            value.get("numerator").doubleValue(),
            Double.parseDouble(row.getCellText(at + 1)),
            1e-9);
        assertEquals(
            value.get("denominator").doubleValue(),
            Double.parseDouble(row.getCellText(at + 2)),
            1e-9);
      }
      at += rate ? 3 : 1;
    }
  }

  @Test
  void aSnapshotThatWasTouchedIsNotIssued() throws Exception {
    Period week = Period.parse("2027-W02");
    Run run = formal(week);
    web.database.update("update report_run set sha256 = 'x' where id = ?", run.id());
    JsonNode checks = web.get(supervisor, "/report-runs/" + run.id()).get("checks");
    for (JsonNode check : checks) {
      assertEquals(
          check.get("kind").textValue().equals("FROZEN"),
          check.get("faults").toString().contains("哈希"));
    }
  }

  /** Of 甲公司, before and after the report is issued. */
  @Test
  void aCompanyGetsItsOwnRowsOfWhatIsIssued() throws Exception {
    quality(Period.parse("2027-W05"), 1);
    long id = formal(Period.parse("2027-W05")).id();
    String own = web.signIn("jia");
    String path = "/report-extracts/" + id + "/extract.xlsx";
    assertEquals(404, status(own, path));
    step(
        supervisor,
        id,
        "{\"move\":\"EDIT\",\"version\":0,\"advice\":\"x\",\"coverNote\":\"y\"}",
        201);
    step(supervisor, id, move("REVIEW", 1), 201);
    step(leader, id, move("ISSUE", 2), 201);
    assertEquals(200, status(own, path));
    assertEquals(200, status(own, path.replace("xlsx", "pdf")));
    JsonNode tables = web.get(own, "/report-extracts/" + id + "/tables");
    assertEquals("甲公司", tables.get("organisation").textValue());
    assertTrue(tables.toString().contains("\"2.1\""), tables.toString());
    assertFalse(tables.toString().contains("乙公司"), tables.toString());
    assertEquals(403, status(own, path + "?company=%E4%B9%99%E5%85%AC%E5%8F%B8"));
    assertEquals(403, status(web.signIn("wu"), path));
    assertEquals(400, status(supervisor, path));
    assertEquals(200, status(supervisor, path + "?company=%E4%B9%99%E5%85%AC%E5%8F%B8"));
    JsonNode listed = web.get(own, "/report-extracts").get("extracts");
    assertTrue(listed.findValuesAsText("id").contains(Long.toString(id)), "not listed: " + listed);
  }

  private static int status(String token, String path) throws Exception {
    return web.http()
        .send(
            web.request("/api/v1" + path).header("Authorization", "Bearer " + token).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void keepsThemFromDispatchers() throws Exception {
    String dispatcher = web.signIn("jia");
    web.get(dispatcher, "/report-runs", 403);
    web.get(supervisor, "/report-runs/999999", 404);
    web.get(supervisor, "/report-runs/x", 404);
  }
}
