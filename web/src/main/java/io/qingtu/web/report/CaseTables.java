package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.AlarmQuality;
import io.qingtu.route.report.CaseWork;
import io.qingtu.route.rule.RuleNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sections 5 and 6. */
final class CaseTables {
  private CaseTables() {}

  static Table reviews(CaseWork cases) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("全市", cases.city()));
    cases.companies().forEach(c -> rows.add(row(c.company().isEmpty() ? "（未明）" : c.company(), c)));
    return Table.of(
        "5.1",
        "报警复核",
        List.of(
            column("单位", 2.6),
            column("拟立案（A级）", 1.3),
            column("待核（B级）", 1.2),
            column("已确认", 1),
            column("已驳回", 1),
            column("未复核", 1),
            column("复核率", 1.5)),
        rows,
        "");
  }

  private static List<Cell> row(String name, CaseWork.Row r) {
    return List.of(
        Cell.of(name),
        Cell.of(r.proposed()),
        Cell.of(r.queued()),
        Cell.of(r.confirmed()),
        Cell.of(r.rejected()),
        Cell.of(r.waiting()),
        Cell.of(r.reviewed()));
  }

  static Table rejections(CaseWork cases) {
    return Table.of(
        "5.2",
        "驳回原因",
        List.of(column("原因", 4), column("起数", 1)),
        cases.rejections().entrySet().stream()
            .map(e -> List.of(Cell.of(Wording.rejection(e.getKey())), Cell.of(e.getValue())))
            .toList(),
        "");
  }

  static Table alarms(AlarmQuality alarms) {
    List<List<Cell>> rows = new ArrayList<>();
    alarms.rules().forEach(f -> rows.add(funnel(f, f.rule(), RuleNames.zh(f.rule()))));
    rows.add(funnel(alarms.all(), "", "合计"));
    return Table.of(
        "6.1",
        "报警质量",
        List.of(
            column("代码", 0.9),
            column("规则", 2.2),
            column("触发", 0.9),
            column("未发出", 1),
            column("发出", 0.9),
            column("复核", 0.9),
            column("确认", 0.9),
            column("驳回", 0.9),
            column("准确率", 1.3),
            column("抑制、撤回原因", 2)),
        rows,
        "准确率＝确认÷（确认＋驳回）。未发出＝抑制、撤回、合并和待定。");
  }

  private static List<Cell> funnel(AlarmQuality.Funnel f, String rule, String title) {
    return List.of(
        Cell.of(rule),
        Cell.of(title),
        Cell.of(f.triggered()),
        Cell.of(f.held()),
        Cell.of(f.emitted()),
        Cell.of(f.reviewed()),
        Cell.of(f.confirmed()),
        Cell.of(f.rejected()),
        Cell.of(f.precision()),
        Cell.of(reasons(f.reasons())));
  }

  private static String reasons(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .map(e -> reason(e.getKey()) + e.getValue())
        .collect(Collectors.joining("、"));
  }

  /** The analysis names its reasons in English; one without a Chinese name keeps its own. */
  private static String reason(String reason) {
    return switch (reason) {
      case "" -> "未注明";
      case "closure" -> "封路";
      case "route_outdated" -> "路线过时";
      case "permit_late" -> "准运证补录";
      case "platform_outage" -> "平台故障";
      case "dead_zone" -> "信号盲区";
      case "place_outdated" -> "场地范围过时";
      default -> reason;
    };
  }
}
