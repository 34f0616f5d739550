package io.qingtu.web.report;

import io.qingtu.route.report.Brief;
import io.qingtu.route.report.MissedSegment;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.RedBlack.Listed;
import io.qingtu.route.report.Violations;
import io.qingtu.route.rule.RuleNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Section 9 as a draft from the figures, for somebody to write on; a line a point. */
final class Advice {
  private static final int NAMED = 3;

  private Advice() {}

  static String draft(PeriodReport report) {
    List<String> points = new ArrayList<>();
    List<Listed> black = report.scores().lists().black();
    if (!black.isEmpty()) {
      points.add(
          "对列入黑榜的" + Brief.names(black.stream().map(Listed::company).toList()) + "进行约谈，督促整改并复查。");
    }
    report.haulage().violations().stream()
        .filter(t -> t.confirmed() > 0)
        .max(Comparator.comparingLong(Violations.Type::confirmed))
        .ifPresent(
            t ->
                points.add("针对确认最多的" + RuleNames.zh(t.rule()) + "（" + t.confirmed() + "起）开展专项检查。"));
    List<MissedSegment> missed = report.cleaning().missed();
    if (!missed.isEmpty()) {
      points.add(
          "对"
              + missed.stream()
                  .map(MissedSegment::road)
                  .distinct()
                  .limit(NAMED)
                  .map(Brief::name)
                  .collect(Collectors.joining("、"))
              + "等漏扫路段安排补扫，作业单位说明原因。");
    }
    long overdue = report.cases().flow().city().overdue();
    if (overdue > 0) {
      points.add("督办超期未结案件" + overdue + "件。");
    }
    long waiting = report.cases().city().waiting();
    if (waiting > 0) {
      points.add("完成" + waiting + "起未复核报警的复核。");
    }
    return points.isEmpty() ? "保持现有监管力度，关注数据质量。" : String.join("\n", points);
  }
}
