package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.PublicationCheck;
import io.qingtu.route.report.ReportInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weeks that nobody wishes for give a report all the same: printed well, and adding up. */
class AdversarialWeekTest {
  private static final Masthead MASTHEAD = new Masthead("示例市", "示例市城市管理局", true);

  private enum Kind {
    USUAL(SyntheticWeek.input()),
    LONG_NAMES(AdversarialWeeks.longNames()),
    ONE_COMPANY(AdversarialWeeks.oneCompany()),
    ZERO_TRIPS(AdversarialWeeks.zeroTrips()),
    NO_DATA(SyntheticWeek.withoutData()),
    EMPTY_CITY(AdversarialWeeks.emptyCity());

    final ReportInput input;

    Kind(ReportInput input) {
      this.input = input;
    }

    byte[] render(ReportFormat format) {
      return new PeriodReports(MASTHEAD, week -> input, Sources.NONE)
          .render(SyntheticWeek.WEEK, format);
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isPrintedWithinItsMarginsAndNothingOverAnother(Kind week) throws IOException {
    byte[] pdf = week.render(ReportFormat.PDF);
    String keep = System.getProperty("report.keep.folder");
    if (keep != null) {
      Files.write(Path.of(keep, week + ".pdf"), pdf);
    }
    List<String> faults = PaperCheck.faults(pdf);
    assertTrue(faults.isEmpty(), () -> faults.size() + " faults, as " + faults.subList(0, 1));
  }

  @ParameterizedTest
  @EnumSource
  void noFileShowsWhatIsNoNumber(Kind week) throws IOException {
    for (String file :
        List.of(
            text(week.render(ReportFormat.PDF)),
            new String(week.render(ReportFormat.CSV), StandardCharsets.UTF_8),
            unzipped(week.render(ReportFormat.XLSX)),
            unzipped(week.render(ReportFormat.DOCX)))) {
      for (String odd : List.of("NaN", "Infinity", "null", "Optional")) {
        assertFalse(file.contains(odd), odd);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void addsUp(Kind week) {
    PeriodReport report = PeriodReport.of(week.input);
    List<PublicationCheck> failed =
        PublicationCheck.all(report, List.of(), "附注").stream().filter(c -> !c.holds()).toList();
    assertEquals(List.of(), failed);
  }

  private static String unzipped(byte[] zip) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  private static List<String> cells(byte[] book) throws IOException {
    List<String> all = new ArrayList<>();
    try (ReadableWorkbook in = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      for (Sheet sheet : in.getSheets().toList()) {
        for (Row row : sheet.read()) {
          for (Cell cell : row) {
            if (cell != null) {
              all.add(cell.getText());
            }
          }
        }
      }
    }
    return all;
  }

  @Test
  void theWorkbookAndTheListHoldLongNamesInFull() throws IOException {
    ReportInput in = Kind.LONG_NAMES.input;
    List<String> cells = cells(Kind.LONG_NAMES.render(ReportFormat.XLSX));
    String csv = new String(Kind.LONG_NAMES.render(ReportFormat.CSV), StandardCharsets.UTF_8);
    for (String company : in.plan().vehicles().stream().map(v -> v.company()).distinct().toList()) {
      assertEquals(AdversarialWeeks.LONG, company.length());
      assertTrue(cells.contains(company), "company " + company);
    }
    for (PeriodReport.Event e : PeriodReport.of(in).events()) {
      assertTrue(csv.contains(e.company().replace("\"", "\"\"")), "company " + e.company());
    }
    for (String road : in.plan().segments().stream().map(s -> s.road()).distinct().toList()) {
      assertTrue(cells.contains(road), "road " + road);
    }
  }

  /** Names that begin alike are still told from each other on paper. */
  @Test
  void onPaperLongNamesAreShortenedInTheirMiddle() throws IOException {
    String text = text(Kind.LONG_NAMES.render(ReportFormat.PDF)).replaceAll("\\s", "");
    assertTrue(text.contains("…"), "nothing is shortened");
    for (String end : List.of("潍水运输有限公司", "㙓里保洁服务", "模拟工地")) {
      assertTrue(text.contains(end), end);
    }
    assertTrue(text.contains("全称见电子表格"), "does not say where the names stand in full");
  }

  @Test
  void withoutTripsEveryRateOfTripsIsUnknownAndNobodyIsRanked() throws IOException {
    PeriodReport r = PeriodReport.of(Kind.ZERO_TRIPS.input);
    assertEquals(0, r.haulage().figures().trips());
    assertTrue(
        Stream.of(
                r.haulage().figures().perHundred(),
                r.haulage().figures().tripClosure(),
                r.haulage().figures().covered(),
                r.haulage().figures().adherence(),
                r.haulage().figures().inHours(),
                r.haulage().figures().permitted(),
                r.haulage().waybills().coverage(),
                r.haulage().waybills().closure())
            .noneMatch(x -> x.isKnown()));
    assertTrue(r.scores().haulage().stream().noneMatch(s -> s.isRanked()));
    assertTrue(r.overview().tripsBefore().orElseThrow() > 0);
    assertTrue(r.cleaning().figures().frequency().isKnown(), "the roads were cleaned");
  }

  @Test
  void oneCompanyIsTheCityAndTheFirst() {
    PeriodReport r = PeriodReport.of(Kind.ONE_COMPANY.input);
    assertEquals(1, r.haulage().companies().size());
    assertEquals(r.haulage().figures(), r.haulage().companies().get(0).figures());
    assertEquals(1, r.haulage().companies().get(0).rank());
    assertEquals(1, r.cleaning().contractors().size());
    assertEquals(r.cleaning().figures(), r.cleaning().contractors().get(0).figures());
    assertEquals(
        List.of(1), r.scores().haulage().stream().map(s -> s.rank()).collect(Collectors.toList()));
  }

  @Test
  void aCityWithoutVehiclesIsReportedAsSuch() throws IOException {
    PeriodReport r = PeriodReport.of(Kind.EMPTY_CITY.input);
    assertEquals(0, r.overview().vehicles());
    assertFalse(r.overview().isPublishable(r.standards()));
    assertTrue(text(Kind.EMPTY_CITY.render(ReportFormat.PDF)).contains("须附说明后方可印发"));
  }
}
