package io.qingtu.web.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.PeriodReport.Event;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.web.report.KeyCase.Picture;
import io.qingtu.web.report.KeyCase.Step;
import java.util.List;

/** Section 8: a page for each of the cases. */
final class KeyCasePage {
  private static final String[] ORDINALS = {"一", "二", "三"};

  private final Html html;
  private final PeriodReport report;

  private KeyCasePage(Html html, PeriodReport report) {
    this.html = html;
    this.report = report;
  }

  static void write(Html html, PeriodReport report, List<KeyCase> cases) {
    KeyCasePage page = new KeyCasePage(html, report);
    if (cases.isEmpty()) {
      html.heading(1, "八、重点案例");
      html.text("p", "note", "本期没有经确认的严重违规。");
    }
    for (int i = 0; i < cases.size(); i++) {
      KeyCase c = cases.get(i);
      String ordinal = ORDINALS[i];
      boolean first = i == 0;
      KeyCaseTables.event(report, c).ifPresent(e -> page.one(c, e, ordinal, first));
    }
  }

  private void one(KeyCase c, Event e, String ordinal, boolean first) {
    html.raw(first ? "<div class=\"case\">" : "<div class=\"case next\">");
    if (first) {
      html.heading(1, "八、重点案例");
    }
    Alert a = e.alert();
    html.heading(2, "案例" + ordinal + "　" + RuleNames.zh(a.rule()) + "　" + a.plate());
    facts(c, e);
    figure(c.map());
    figure(c.curves());
    steps(c.steps());
    pictures(c.pictures());
    html.raw("</div>");
  }

  private void facts(KeyCase c, Event e) {
    Alert a = e.alert();
    html.raw(
        "<table class=\"facts\"><colgroup><col style=\"width:13%\"/><col style=\"width:37%\"/>");
    html.raw("<col style=\"width:13%\"/><col style=\"width:37%\"/></colgroup><tbody>");
    facts("企业", e.company(), "地点", c.place());
    facts("开始", Wording.time(a.start()), "结束", a.end() == null ? "" : Wording.time(a.end()));
    facts("证据", a.grade() + "级", "严重程度", Wording.severity(a.severity()));
    html.raw("<tr>").text("td", "t name", "处理结果");
    html.raw("<td class=\"t\" colspan=\"3\">" + Html.escape(KeyCaseTables.result(c, report)));
    html.raw("</td></tr><tr>").text("td", "t name", "报警编号");
    html.raw("<td class=\"t\" colspan=\"3\">" + Html.escape(a.key()) + "</td></tr>");
    html.raw("</tbody></table>");
  }

  private void facts(String a, String first, String b, String second) {
    html.raw("<tr>").text("td", "t name", a).text("td", "t", orNone(first));
    html.text("td", "t name", b).text("td", "t", orNone(second)).raw("</tr>");
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Wording.NONE : text;
  }

  private void figure(String svg) {
    if (!svg.isEmpty()) {
      html.raw("<div class=\"figure\">").raw(svg).raw("</div>");
    }
  }

  private void steps(List<Step> steps) {
    if (steps.isEmpty()) {
      html.text("p", "note", "该报警的轨迹和办理经过未随报告留存。");
      return;
    }
    html.raw("<table class=\"steps\"><colgroup><col style=\"width:22%\"/>");
    html.raw("<col style=\"width:26%\"/><col style=\"width:52%\"/></colgroup><thead><tr>");
    html.text("th", "", "时间").text("th", "", "经过").text("th", "", "说明");
    html.raw("</tr></thead><tbody>");
    for (Step s : steps) {
      html.raw("<tr>").text("td", "n", Wording.second(s.at())).text("td", "t", s.what());
      html.text("td", "t", s.note()).raw("</tr>");
    }
    html.raw("</tbody></table>");
  }

  private void pictures(List<Picture> pictures) {
    if (pictures.isEmpty()) {
      return;
    }
    html.raw("<div class=\"pictures\">");
    for (Picture p : pictures) {
      html.raw("<div class=\"picture\"><img src=\"data:image/jpeg;base64,");
      html.raw(p.base64()).raw("\" alt=\"\"/>").text("div", "caption", p.caption());
      html.raw("</div>");
    }
    html.raw("</div>");
  }
}
