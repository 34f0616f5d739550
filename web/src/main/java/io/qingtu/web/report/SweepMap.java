package io.qingtu.web.report;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.report.SegmentCleaning;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The period's sweeping: a road is as wide as its passes are done and as dark as it is covered; one
 * of which nothing can be said is dashed, which is neither.
 */
final class SweepMap {
  private static final double NARROW = 0.3;
  private static final double WIDE = 1.5;
  private static final String DASHED = "2 1.2";

  private SweepMap() {}

  /** The drawing; empty where nothing was required of any road. */
  static String draw(CityPlan plan, List<SegmentCleaning> segments, double width, double height) {
    if (plan.segments().isEmpty() || segments.isEmpty()) {
      return "";
    }
    Map<String, SegmentCleaning> byId =
        segments.stream()
            .collect(Collectors.toMap(SegmentCleaning::segmentId, Function.identity()));
    MapSheet sheet = new MapSheet(plan, width, height);
    Svg svg = new Svg(width, height + 6);
    for (Segment s : plan.segments()) {
      SegmentCleaning c = byId.get(s.id());
      String line = sheet.points(s.line().getCoordinates());
      if (c == null) {
        svg.polyline(line, "#d0d0d0", 0.2);
      } else if (c.isUnobserved()) {
        svg.dashed(line, "#000000", 0.5, DASHED);
      } else {
        svg.polyline(line, shade(c.coverage().value()), wide(c.frequency().value()));
      }
    }
    legend(svg, height + 3.5);
    return svg.toHtml();
  }

  private static double wide(double share) {
    return NARROW + (WIDE - NARROW) * Math.min(1, Math.max(0, share));
  }

  /** From light to dark; what is not known is the lightest. */
  private static String shade(double coverage) {
    double c = Double.isNaN(coverage) ? 0 : Math.min(1, Math.max(0, coverage));
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(200 - 169 * c),
        Math.round(210 - 152 * c),
        Math.round(220 - 125 * c));
  }

  private static void legend(Svg svg, double y) {
    svg.line(2, y, 10, y, shade(1), wide(1));
    svg.text(11.5, y + 1.1, 3, "start", "频次足、覆盖全");
    svg.line(38, y, 46, y, shade(1), wide(0.3));
    svg.text(47.5, y + 1.1, 3, "start", "频次不足（细）");
    svg.line(74, y, 82, y, shade(0.3), wide(1));
    svg.text(83.5, y + 1.1, 3, "start", "覆盖不足（浅）");
    svg.dashed(String.format(Locale.ROOT, "110,%.2f 118,%.2f", y, y), "#000000", 0.5, DASHED);
    svg.text(119.5, y + 1.1, 3, "start", "未观测");
    svg.text(140, y + 1.1, 3, "start", "上为北");
  }
}
