package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.forensics.SuspectedSite.Kind;
import io.qingtu.route.forensics.SuspectedSite.Seen;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.ReportInput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SuspicionTablesTest {
  private static final Instant T = Instant.parse("2026-11-10T18:00:00Z");

  private static Seen seen(Kind kind, String plate, int minute, String alert) {
    Instant at = T.plusSeconds(60L * minute);
    return new Seen(kind, plate, alert, at, at.plusSeconds(1200), 119.12345, 36.7);
  }

  private static ReportInput suspecting(SuspectedSite... sites) {
    return SyntheticWeek.input().suspecting(List.of(sites));
  }

  private static SuspectedSite site() {
    return new SuspectedSite(
        119.12345,
        36.7,
        80,
        List.of(
            seen(Kind.STAY, "鲁G10200", 0, ""),
            seen(Kind.LOADING, "鲁G10200", 100, "M06f/1"),
            seen(Kind.STAY, "鲁G10201", 200, "")));
  }

  private static Table table(ReportInput input, String section) {
    return ReportTables.all(PeriodReport.of(input), List.of()).stream()
        .filter(t -> t.section().equals(section))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsLoadingsAndStaysApart() {
    List<Cell> row = table(suspecting(site()), "3.13").rows().get(0);
    assertEquals(
        List.of(Cell.of(3), Cell.of(1), Cell.of(2), Cell.of(40), Cell.of(2)), row.subList(3, 8));
    Table evidence = table(suspecting(site()), "3.14");
    assertEquals(3, evidence.rows().size());
    assertEquals(Cell.of("M06f/1"), evidence.rows().get(1).get(6));
    assertEquals(Cell.of(Wording.NONE), evidence.rows().get(0).get(6));
  }

  @Test
  void saysWhereThereIsNone() throws IOException {
    assertEquals(List.of(), table(SyntheticWeek.input(), "3.13").rows());
    assertTrue(printed(SyntheticWeek.input()).contains("本期没有记录。与倾倒热点同一时段内"));
    assertTrue(printed(suspecting(site())).contains("119.12345，36.70000"));
  }

  private static String printed(ReportInput input) throws IOException {
    byte[] pdf =
        new PeriodReports(Masthead.of("示例市", true), week -> input, Sources.NONE)
            .render(SyntheticWeek.WEEK, ReportFormat.PDF);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }
}
