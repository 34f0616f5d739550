package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Corrections.ChangedEvent;
import io.qingtu.route.report.Corrections.Figure;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.RuleTitle;
import java.util.List;

/** Appendix H: what came out otherwise after the report before was frozen. */
final class CorrectionTables {
  private static final int PRINTED = 60;

  private CorrectionTables() {}

  static List<Table> of(Corrections corrections) {
    return List.of(figures(corrections), events(corrections));
  }

  private static Table figures(Corrections c) {
    return Table.of(
            "附件四",
            "上期更正",
            List.of(
                column("节", 0.6),
                column("指标", 2),
                column("单位", 2.6),
                column("原值", 1.6),
                column("更正值", 1.6)),
            c.figures().stream().map(CorrectionTables::figure).toList(),
            c.week() + "期正式版定稿后有新的裁决或迟到数据而变化的数值；原报告不改。本期环比按更正后的数值计算。")
        .printing(PRINTED);
  }

  private static List<Cell> figure(Figure f) {
    return List.of(
        Cell.of(f.section()),
        Cell.of(f.name()),
        Cell.of(f.subject().isEmpty() ? "全市" : f.subject()),
        value(f, f.before()),
        value(f, f.after()));
  }

  private static Cell value(Figure f, Ratio r) {
    if (f.rate()) {
      return Cell.of(r);
    }
    boolean whole = r.isKnown() && r.denominator() == 1 && r.value() == Math.rint(r.value());
    return whole ? Cell.of((long) r.value()) : Cell.of(r.value(), 1);
  }

  private static Table events(Corrections c) {
    return Table.of(
            "附件五",
            "上期更正的事件",
            List.of(
                column("违规", 1.8),
                column("车牌", 1.4),
                column("单位", 2.2),
                column("发生时间", 1.6),
                column("定稿时", 1.3),
                column("现在", 1.3),
                column("报警编号", 2.6)),
            c.events().stream().map(CorrectionTables::event).toList(),
            "")
        .printing(PRINTED);
  }

  private static List<Cell> event(ChangedEvent e) {
    return List.of(
        Cell.of(RuleTitle.of(e.rule())),
        Cell.of(e.plate()),
        Cell.of(e.company()),
        Cell.of(e.start()),
        Cell.of(EditionWords.of(e.before())),
        Cell.of(EditionWords.of(e.after())),
        Cell.of(e.key()));
  }
}
