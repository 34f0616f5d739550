package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.casework.Stage;
import io.qingtu.route.report.CaseFlow;
import io.qingtu.route.report.CaseWork;
import io.qingtu.route.report.Kpi;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.scoring.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Section 5 from filing to closing. */
final class FlowTables {
  private FlowTables() {}

  static List<Table> of(CaseFlow flow) {
    return List.of(rows(flow), hours(flow), sources(flow));
  }

  /** 5.6: how long it took, and who did it again. */
  static Table outcome(PeriodReport report) {
    CaseWork cases = report.cases();
    Ratio handling = cases.flow().city().handling();
    Kpi repeated = cases.repeated();
    return Table.of(
        "5.6",
        "处置时长与重复违规",
        List.of(column("指标", 1.8), column("数值", 1.6), column("可监管率", 1.4), column("口径", 4)),
        List.of(
            List.of(
                Cell.of("平均处置时长（工作小时）"),
                Cell.of(handling.value(), 1),
                Cell.of(Wording.NONE),
                Cell.of(
                    "本期结案的案件从派遣到反馈的工作时间÷派遣过的结案案件（"
                        + Wording.number(handling.denominator(), 0)
                        + "件）")),
            List.of(
                Cell.of("重复违规率"),
                Cell.of(repeated),
                Cell.of(Wording.hours(repeated.observed())),
                Cell.of(
                    "截至期末的30天内有2起以上确认的严重违规的车辆÷有1起以上的车辆；不足"
                        + new StandardWords(report.standards()).of(Standard.MIN_VEHICLES)
                        + "辆的样本不足"))),
        "");
  }

  private static Table rows(CaseFlow flow) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("全市", flow.city()));
    flow.companies().forEach(c -> rows.add(row(c.company().isEmpty() ? "（未明）" : c.company(), c)));
    return Table.of(
        "5.3",
        "案件办理",
        List.of(
            column("单位", 2.4),
            column("受理", 0.8),
            column("立案率", 1.2),
            column("结案", 0.8),
            column("在办", 0.8),
            column("超期", 0.8),
            column("挂账", 0.8),
            column("结案率", 1.2),
            column("按期结案率", 1.2),
            column("返工率", 1.2),
            column("申诉成立率", 1.2),
            column("平均处置（小时）", 1.1)),
        rows,
        "受理、结案、返工、申诉为本期数，在办、超期、挂账为期末数。应结案＝本期结案＋期末超期未结；各环节均未超时限的为按期。返工率＝返工÷核查；申诉成立率＝成立÷裁决。"
            + "平均处置＝本期结案的案件从派遣到反馈的工作时间÷派遣过的结案案件。");
  }

  private static List<Cell> row(String name, CaseFlow.Row r) {
    return List.of(
        Cell.of(name),
        Cell.of(r.accepted()),
        Cell.of(r.filing()),
        Cell.of(r.closed()),
        Cell.of(r.open()),
        Cell.of(r.overdue()),
        Cell.of(r.ledger()),
        Cell.of(r.closing()),
        Cell.of(r.onTime()),
        Cell.of(r.rework()),
        Cell.of(r.upheld()),
        Cell.of(r.handling().value(), 1));
  }

  private static Table hours(CaseFlow flow) {
    return Table.of(
        "5.4",
        "各环节平均用时",
        List.of(column("环节", 2), column("工作时（小时）", 1)),
        flow.hours().entrySet().stream()
            .map(e -> List.of(Cell.of(stage(e.getKey())), Cell.of(e.getValue(), 1)))
            .toList(),
        "本期结案的案件在各环节停留的工作时间。");
  }

  private static Table sources(CaseFlow flow) {
    return Table.of(
        "5.5",
        "案件来源",
        List.of(column("来源", 3), column("件次", 1)),
        flow.sources().entrySet().stream().map(FlowTables::source).toList(),
        "");
  }

  private static List<Cell> source(Map.Entry<String, Long> e) {
    String name = e.getKey().equals("alert") ? "系统报警" : e.getKey();
    return List.of(Cell.of(name), Cell.of(e.getValue()));
  }

  private static String stage(Stage stage) {
    return switch (stage) {
      case ACCEPTED -> "受理";
      case FILED -> "立案";
      case DISPATCHED -> "派遣";
      case HANDLING -> "处置";
      case FEEDBACK -> "反馈";
      case VERIFYING -> "核查";
      case CLOSED -> "结案";
      case EVALUATED -> "评价";
      case NOT_FILED -> "不予立案";
      case ON_LEDGER -> "挂账";
      case TRANSFERRED -> "移送";
    };
  }
}
