package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.PeriodReport.Event;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.route.scoring.PointLine;
import io.qingtu.route.scoring.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Section 8 as tables, for the workbook and for programs. */
final class KeyCaseTables {
  private KeyCaseTables() {}

  static List<Table> of(PeriodReport report, List<KeyCase> cases) {
    return List.of(cases(report, cases), steps(cases));
  }

  private static Table cases(PeriodReport report, List<KeyCase> cases) {
    List<List<Cell>> rows = new ArrayList<>();
    for (KeyCase c : cases) {
      event(report, c).ifPresent(e -> rows.add(row(rows.size() + 1, c, e, report)));
    }
    return Table.of(
        "8.1",
        "重点案例",
        List.of(
            column("序", 0.6),
            column("违规", 1.8),
            column("车牌", 1.5),
            column("企业", 2.2),
            column("开始", 1.6),
            column("地点", 2),
            column("证据等级", 0.9),
            column("严重程度", 1),
            column("处理结果", 3),
            column("报警编号", 2.6)),
        rows,
        "");
  }

  /** The line of a case in the list of events. */
  static Optional<Event> event(PeriodReport report, KeyCase c) {
    return report.events().stream().filter(e -> e.alert().key().equals(c.key())).findFirst();
  }

  private static List<Cell> row(int n, KeyCase c, Event e, PeriodReport report) {
    Alert a = e.alert();
    return List.of(
        Cell.of(n),
        Cell.of(RuleNames.zh(a.rule())),
        Cell.of(a.plate()),
        Cell.of(e.company()),
        Cell.of(a.start()),
        Cell.of(c.place().isEmpty() ? Wording.NONE : c.place()),
        Cell.of(a.grade().name()),
        Cell.of(Wording.severity(a.severity())),
        Cell.of(result(c, report)),
        Cell.of(a.key()));
  }

  /** What came of it: the review, the case, the points. */
  static String result(KeyCase c, PeriodReport report) {
    Points points =
        report.scores().entered().stream()
            .filter(l -> l.violation().alert().key().equals(c.key()))
            .map(PointLine::points)
            .reduce(Points.NONE, Points::plus);
    String scored =
        points.isNone()
            ? "未记分"
            : "记分：企业" + points.company() + "、车辆" + points.vehicle() + "、驾驶员" + points.driver();
    return "人工确认；" + (c.stage().isEmpty() ? "未转案件" : c.stage()) + "；" + scored;
  }

  private static Table steps(List<KeyCase> cases) {
    List<List<Cell>> rows = new ArrayList<>();
    for (KeyCase c : cases) {
      for (KeyCase.Step s : c.steps()) {
        rows.add(List.of(Cell.of(c.key()), Cell.of(s.at()), Cell.of(s.what()), Cell.of(s.note())));
      }
    }
    return Table.of(
        "8.2",
        "重点案例经过",
        List.of(column("报警编号", 2.6), column("时间", 1.6), column("事项", 2), column("说明", 4)),
        rows,
        "");
  }
}
