package io.qingtu.route.report;

import java.util.ArrayList;
import java.util.List;

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

  /**
   * The trend up to a report.
   *
   * @param frozen points of the weeks before, the oldest first; where the week right before is not
   *     among them, it is as the report compares itself with it
   */
  public static List<TrendPoint> upTo(WeeklyReport report, List<TrendPoint> frozen) {
    List<TrendPoint> points = new ArrayList<>(frozen);
    TrendPoint before =
        new TrendPoint(
            report.week().previous(),
            report.overview().perHundred().before(),
            report.overview().online().before());
    boolean isKnown = before.perHundred.isKnown() || before.online.isKnown();
    if (isKnown && points.stream().noneMatch(p -> p.week().equals(before.week))) {
      points.add(before);
    }
    points.add(of(report));
    return List.copyOf(points);
  }
}
