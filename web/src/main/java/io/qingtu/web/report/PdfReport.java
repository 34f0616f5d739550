package io.qingtu.web.report;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.report.WeeklyReport;

/** The printed report: A4, dates and identifiers of the period and not of the hour of printing. */
final class PdfReport {
  private PdfReport() {}

  static byte[] write(Masthead masthead, CityPlan plan, WeeklyReport report) {
    String css = PdfPrinter.resource("/report/report.css");
    return PdfPrinter.print(
        ReportPage.write(masthead, plan, report, css),
        new PdfPrinter.About(
            masthead.title() + " " + report.week(), masthead.issuer(), report.week().end()));
  }
}
