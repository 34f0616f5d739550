package io.qingtu.web.report;

import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.TrendPoint;
import io.qingtu.route.report.Violations;
import io.qingtu.route.report.WeekGrid;
import io.qingtu.route.rule.RuleNames;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Charts over days, hours and periods; all of them say their numbers, too, so that grey suffices.
 */
final class WeekCharts {
  private static final double WIDTH = 156;
  private static final double LEFT = 14;
  private static final double CELL = 5.8;
  private static final double ROW = 5.2;
  private static final double TEXT = 2.6;
  private static final String[] DAYS = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};

  private WeekCharts() {}

  /** A cell for each hour of the week: the darker the more, with its number in it. */
  static String heat(WeekGrid grid) {
    Svg svg = new Svg(WIDTH, 7 * ROW + 5);
    long most = Math.max(1, grid.most());
    for (int d = 0; d < 7; d++) {
      double y = d * ROW;
      svg.text(LEFT - 2, y + 3.6, TEXT, "end", DAYS[d]);
      for (int h = 0; h < 24; h++) {
        long n = grid.days().get(d).get(h);
        double x = LEFT + h * CELL;
        svg.polygon(corners(x, y, CELL, ROW), grey(n, most), "#999999", 0.12);
        if (n > 0) {
          svg.text(x + CELL / 2, y + 3.6, 2.3, "middle", Long.toString(n));
        }
      }
    }
    for (int h = 0; h < 24; h++) {
      svg.text(LEFT + (h + 0.5) * CELL, 7 * ROW + 3.4, TEXT, "middle", Integer.toString(h));
    }
    svg.text(LEFT - 2, 7 * ROW + 3.4, TEXT, "end", "时");
    return svg.toHtml();
  }

  private static String corners(double x, double y, double w, double h) {
    return String.format(
        Locale.ROOT,
        "%.2f,%.2f %.2f,%.2f %.2f,%.2f %.2f,%.2f",
        x,
        y,
        x + w,
        y,
        x + w,
        y + h,
        x,
        y + h);
  }

  /** White for nothing; never so dark that black letters could not be read on it. */
  private static String grey(long n, long most) {
    long level = n == 0 ? 255 : Math.round(238 - 98.0 * n / most);
    return String.format(Locale.ROOT, "#%02x%02x%02x", level, level, level);
  }

  /** Confirmed violations by type, the most first, with the share of all up to each. */
  static String pareto(List<Violations.Type> types) {
    List<Violations.Type> confirmed =
        types.stream()
            .filter(t -> t.confirmed() > 0)
            .sorted(Comparator.comparingLong(t -> -t.confirmed()))
            .toList();
    double all = confirmed.stream().mapToLong(Violations.Type::confirmed).sum();
    Svg svg = new Svg(WIDTH, 2 + 6 * confirmed.size());
    double sum = 0;
    double y = 1;
    double scale = 70 / Math.max(1, confirmed.isEmpty() ? 1 : confirmed.get(0).confirmed());
    for (Violations.Type t : confirmed) {
      sum += t.confirmed();
      svg.text(36, y + 3.4, 3, "end", RuleNames.zh(t.rule()));
      double w = t.confirmed() * scale;
      svg.bar(38, y, w, 4.2, Svg.Fill.SOLID);
      String share = String.format(Locale.ROOT, "%.0f%%", sum / all * 100);
      svg.text(38 + w + 1.5, y + 3.4, 3, "start", t.confirmed() + "起，累计" + share);
      y += 6;
    }
    return svg.toHtml();
  }

  /** Two small charts beside each other, each with a scale of its own. */
  static String trend(List<TrendPoint> points) {
    Svg svg = new Svg(WIDTH, 38);
    line(svg, 0, points, "每百趟违规数", TrendPoint::perHundred, 1);
    line(svg, 80, points, "上线率（%）", TrendPoint::online, 100);
    return svg.toHtml();
  }

  private static void line(
      Svg svg,
      double left,
      List<TrendPoint> points,
      String name,
      Function<TrendPoint, Ratio> value,
      double unit) {
    svg.text(left + 38, 3, 3, "middle", name);
    svg.line(left + 4, 31, left + 74, 31, "#666666", 0.25);
    double most =
        points.stream().map(value).filter(Ratio::isKnown).mapToDouble(Ratio::value).max().orElse(1);
    double step = 70.0 / Math.max(1, points.size());
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double x = left + 4 + (i + 0.5) * step;
      svg.text(x, 35, 2.3, "middle", PeriodWords.brief(points.get(i).period()));
      Ratio r = value.apply(points.get(i));
      if (r.isKnown()) {
        double y = 30 - 20 * (most == 0 ? 0 : r.value() / most);
        path.append(String.format(Locale.ROOT, "%.2f,%.2f ", x, y));
        svg.circle(x, y, 0.7, Svg.INK, Svg.INK);
        svg.text(x, y - 1.6, 2.3, "middle", Wording.number(r.value() * unit, 1));
      }
    }
    svg.polyline(path.toString().strip(), Svg.INK, 0.4);
  }
}
