package io.qingtu.web.report;

import io.qingtu.route.report.Haulage;
import io.qingtu.route.report.Highlight;
import io.qingtu.route.report.Kpi;
import io.qingtu.route.report.Overview;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.SignOff.Signature;
import io.qingtu.route.scoring.Standard;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The report as one HTML document, from the cover to the appendices. */
final class ReportPage {
  private final Issue issue;
  private final Masthead masthead;
  private final PeriodReport report;
  private final Html html = new Html();
  private int figures;

  private ReportPage(Issue issue) {
    this.issue = issue;
    this.masthead = issue.masthead();
    this.report = issue.report();
  }

  static String write(Issue issue, String css) {
    ReportPage page = new ReportPage(issue);
    Masthead masthead = issue.masthead();
    PeriodReport report = issue.report();
    page.cover();
    page.overview();
    page.sections();
    return page.html.page(issue.title() + " " + report.period(), css);
  }

  /** Head and foot of every page but the cover. */
  private void running() {
    html.raw("<div class=\"running-head\">");
    html.text("span", "", issue.title() + "　" + PeriodWords.issue(report.period()));
    html.raw("</div><div class=\"running-foot\"><span class=\"pages\"></span>");
    if (masthead.synthetic()) {
      html.text("span", "synthetic", "　·　合成数据演示");
    }
    html.raw("</div>");
  }

  private void cover() {
    html.raw("<div class=\"cover\">");
    running();
    html.raw("<div class=\"secrecy\">内部资料　注意保存</div>");
    html.text("div", "city", masthead.city());
    html.raw("<div class=\"title\">渣土运输与环卫作业车辆<br/>监管");
    html.raw(PeriodWords.report(report.period())).raw("</div>");
    html.text("div", "issue", PeriodWords.cover(report.period()));
    html.text("div", "edition", issue.edition());
    html.raw("<div class=\"rule\"></div>");
    html.text("div", "period", "统计周期：" + Wording.period(report.period()));
    if (masthead.synthetic()) {
      html.raw("<div class=\"demo\">合成数据演示</div>");
      html.raw("<div class=\"demo-note\">本期车辆、企业、工地、道路作业均为模拟生成，不反映任何真实情况</div>");
    }
    html.raw("<div class=\"issuer\">").text("div", "unit", masthead.issuer());
    html.raw("<div class=\"sign\">");
    signature("编制", issue.sign().editor());
    signature("审核", issue.sign().reviewer());
    signature("签发", issue.sign().issuer());
    html.raw("</div></div></div>");
  }

  /** A line to sign on where nobody has. */
  private void signature(String what, Optional<Signature> by) {
    html.raw(what + "：");
    html.text("span", "", by.map(Signature::name).orElse(" "));
    html.raw("　");
  }

  private void overview() {
    Overview o = report.overview();
    html.heading(1, PeriodWords.overview(report.period()));
    if (!o.isPublishable(report.standards())) {
      html.text(
          "p",
          "warning",
          "全市可监管率为"
              + Wording.percent(o.trust().ratio())
              + "，低于"
              + new StandardWords(report.standards()).of(Standard.OBSERVED_PUBLISHED)
              + "：须附说明后方可印发。");
    }
    if (!issue.sign().coverNote().isBlank()) {
      html.text("p", "cover-note", "附注：" + issue.sign().coverNote());
    }
    html.raw("<table class=\"cards\"><tr>");
    card("监管车辆", Long.toString(o.vehicles()), "辆");
    card("上线率", o.online());
    card("重载趟次", Wording.number(o.trips(), 0), before(o.trips(), o.tripsBefore()));
    card("联单闭环率", o.waybillClosure());
    card("严重违规（确认）", Long.toString(o.serious()), before(o.serious(), o.seriousBefore()));
    html.raw("</tr><tr>");
    perHundred(o.perHundred());
    card(
        "案件结案率",
        Wording.percent(o.closing().ratio()),
        Wording.change(o.closing(), true),
        "按期 " + Wording.percent(o.onTime().ratio()));
    card("环卫频次达标率", o.frequency());
    card("作业覆盖率", o.coverage());
    card("数据可信度", o.trust());
    html.raw("</tr></table><div class=\"highlights\">");
    o.highlights().forEach(this::sentence);
    html.raw("</div>");
    drawing(issue.drawings().overview(), "确认的倾倒与漏扫路段示意");
  }

  private void sentence(Highlight h) {
    String lead =
        switch (h.kind()) {
          case BEST -> "最好：";
          case WORST -> "最差：";
          case UNUSUAL -> "异常：";
        };
    html.raw("<p><b>").raw(lead).raw("</b>");
    html.text("span", "", h.sentence() + "（见" + h.section() + "）").raw("</p>");
  }

  private static String before(long now, OptionalLong then) {
    return then.isPresent() ? "环比 " + Wording.signed(now - then.getAsLong(), 0) : "环比 —";
  }

  private void perHundred(Kpi kpi) {
    String value = Wording.number(kpi.ratio().value(), 1);
    card("每百趟违规数", value, Wording.change(kpi, false), observed(kpi));
  }

  private void card(String name, Kpi kpi) {
    card(
        name,
        Wording.percent(kpi.ratio()),
        Wording.change(kpi, true),
        kpi.isSmall() ? "样本不足" : observed(kpi));
  }

  private static String observed(Kpi kpi) {
    return kpi.observed().isKnown() ? "可观测 " + Wording.percent(kpi.observed()) : "";
  }

  private void card(String name, String value, String... notes) {
    html.raw("<td>").text("div", "name", name).text("div", "value", value);
    List.of(notes).forEach(n -> html.text("div", "change", n));
    html.raw("</td>");
  }

  /** Tables flow on upright pages; the road table has wide ones of its own behind them. */
  private void sections() {
    html.raw("<div class=\"section\">").heading(1, "二、数据质量");
    tables(QualityTables.of(report.quality(), report.standards()));
    html.heading(1, "三、渣土运输");
    for (Table t : HaulageTables.of(report.haulage(), report.standards())) {
      haulage(t);
    }
    html.heading(1, "四、环卫作业");
    tables(CleaningTables.contractors(report.cleaning()));
    drawing(issue.drawings().sweeping(), "道路作业示意：宽度为次数，深浅为覆盖，虚线为未观测");
    html.text("p", "note", "4.3　道路作业频次见文末横排表。");
    tables(CleaningTables.findings(report.cleaning()));
    html.heading(1, "五、案件闭环");
    tables(List.of(CaseTables.reviews(report.cases()), CaseTables.rejections(report.cases())));
    tables(FlowTables.of(report.cases().flow()));
    TableHtml.write(html, FlowTables.outcome(report));
    html.heading(1, "六、报警质量");
    TableHtml.write(html, CaseTables.alarms(report.alarms()));
    if (!report.alarms().rules().isEmpty()) {
      figure(Charts.funnel(report.alarms().rules()), "各规则由触发、发出到确认");
    }
    html.heading(1, "七、评分与红黑榜");
    tables(ScoreTables.rankings(report));
    html.text("p", "note", "7.6　记分明细见文末横排表。");
    tables(List.of(ScoreTables.appeals(report.scores())));
    KeyCasePage.write(html, report, issue.cases());
    html.heading(1, PeriodWords.advice(report.period()));
    advice();
    html.heading(1, "附件");
    tables(
        List.of(
            Definitions.indicators(report),
            Definitions.notComputed(),
            StandardWords.table(report)));
    html.raw("</div><div class=\"wide\">");
    TableHtml.write(html, CleaningTables.roads(report.cleaning()));
    TableHtml.write(html, ScoreTables.entered(report.scores()));
    issue.imprint().ifPresent(i -> tables(CorrectionTables.of(i.corrections())));
    TableHtml.write(html, Definitions.versions(issue));
    html.raw("</div>");
  }

  private void advice() {
    String written = issue.sign().advice();
    String text = written.isBlank() ? Advice.draft(report) : written;
    text.lines().forEach(line -> html.text("p", "advice", line));
    if (written.isBlank()) {
      html.text("p", "note", "以上由数据自动拟写，未经编辑。");
    }
  }

  private void tables(List<Table> tables) {
    tables.forEach(t -> TableHtml.write(html, t));
  }

  /** Where a chart says it better than 24 rows, the chart alone is printed. */
  private void haulage(Table t) {
    Haulage h = report.haulage();
    if (t.section().equals("3.9")) {
      html.heading(2, "3.9　按小时和星期分布");
      figure(Charts.hours(h.hours()), "重载趟次与渣土报警按小时分布");
      figure(WeekCharts.heat(h.tripGrid()), "重载趟次按星期和小时（越深越多）");
      figure(WeekCharts.heat(h.violationGrid()), "确认违规按星期和小时（越深越多）");
      return;
    }
    TableHtml.write(html, t);
    if (t.section().equals("3.1")) {
      figure(WeekCharts.trend(issue.trend()), PeriodWords.trend(report.period()));
    }
    if (t.section().equals("3.8")) {
      RouteMap.worst(report)
          .ifPresent(w -> drawing(issue.drawings().routes(), w.company() + "（指数最低）路线遵从最差的趟次与核准路线"));
    }
    if (t.section().equals("3.10")) {
      drawing(issue.drawings().violations(), "确认违规与倾倒热点分布");
    }
    if (t.section().equals("3.3") && !t.rows().isEmpty()) {
      figure(Charts.types(h.violations()), "渣土报警按类型与证据等级");
      if (h.figures().confirmed() > 0) {
        figure(WeekCharts.pareto(h.violations()), "确认违规按类型与累计占比");
      }
    }
  }

  private void drawing(String svg, String words) {
    if (!svg.isEmpty()) {
      figure(svg, words);
    }
  }

  private void figure(String svg, String words) {
    html.raw("<div class=\"figure\">").raw(svg);
    caption(words).raw("</div>");
  }

  private Html caption(String words) {
    figures++;
    return html.text("div", "caption", "图" + figures + "　" + words);
  }
}
