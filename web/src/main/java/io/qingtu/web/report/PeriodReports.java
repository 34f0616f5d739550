package io.qingtu.web.report;

import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.TrendPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reports as files, whatever their periods come from: the database, or a simulation. */
public final class PeriodReports {
  private final Masthead masthead;
  private final Function<Period, ReportInput> periods;
  private final Sources sources;

  /**
   * @param periods finds what a period's report is made from; it may block on a database
   * @param sources of what the figures do not hold
   */
  public PeriodReports(Masthead masthead, Function<Period, ReportInput> periods, Sources sources) {
    this.masthead = masthead;
    this.periods = periods;
    this.sources = sources;
  }

  /**
   * A period's report. The same data give the same bytes. Blocks; a PDF takes some seconds.
   *
   * @throws io.qingtu.server.store.StoreException where the database does not answer
   */
  public byte[] render(Period period, ReportFormat format) {
    return render(Issue.draft(masthead, periods.apply(period), sources), format);
  }

  /**
   * A frozen report. The same one with the same signatures gives the same bytes. Blocks.
   *
   * @param hash of its document
   */
  public static byte[] render(FrozenReport frozen, String hash, SignOff sign, ReportFormat format) {
    return render(Issue.of(frozen, hash, sign), format);
  }

  /** The tables of a frozen report, for programs: the numbers of the workbook. */
  public static List<TableView> tables(FrozenReport frozen, String hash) {
    return ReportTables.all(Issue.of(frozen, hash, SignOff.FRESH)).stream()
        .map(TableView::of)
        .toList();
  }

  /**
   * What a frozen report says of a company or of the companies of a district, with their own rows
   * only. The same report with the same signatures gives the same bytes. Blocks.
   *
   * @param hash of the report's document
   * @param format PDF or XLSX
   */
  public static byte[] extract(
      FrozenReport frozen, String hash, SignOff sign, String of, ReportFormat format) {
    Extract extract = Extract.of(Issue.of(frozen, hash, sign), of, frozen.companiesOf(of));
    return format == ReportFormat.PDF
        ? PdfReport.write(extract)
        : XlsxReport.write(extract.issue(), extract.tables());
  }

  /** The tables of an extract, for the page and for programs. */
  public static List<TableView> extractTables(FrozenReport frozen, String hash, String of) {
    Issue issue = Issue.of(frozen, hash, SignOff.FRESH);
    return Extract.of(issue, of, frozen.companiesOf(of)).tables().stream()
        .map(TableView::of)
        .toList();
  }

  private static byte[] render(Issue issue, ReportFormat format) {
    return switch (format) {
      case PDF -> PdfReport.write(issue);
      case XLSX -> XlsxReport.write(issue);
      case CSV -> CsvReport.write(issue.report());
      case DOCX -> DocxReport.write(issue);
    };
  }

  /**
   * Which report is frozen.
   *
   * @param asOf what was decided later it does not know
   */
  public record Head(Edition edition, Instant asOf, Masthead masthead) {}

  /**
   * What earlier reports give to one.
   *
   * @param corrections of reports that were frozen, the newest period first
   * @param trend points of the periods before, the oldest first
   */
  public record Past(List<Corrections> corrections, List<TrendPoint> trend) {}

  /** Freezes a report: from then on its files are made from what is in it. Blocks. */
  public static FrozenReport freeze(Head head, ReportInput input, Past past, Sources sources) {
    Period previous = input.period().previous();
    PeriodReport figures = PeriodReport.of(input);
    Drawings drawings = Drawings.of(input, figures, sources);
    return new FrozenReport(
        head.edition(),
        head.asOf(),
        FrozenReport.GENERATOR,
        head.masthead(),
        figures,
        drawings.overview(),
        drawings.sweeping(),
        past.corrections().stream().filter(c -> c.period().equals(previous)).findFirst(),
        past.corrections().stream()
            .filter(c -> !c.period().equals(previous) && !c.isEmpty())
            .toList(),
        TrendPoint.upTo(figures, past.trend()),
        Map.of(),
        drawings.violations(),
        drawings.routes(),
        Issue.cases(figures, head.asOf(), sources));
  }

  /** The figures alone. Blocks. */
  public PeriodReport figures(Period period) {
    return PeriodReport.of(periods.apply(period));
  }
}
