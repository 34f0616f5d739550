package io.qingtu.web.report;

/** The printed report: A4, dates and identifiers of the period and not of the hour of printing. */
final class PdfReport {
  private PdfReport() {}

  static byte[] write(Issue issue) {
    String css = PdfPrinter.resource("/report/report.css");
    return PdfPrinter.print(
        ReportPage.write(issue, css),
        new PdfPrinter.About(
            issue.title() + " " + issue.report().period(),
            issue.masthead().issuer(),
            issue.report().period().end()));
  }

  /** An extract; dated as the report is. */
  static byte[] write(Extract extract) {
    Issue issue = extract.issue();
    return PdfPrinter.print(
        ExtractPage.write(extract, PdfPrinter.resource("/report/report.css")),
        new PdfPrinter.About(
            ExtractPage.title(extract), issue.masthead().issuer(), issue.report().period().end()));
  }
}
