package io.qingtu.route.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A period in the trend (近八期).
 *
 * @param perHundred 每百趟违规数
 * @param online 上线率
 */
public record TrendPoint(Period period, Ratio perHundred, Ratio online) {
  /** The point of a report. */
  public static TrendPoint of(PeriodReport report) {
    return new TrendPoint(
        report.period(),
        report.overview().perHundred().ratio(),
        report.overview().online().ratio());
  }

  /**
   * The trend up to a report.
   *
   * @param frozen points of the periods before, the oldest first; where the period right before is
   *     not among them, it is as the report compares itself with it
   */
  public static List<TrendPoint> upTo(PeriodReport report, List<TrendPoint> frozen) {
    List<TrendPoint> points = new ArrayList<>(frozen);
    TrendPoint before =
        new TrendPoint(
            report.period().previous(),
            report.overview().perHundred().before(),
            report.overview().online().before());
    boolean isKnown = before.perHundred.isKnown() || before.online.isKnown();
    if (isKnown && points.stream().noneMatch(p -> p.period().equals(before.period))) {
      points.add(before);
    }
    points.add(of(report));
    return List.copyOf(points);
  }
}
