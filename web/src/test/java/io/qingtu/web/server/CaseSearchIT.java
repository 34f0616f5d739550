package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static io.qingtu.web.server.TestWeb.escape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases among all that ever were, found by what is known of them. */
class CaseSearchIT {
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));

  private static TestWeb web;
  private static String supervisor;
  private static String company;

  /** Of the first company's truck, long closed and evaluated. */
  private static long swept;

  /** Of the other company's truck, which the first company is to handle. */
  private static long lent;

  /** Of the other company's truck, not filed. */
  private static long refused;

  /** Of nobody's truck, known by a call. */
  private static long called;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(CaseSearchIT.class, CaseSearchIT::file);
    supervisor = web.signIn("jian");
    company = web.signIn("jia");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void file(TestWeb w) {
    swept = caseOf(w, "CLEANING", "S07 " + TRUCK + " 东风街", LONG_AGO, "EVALUATED", 1, 1);
    w.database.update(
        "insert into case_step (case_id, version, move, at) values (?, 1, 'FILE', ?),"
            + " (?, 2, 'CLOSE', ?), (?, 3, 'EVALUATE', ?)",
        swept,
        LONG_AGO.plusSeconds(60),
        swept,
        LONG_AGO.plusSeconds(3600),
        swept,
        LONG_AGO.plusSeconds(7200));
    said(w, swept, "乙公司的车也在");
    lent = caseOf(w, "SPILL", "M03 " + OTHER_TRUCK + " 北海路 100%", at(-7200), "HANDLING", 2, 2);
    w.database.update("update case_file set side_id = 1 where id = ?", lent);
    refused = caseOf(w, "SPILL", "M03 " + OTHER_TRUCK + " 1000 号", at(-3600), "NOT_FILED", 2, 2);
    called = caseOf(w, "LITTER", "热线 垃圾", NOW, "HANDLING", null, null);
    said(w, called, "人民公园门口 堆土");
  }

  private static Instant at(int seconds) {
    return NOW.plusSeconds(seconds);
  }

  private static long caseOf(
      TestWeb w, String type, String title, Instant at, String stage, Integer truck, Integer of) {
    return w.database
        .query(
            "insert into case_file (type, title, found_at, accepted_at, vehicle_id, company_id,"
                + " stage, since) values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
            r -> r.getLong(1),
            type,
            title,
            at,
            at,
            truck,
            of,
            stage,
            at.plusSeconds(7200))
        .get(0);
  }

  private static void said(TestWeb w, long of, String text) {
    w.database.update(
        "insert into case_source (case_id, source, source_id, found_at, filed_at, payload)"
            + " values (?, 'hotline', ?, ?, ?, jsonb_build_object('kind', 'hotline', 'text', ?::text))",
        of,
        "call-" + of,
        NOW,
        NOW,
        text);
  }

  private static List<Long> found(String token, String query) throws Exception {
    List<Long> ids = new ArrayList<>();
    web.get(token, "/cases?" + query).get("cases").forEach(c -> ids.add(c.get("id").longValue()));
    return ids;
  }

  private static List<Long> found(String query) throws Exception {
    return found(supervisor, query);
  }

  @Test
  void findsByNumberPlateTypeAndStage() throws Exception {
    assertEquals(List.of(called, refused, lent, swept), found(""));
    assertEquals(List.of(swept), found("number=" + swept));
    assertEquals(List.of(), found("number=999999"));
    assertEquals(List.of(refused, lent), found("plate=" + escape(OTHER_TRUCK)));
    assertEquals(List.of(refused, lent), found("type=SPILL"));
    assertEquals(List.of(refused), found("type=SPILL&stage=NOT_FILED"));
  }

  @Test
  void findsACompanyAsOwnerAndAsSide() throws Exception {
    assertEquals(List.of(lent, swept), found("company=" + escape("甲公司")));
    assertEquals(List.of(refused, lent), found("company=" + escape("乙公")));
    assertEquals(List.of(), found("company=" + escape("丙")));
  }

  @Test
  void findsWordsOfTheTitleAndOfWhatWasReported() throws Exception {
    assertEquals(List.of(swept), found("words=" + escape("东风")));
    assertEquals(List.of(called), found("words=" + escape("公园 堆土")));
    assertEquals(List.of(), found("words=" + escape("公园 东风")));
    // how it was reported is no word of anybody, but its kind stands in it
    assertEquals(List.of(called, swept), found("words=HOTLINE"));
  }

  @Test
  void takesEveryLetterOfAWordAsItself() throws Exception {
    assertEquals(List.of(lent), found("words=" + escape("100%")));
    assertEquals(List.of(), found("words=" + escape("1_00")));
    assertEquals(List.of(), found("words=" + escape("\\")));
  }

  @Test
  void findsThoseOfAPeriodFromItsFirstMomentToBeforeItsLast() throws Exception {
    assertEquals(List.of(called, refused), found("from=" + at(-3600)));
    assertEquals(List.of(called), found("from=" + at(-3599)));
    assertEquals(List.of(lent, swept), found("to=" + at(-3600)));
    assertEquals(List.of(swept), found("from=" + LONG_AGO + "&to=" + LONG_AGO.plusSeconds(1)));
  }

  @Test
  void tellsWhenACaseWasClosedAndOfOpenOnesNothing() throws Exception {
    JsonNode cases = web.get(supervisor, "/cases").get("cases");
    assertTrue(cases.get(0).get("closedAt").isNull());
    assertEquals(at(-3600 + 7200), Instant.parse(toUtc(cases.get(1).get("closedAt").textValue())));
    assertEquals(
        LONG_AGO.plusSeconds(3600), Instant.parse(toUtc(cases.get(3).get("closedAt").textValue())));
  }

  private static String toUtc(String time) {
    return OffsetDateTime.parse(time).toInstant().toString();
  }

  @Test
  void aCompanyFindsNothingByWhatItMayNotRead() throws Exception {
    assertEquals(List.of(lent, swept), found(company, ""));
    assertEquals(List.of(), found(company, "number=" + refused));
    assertEquals(List.of(lent), found(company, "number=" + lent));
    for (String hidden : List.of("北海路", OTHER_TRUCK, "M03", "乙公司", "HOTLINE")) {
      assertEquals(List.of(), found(company, "words=" + escape(hidden)), hidden);
    }
    assertEquals(List.of(swept), found(company, "words=" + escape("东风街")));
    assertEquals(List.of(), found(company, "company=" + escape("乙公司")));
    assertEquals(List.of(lent, swept), found(company, "company=" + escape("甲公司")));
    assertEquals(List.of(), found(company, "plate=" + escape(OTHER_TRUCK)));
  }

  @Test
  void theFileHoldsExactlyWhatWasFound() throws Exception {
    assertEquals(List.of(called, refused, lent, swept), exported(supervisor, ""));
    assertEquals(List.of(swept), exported(supervisor, "&to=" + at(-86_400)));
    assertEquals(List.of(lent), exported(supervisor, "&words=" + escape("北海路")));
    assertEquals(List.of(), exported(company, "&words=" + escape("北海路")));
    web.get(web.signIn("dui"), "/exports/cases/found", 403);
    JsonNode line = web.get(web.signIn("shen"), "/audit?login=jia&action=export").at("/lines/0");
    assertEquals("table/cases", line.get("object").textValue());
    String detail = line.get("detail").textValue();
    assertTrue(detail.contains("\"rows\": 0"), detail);
  }

  private static List<Long> exported(String token, String query) throws Exception {
    byte[] file = web.bytes(token, "/api/v1/exports/cases/found?format=CSV" + query).body();
    List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.get(0).contains("编号") && lines.get(0).contains("办结时间"), lines.get(0));
    return lines.stream().skip(1).map(l -> Long.parseLong(l.split(",")[0])).toList();
  }

  @Test
  void refusesWhatNobodyCanLookFor() throws Exception {
    for (String query :
        List.of(
            "from=" + NOW + "&to=" + NOW,
            "stage=GONE",
            "number=x",
            "words=" + "x".repeat(61),
            "words=a+b+c+d+e+f",
            "company=" + "x".repeat(61))) {
      web.get(supervisor, "/cases?" + query, 400);
      web.get(supervisor, "/exports/cases/found?" + query, 400);
    }
    assertEquals(List.of(), found("words=a+b+c+d+e"));
  }
}
