package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.SignOff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a month and of chosen days: the week's figures and definitions, its own words. */
class MonthlyReportTest {
  private static final Period MONTH = Period.parse("2026-11");

  /** The synthetic week as if nothing had happened in the rest of the period. */
  private static ReportInput input(Period period) {
    ReportInput week = SyntheticWeek.input();
    return new ReportInput(
        period,
        week.plan(),
        week.networked(),
        week.ledger(),
        week.before(),
        week.reviews(),
        week.ruleVersion(),
        week.parameters(),
        week.handling(),
        week.uptime(),
        week.hotSpots(),
        week.sites());
  }

  private static FrozenReport frozen(Period period) {
    return PeriodReports.freeze(
        new PeriodReports.Head(
            Edition.FORMAL, Edition.FORMAL.due(period), new Masthead("示例市", "示例市城市管理局", true)),
        input(period),
        new PeriodReports.Past(List.of(), List.of()),
        new SyntheticSources());
  }

  private static String print(Period period) throws IOException {
    FrozenReport report = frozen(period);
    byte[] pdf =
        PeriodReports.render(
            report, FrozenJson.write(report).sha256(), SignOff.FRESH, ReportFormat.PDF);
    String keep = System.getProperty("report.keep.month");
    if (keep != null) {
      Files.write(Path.of(keep, ReportFormat.PDF.fileName(period)), pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11,监管月报,一、本月概览,九、建议与下月重点,月报〔2026〕第11期（正式版）",
    "2026-11-05--2026-11-20,监管专报,一、本期概览,九、建议与下一步重点,专报〔2026年11月5日—2026年11月20日〕（正式版）"
  })
  void isCalledAfterItsPeriodOnEveryPage(
      String period, String name, String overview, String advice, String number)
      throws IOException {
    String text = print(Period.parse(period));
    for (String said : List.of(name, overview, advice, number)) {
      assertTrue(text.contains(said), said);
    }
    for (String other : List.of("周报", "本周", "下周", "周末", "近八周", "第46期", "总周次")) {
      assertFalse(text.contains(other), other);
    }
  }

  @Test
  void countsWhatHappenedInItAndNothingElse() {
    List<Alert> known = input(MONTH).ledger().alerts();
    for (Period period : List.of(MONTH, MONTH.previous(), Period.parse("2026-11-10--2026-11-11"))) {
      assertEquals(
          known.stream().filter(a -> period.contains(a.start())).map(Alert::key).sorted().toList(),
          frozen(period).figures().events().stream().map(e -> e.alert().key()).sorted().toList(),
          period.toString());
    }
  }
}
