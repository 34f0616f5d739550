package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.SegmentCleaning;
import java.util.List;

/** Appendix C: every segment of which something was required, for the sheet. */
final class SegmentTable {
  private SegmentTable() {}

  static Table of(List<SegmentCleaning> segments) {
    return Table.of(
        "附件",
        "路段表",
        List.of(
            column("路段", 1.4),
            column("道路", 2),
            column("保洁等级", 1),
            column("长度（公里）", 1),
            column("应做次数", 1),
            column("实做次数", 1),
            column("覆盖率", 1.4),
            column("窗口", 0.8),
            column("未观测窗口", 1),
            column("作业单位", 2)),
        segments.stream().map(SegmentTable::row).toList(),
        "");
  }

  private static List<Cell> row(SegmentCleaning s) {
    return List.of(
        Cell.of(s.segmentId()),
        Cell.of(s.road()),
        Cell.of(s.grade().map(Wording::of).orElse(Wording.NONE)),
        Cell.of(s.lengthKm(), 3),
        Cell.of(s.required()),
        Cell.of(s.done()),
        Cell.of(s.coverage()),
        Cell.of(s.windows()),
        Cell.of(s.unobserved()),
        Cell.of(s.contractor()));
  }
}
