package io.qingtu.web.report;

import io.qingtu.route.report.SignOff.Signature;
import java.util.List;
import java.util.Optional;

/** An extract as one HTML document: whose it is, its tables, and what they were made from. */
final class ExtractPage {
  /** Tables of so many columns and more stand on wide pages. */
  private static final int WIDE = 10;

  private ExtractPage() {}

  /** Title of the document, and what the browser calls it. */
  static String title(Extract extract) {
    return extract.issue().title() + " " + extract.issue().report().period() + " 摘录";
  }

  static String write(Extract extract, String css) {
    Html html = new Html();
    Issue issue = extract.issue();
    html.raw("<div class=\"extract\">");
    running(html, extract);
    head(html, extract);
    List<Table> tables = extract.tables();
    if (tables.isEmpty()) {
      html.text("p", "advice", "本期报告没有涉及贵单位的记录。");
    }
    tables.stream().filter(t -> !isWide(t)).forEach(t -> TableHtml.write(html, t));
    html.text(
        "p", "note", "对违规认定有异议的，可自确认之日起5个工作日内在平台提出申诉：已转案件的在案件页，未转案件的在报警研判页；申诉期间记分冻结，申诉成立的予以更正。");
    html.raw("</div><div class=\"wide\">");
    tables.stream().filter(ExtractPage::isWide).forEach(t -> TableHtml.write(html, t));
    TableHtml.write(html, Definitions.versions(issue));
    return html.raw("</div>").page(title(extract), css);
  }

  private static boolean isWide(Table table) {
    return table.columns().size() >= WIDE;
  }

  /** Head and foot of every page. */
  private static void running(Html html, Extract extract) {
    Issue issue = extract.issue();
    html.raw("<div class=\"running-head\">");
    html.text("span", "", issue.title() + "　" + PeriodWords.issue(issue.report().period()) + "　摘录");
    html.raw("</div><div class=\"running-foot\"><span class=\"pages\"></span>");
    if (issue.masthead().synthetic()) {
      html.text("span", "synthetic", "　·　合成数据演示");
    }
    html.raw("</div>");
  }

  private static void head(Html html, Extract extract) {
    Issue issue = extract.issue();
    html.text("div", "of", extract.of());
    html.heading(
        1,
        PeriodWords.issue(issue.report().period())
            + PeriodWords.report(issue.report().period())
            + "摘录");
    html.text("p", "note", issue.edition() + "　统计周期：" + Wording.period(issue.report().period()));
    html.text(
        "p",
        "note",
        "本摘录只列上述单位的数据，指标口径与全文相同。编发单位："
            + issue.masthead().issuer()
            + signer("　审核：", issue.sign().reviewer())
            + signer("　签发：", issue.sign().issuer()));
  }

  private static String signer(String what, Optional<Signature> by) {
    return by.map(s -> what + s.name()).orElse("");
  }
}
