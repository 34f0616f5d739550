package io.qingtu.web.report;

import io.qingtu.route.report.PeriodReport;

/** The figures of {@link SyntheticWeek}, made once. */
final class SyntheticWeekFigures {
  static final PeriodReport REPORT = PeriodReport.of(SyntheticWeek.input());

  private SyntheticWeekFigures() {}
}
