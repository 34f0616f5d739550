package io.qingtu.web.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.report.MissedSegment;
import io.qingtu.route.report.PeriodReport;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** The overview's small map: roads, sites and grounds, missed roads, confirmed dumps. */
final class CityMap {
  private final double height;
  private final MapSheet sheet;
  private final Svg svg;

  private CityMap(CityPlan plan, double width, double height) {
    this.height = height;
    this.sheet = new MapSheet(plan, width, height);
    this.svg = new Svg(width, height + 6);
  }

  /** The drawing; empty where the plan has no roads. */
  static String draw(CityPlan plan, PeriodReport report, double widthMm, double heightMm) {
    if (plan.segments().isEmpty()) {
      return "";
    }
    CityMap map = new CityMap(plan, widthMm, heightMm);
    map.roads(plan, report);
    map.places(plan);
    report.haulage().suspicions().confirmed().forEach(map::dump);
    map.legend();
    return map.svg.toHtml();
  }

  private void roads(CityPlan plan, PeriodReport report) {
    Set<String> missed =
        report.cleaning().missed().stream()
            .map(MissedSegment::segmentId)
            .collect(Collectors.toSet());
    for (Segment s : plan.segments()) {
      svg.polyline(sheet.points(s.line().getCoordinates()), "#b5b5b5", 0.35);
    }
    for (Segment s : plan.segments()) {
      if (missed.contains(s.id())) {
        svg.polyline(sheet.points(s.line().getCoordinates()), "#000000", 1.1);
        svg.polyline(sheet.points(s.line().getCoordinates()), "#ffffff", 0.4);
      }
    }
  }

  private void places(CityPlan plan) {
    for (Place p : plan.places()) {
      if (p.polygon().isEmpty() || !MapSheet.isDrawn(p.kind())) {
        continue;
      }
      Coordinate c = p.polygon().getCentroid().getCoordinate();
      if (p.kind() == PlaceKind.SITE) {
        square(sheet.x(c), sheet.y(c));
      } else {
        svg.circle(sheet.x(c), sheet.y(c), 1.2, "#ffffff", Svg.INK);
      }
    }
  }

  private void square(double x, double y) {
    svg.bar(x - 1, y - 1, 2, 2, Svg.Fill.SOLID);
  }

  private void dump(Alert a) {
    if (!Double.isNaN(a.longitude())) {
      Coordinate c = new Coordinate(a.longitude(), a.latitude());
      triangle(sheet.x(c), sheet.y(c));
    }
  }

  private void triangle(double x, double y) {
    String points =
        String.format(
            Locale.ROOT,
            "%.2f,%.2f %.2f,%.2f %.2f,%.2f",
            x,
            y - 2.2,
            x - 2,
            y + 1.4,
            x + 2,
            y + 1.4);
    svg.polygon(points, "#c00000", "#000000", 0.3);
  }

  private void legend() {
    double y = height + 3.5;
    square(2, y);
    svg.text(4.5, y + 1.1, 3, "start", "出土工地");
    svg.circle(26, y, 1.2, "#ffffff", Svg.INK);
    svg.text(28.5, y + 1.1, 3, "start", "消纳去处");
    triangle(50, y);
    svg.text(53.5, y + 1.1, 3, "start", "确认的倾倒、去向不明");
    svg.line(90, y, 97, y, "#000000", 1.1).line(90, y, 97, y, "#ffffff", 0.4);
    svg.text(98.5, y + 1.1, 3, "start", "漏扫路段");
    svg.text(124, y + 1.1, 3, "start", "上为北");
  }
}
