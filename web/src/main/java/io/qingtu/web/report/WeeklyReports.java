package io.qingtu.web.report;

import io.qingtu.route.report.Week;
import io.qingtu.route.report.WeekInput;
import io.qingtu.route.report.WeeklyReport;
import java.util.function.Function;

/** The weekly report as files, whatever the weeks come from: the database, or a simulation. */
public final class WeeklyReports {
  private final Masthead masthead;
  private final Function<Week, WeekInput> weeks;

  /**
   * @param weeks finds what a week's report is made from; it may block on a database
   */
  public WeeklyReports(Masthead masthead, Function<Week, WeekInput> weeks) {
    this.masthead = masthead;
    this.weeks = weeks;
  }

  /**
   * A week's report. The same data give the same bytes. Blocks; a PDF takes some seconds.
   *
   * @throws io.qingtu.server.store.StoreException where the database does not answer
   */
  public byte[] render(Week week, ReportFormat format) {
    WeekInput input = weeks.apply(week);
    WeeklyReport report = WeeklyReport.of(input);
    return switch (format) {
      case PDF -> PdfReport.write(masthead, input.plan(), report);
      case XLSX -> XlsxReport.write(masthead, report);
      case CSV -> CsvReport.write(report);
    };
  }

  /** The figures alone. Blocks. */
  public WeeklyReport figures(Week week) {
    return WeeklyReport.of(weeks.apply(week));
  }
}
