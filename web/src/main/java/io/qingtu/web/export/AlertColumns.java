package io.qingtu.web.export;

import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.AlertRow;
import io.qingtu.web.report.Cell;
import java.util.List;

/** An alert as a row. */
final class AlertColumns {
  static final String TITLES =
      "编号 规则 名称 车牌 企业 车型 开始 判定 结束 经度 纬度 等级 严重程度 状态 原因 地点 道路 准运证 趟次 实测 限值 单位"
          + " 规则版本 版次 研判 驳回理由 备注 研判人 研判时间";

  private AlertColumns() {}

  static List<Cell> of(AlertRow a) {
    AlertRow.ReviewRow r = a.review();
    return List.of(
        Cell.of(a.id()),
        Cell.of(a.rule()),
        Cell.of(RuleNames.zh(a.rule())),
        Cell.of(a.plate()),
        Cell.of(a.company()),
        Cell.of(a.kind()),
        Cell.of(a.start()),
        Cell.of(a.decided()),
        Cell.of(a.end()),
        Cell.of(a.lon(), 6),
        Cell.of(a.lat(), 6),
        Cell.of(a.grade().name()),
        Cell.of(a.severity()),
        Cell.of(a.status().name()),
        Cell.of(a.reason()),
        Cell.of(a.placeName()),
        Cell.of(a.road()),
        Cell.of(a.permitId()),
        Cell.of(a.tripId()),
        Cell.of(a.measured(), 2),
        Cell.of(a.allowed(), 2),
        Cell.of(a.unit()),
        Cell.of(a.ruleVersion()),
        Cell.of(a.revision()),
        Cell.of(r == null ? "" : r.decision().name()),
        Cell.of(r == null ? "" : r.reason()),
        Cell.of(r == null ? "" : r.note()),
        Cell.of(r == null ? "" : r.user()),
        Cell.of(r == null ? null : r.at()));
  }
}
