package io.qingtu.web.report;

import io.qingtu.route.report.WeeklyReport;

/** The figures of {@link SyntheticWeek}, made once. */
final class SyntheticWeekFigures {
  static final WeeklyReport REPORT = WeeklyReport.of(SyntheticWeek.input());

  private SyntheticWeekFigures() {}
}
