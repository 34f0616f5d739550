package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.PeriodReport.Event;
import io.qingtu.route.rule.RuleNames;
import java.util.List;

/** Appendix E: every alert of the period, for the sheet and the CSV file. */
final class EventTable {
  private EventTable() {}

  static Table of(List<Event> events) {
    return Table.of(
        "附件",
        "事件清单",
        List.of(
            column("规则", 1),
            column("违规类型", 2),
            column("车牌", 1.5),
            column("单位", 2),
            column("开始", 2),
            column("判定", 2),
            column("结束", 2),
            column("经度", 1.5),
            column("纬度", 1.5),
            column("证据等级", 1),
            column("严重程度", 1),
            column("状态", 1),
            column("原因", 1.5),
            column("场所", 1),
            column("准运证", 1),
            column("趟次", 1),
            column("路段", 2),
            column("实测", 1),
            column("允许", 1),
            column("单位（量）", 1),
            column("复核", 1),
            column("驳回原因", 1.5),
            column("规则版本", 1.5),
            column("报警编号", 2.5)),
        events.stream().map(EventTable::row).toList(),
        "");
  }

  private static List<Cell> row(Event e) {
    Alert a = e.alert();
    return List.of(
        Cell.of(a.rule()),
        Cell.of(RuleNames.zh(a.rule())),
        Cell.of(a.plate()),
        Cell.of(e.company()),
        Cell.of(a.start()),
        Cell.of(a.decided()),
        Cell.of(a.end()),
        Cell.of(a.longitude(), 6),
        Cell.of(a.latitude(), 6),
        Cell.of(a.grade().name()),
        Cell.of(Wording.severity(a.severity())),
        Cell.of(Wording.of(a.status())),
        Cell.of(a.reason()),
        Cell.of(a.placeId()),
        Cell.of(a.permitId()),
        Cell.of(a.tripId()),
        Cell.of(String.join(";", a.segmentIds())),
        Cell.of(a.measured(), 1),
        Cell.of(a.allowed(), 1),
        Cell.of(a.unit()),
        Cell.of(e.review().map(Wording::of).orElse("未复核")),
        Cell.of(
            e.review()
                .filter(r -> !r.isConfirmed())
                .map(r -> Wording.rejection(r.reason()))
                .orElse("")),
        Cell.of(a.ruleVersion()),
        Cell.of(a.key()));
  }
}
