package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.report.Collecting;
import io.qingtu.route.report.CompanyHaulage;
import io.qingtu.route.report.DataQuality;
import io.qingtu.route.report.Haulage;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.Violations;
import io.qingtu.route.report.WorkFigures;
import io.qingtu.web.report.PeriodReports;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.report.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first hours of the simulated weeks: from the fleet's fixes to the printed report. */
class DemoWeekTest {
  private static ReportInput input;
  private static PeriodReport report;

  @BeforeAll
  static void simulate() throws IOException {
    input = DemoWeek.simulate(Duration.ofHours(11));
    report = PeriodReport.of(input);
  }

  private static byte[] render(ReportFormat format) {
    return new PeriodReports(DemoWeek.MASTHEAD, week -> input, Sources.NONE)
        .render(input.period(), format);
  }

  private static void assertSum(Ratio whole, List<Ratio> parts) {
    double tolerance = 1e-6 * (1 + whole.denominator());
    assertEquals(whole.numerator(), parts.stream().mapToDouble(Ratio::numerator).sum(), tolerance);
    assertEquals(
        whole.denominator(), parts.stream().mapToDouble(Ratio::denominator).sum(), tolerance);
  }

  @Test
  void companiesAddUpToTheCitysHaulage() {
    Haulage haulage = report.haulage();
    List<CompanyHaulage> parts = haulage.companies();
    assertTrue(haulage.figures().trips() > 100, "trips: " + haulage.figures().trips());
    assertEquals(
        haulage.figures().trips(), parts.stream().mapToLong(c -> c.figures().trips()).sum());
    assertEquals(
        haulage.figures().confirmed(),
        parts.stream().mapToLong(c -> c.figures().confirmed()).sum());
    assertEquals(
        haulage.violations().stream().mapToLong(Violations.Type::confirmed).sum(),
        haulage.figures().confirmed());
    assertSum(
        haulage.figures().tripClosure(),
        parts.stream().map(c -> c.figures().tripClosure()).toList());
    assertSum(haulage.figures().covered(), parts.stream().map(c -> c.figures().covered()).toList());
    assertSum(
        haulage.waybills().closure(), parts.stream().map(c -> c.waybills().closure()).toList());
    assertEquals(
        haulage.figures().trips(), haulage.sites().stream().mapToLong(s -> s.trips()).sum());
    assertEquals(
        haulage.figures().trips(),
        haulage.hours().trips().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void companiesAddUpToTheCitysDataQuality() {
    DataQuality quality = report.quality();
    List<Function<DataQuality.Figures, Ratio>> rates =
        List.of(
            DataQuality.Figures::networked,
            DataQuality.Figures::online,
            DataQuality.Figures::completeness,
            DataQuality.Figures::validity,
            DataQuality.Figures::sensors,
            DataQuality.Figures::observed,
            DataQuality.Figures::unobservable);
    for (Function<DataQuality.Figures, Ratio> rate : rates) {
      assertSum(
          rate.apply(quality.city()),
          quality.companies().stream().map(c -> rate.apply(c.figures())).toList());
    }
    assertTrue(quality.city().observed().isKnown());
    assertTrue(quality.city().delayP95Seconds() > 0);
  }

  @Test
  void contractorsAddUpToTheCitysCleaning() {
    WorkFigures city = report.cleaning().work();
    List<WorkFigures> parts = report.cleaning().contractors().stream().map(c -> c.work()).toList();
    assertTrue(city.effectiveKm() > 10, "effective km: " + city.effectiveKm());
    assertTrue(city.effectiveKm() <= city.inSpeed().denominator() * 1.01, city.toString());
    assertEquals(
        city.effectiveKm(), parts.stream().mapToDouble(WorkFigures::effectiveKm).sum(), 1e-6);
    assertSum(city.attendance(), parts.stream().map(WorkFigures::attendance).toList());
    assertSum(city.inSpeed(), parts.stream().map(WorkFigures::inSpeed).toList());
    assertSum(city.deadhead(), parts.stream().map(WorkFigures::deadhead).toList());
    assertSum(
        report.cleaning().figures().frequency(),
        report.cleaning().contractors().stream().map(c -> c.figures().frequency()).toList());
  }

  /** The fleet's own account of what it left out: {@code FleetTest} holds it against the fixes. */
  @Test
  void mostCollectionPointsAreServedInTime() {
    Collecting.Figures city = report.cleaning().collecting().city();
    assertEquals(input.plan().collectionPoints().size(), city.due());
    assertTrue(city.inTime().value() >= 0.75, "in time: " + city.inTime());
    assertEquals(city.due(), city.inTime().numerator() + city.missed().numerator());
  }

  @Test
  void theWeekBeforeGivesEveryCardAChange() {
    assertTrue(report.overview().tripsBefore().isPresent());
    assertTrue(report.overview().waybillClosure().change().isPresent());
    assertTrue(report.overview().perHundred().change().isPresent());
    assertTrue(report.overview().frequency().change().isPresent());
    assertTrue(report.overview().trust().change().isPresent());
  }

  @Test
  void thePrintedReportSaysWhatTheFiguresSay() throws IOException {
    try (PDDocument document = Loader.loadPDF(render(ReportFormat.PDF))) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains(String.format("%,d", report.overview().trips())));
      for (String section : List.of("一、", "二、", "三、", "四、", "五、", "六、", "附件")) {
        assertTrue(text.contains(section), section);
      }
      assertFalse(text.contains("#"), "# stands for a character that no font has");
      assertFalse(text.contains("NaN"));
    }
  }

  @Test
  void theWorkbookHoldsTheSameFigures() throws IOException {
    try (ReadableWorkbook in =
        new ReadableWorkbook(new ByteArrayInputStream(render(ReportFormat.XLSX)))) {
      Row city = in.findSheet("4.1 出勤与作业").orElseThrow().read().get(1);
      WorkFigures work = report.cleaning().work();
      assertEquals("全市", city.getCellText(0));
      assertEquals(work.attendance().value(), number(city, 1), 1e-9);
      assertEquals(work.attendance().numerator(), number(city, 2));
      assertEquals(work.attendance().denominator(), number(city, 3));
      assertEquals(work.operatingHours(), number(city, 4), 1e-9);
      Row volume = in.findSheet("3.1 运输量").orElseThrow().read().get(1);
      assertEquals(report.haulage().figures().trips(), number(volume, 1));
    }
  }

  private static double number(Row row, int column) {
    return row.getCellAsNumber(column).orElseThrow().doubleValue();
  }

  @Test
  void theEventListHasALineForEveryAlert() {
    String csv = new String(render(ReportFormat.CSV), StandardCharsets.UTF_8);
    assertEquals(report.events().size() + 1, csv.split("\r\n").length);
    assertFalse(report.events().isEmpty());
  }
}
