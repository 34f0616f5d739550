package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsIT {
  private static TestWeb web;
  private static String supervisor;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    supervisor = web.signIn("jian");
    web.database.update(
        "insert into quality_day (vehicle_id, day, received, accepted, dropped, observed_share,"
            + " sensor_health, distance_km, continuous_km)"
            + " values (1, ?, 10, 9, '{\"C05\":1}', 0.9, '{}', 5, 5) on conflict do nothing",
        LocalDate.of(2026, 11, 18));
  }

  private static HttpResponse<byte[]> file(String token, String path) throws Exception {
    return web.http()
        .send(
            web.request("/api/v1" + path).header("Authorization", "Bearer " + token).build(),
            BodyHandlers.ofByteArray());
  }

  @Test
  void listsTheWeeksAndMonthsThatHaveData() throws Exception {
    JsonNode periods = web.get(supervisor, "/reports").get("periods");
    assertEquals(List.of("2026-11", "2026-W47"), periods.findValuesAsText("period"));
    assertEquals(List.of("MONTH", "WEEK"), periods.findValuesAsText("kind"));
    JsonNode week = periods.get(1);
    assertEquals(7 * 86_400_000L, millis(week, "to") - millis(week, "from"));
  }

  private static long millis(JsonNode week, String name) {
    return OffsetDateTime.parse(week.get(name).textValue()).toInstant().toEpochMilli();
  }

  @Test
  void printsAWeekAsPdf() throws Exception {
    HttpResponse<byte[]> answer = file(supervisor, "/reports/2026-W47/report.pdf");
    assertEquals(200, answer.statusCode());
    assertEquals("application/pdf", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        "attachment; filename=\"weekly-2026-W47.pdf\"",
        answer.headers().firstValue("Content-Disposition").orElseThrow());
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      assertTrue(document.getNumberOfPages() > 5);
    }
  }

  @ParameterizedTest
  @CsvSource({"xlsx,PK", "csv,\uFEFF\"规则\""})
  void offersTheTablesAndTheEvents(String format, String begin) throws Exception {
    HttpResponse<byte[]> answer = file(supervisor, "/reports/2026-W47/report." + format);
    assertEquals(200, answer.statusCode());
    assertTrue(new String(answer.body(), StandardCharsets.UTF_8).startsWith(begin));
  }

  /** Of days that are no week's and no month's, too. */
  @ParameterizedTest
  @CsvSource({
    "2026-11,monthly-2026-11.csv",
    "2026-11-17--2026-11-18,special-2026-11-17--2026-11-18.csv"
  })
  void printsAnyPeriod(String period, String name) throws Exception {
    HttpResponse<byte[]> answer = file(supervisor, "/reports/" + period + "/report.csv");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "attachment; filename=\"" + name + "\"",
        answer.headers().firstValue("Content-Disposition").orElseThrow());
  }

  @Test
  void namesAWrongWeek() throws Exception {
    JsonNode problem = web.get(supervisor, "/reports/2026-W54/report.pdf", 400);
    assertTrue(problem.get("detail").textValue().startsWith("period"));
    web.get(supervisor, "/reports/2026-W47/report.doc", 404);
  }

  @Test
  void keepsOtherCompaniesFromDispatchers() throws Exception {
    String dispatcher = web.signIn("jia");
    web.get(dispatcher, "/reports", 403);
    web.get(dispatcher, "/reports/2026-W47/report.csv", 403);
  }
}
