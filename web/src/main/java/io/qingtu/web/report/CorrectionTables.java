package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Corrections.ChangedEvent;
import io.qingtu.route.report.Corrections.Figure;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.rule.RuleNames;
import java.util.List;

/** Appendix H: what came out otherwise after the reports before were frozen. */
final class CorrectionTables {
  private static final int PRINTED = 60;

  private CorrectionTables() {}

  /** None where no report of the periods before was frozen. */
  static List<Table> of(List<Corrections> corrections) {
    return corrections.isEmpty() ? List.of() : List.of(figures(corrections), events(corrections));
  }

  private static Table figures(List<Corrections> all) {
    return Table.of(
            "附件四",
            "上期更正",
            List.of(
                column("期", 1.1),
                column("节", 0.6),
                column("指标", 2),
                column("单位", 2.6),
                column("原值", 1.6),
                column("更正值", 1.6)),
            all.stream()
                .flatMap(c -> c.figures().stream().map(f -> figure(c.period(), f)))
                .toList(),
            "正式版定稿后有新的裁决或迟到数据而变化的数值；原报告不改，已更正过的从上次更正的数值算起。本期环比按更正后的数值计算。")
        .printing(PRINTED);
  }

  private static List<Cell> figure(Period period, Figure f) {
    return List.of(
        Cell.of(period.toString()),
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

  private static Table events(List<Corrections> all) {
    return Table.of(
            "附件五",
            "上期更正的事件",
            List.of(
                column("期", 1.1),
                column("违规", 1.8),
                column("车牌", 1.4),
                column("单位", 2.2),
                column("发生时间", 1.6),
                column("定稿时", 1.3),
                column("现在", 1.3),
                column("报警编号", 2.6)),
            all.stream().flatMap(c -> c.events().stream().map(e -> event(c.period(), e))).toList(),
            "")
        .printing(PRINTED);
  }

  private static List<Cell> event(Period period, ChangedEvent e) {
    return List.of(
        Cell.of(period.toString()),
        Cell.of(RuleNames.zh(e.rule())),
        Cell.of(e.plate()),
        Cell.of(e.company()),
        Cell.of(e.start()),
        Cell.of(EditionWords.of(e.before())),
        Cell.of(EditionWords.of(e.after())),
        Cell.of(e.key()));
  }
}
