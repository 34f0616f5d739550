package io.qingtu.route.report;

/**
 * A week in the trend (近八周).
 *
 * @param perHundred 每百趟违规数
 * @param online 上线率
 */
public record TrendPoint(Week week, Ratio perHundred, Ratio online) {
  /** The point of a report. */
  public static TrendPoint of(WeeklyReport report) {
    return new TrendPoint(
        report.week(), report.overview().perHundred().ratio(), report.overview().online().ratio());
  }
}
