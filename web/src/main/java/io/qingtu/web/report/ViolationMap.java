package io.qingtu.web.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.ReviewDecision;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The period's confirmed violations where they were: the symbol tells the kind, the colour the
 * grade of proof, and a ring where dumps come together.
 */
final class ViolationMap {
  private static final double LEGEND = 12;

  private final MapSheet sheet;
  private final Svg svg;
  private final double height;

  private ViolationMap(CityPlan plan, double width, double height) {
    this.sheet = new MapSheet(plan, width, height);
    this.svg = new Svg(width, height + LEGEND);
    this.height = height;
  }

  /** The drawing; empty where there are no roads, or nothing to show on them. */
  static String draw(CityPlan plan, PeriodReport report, double width, double height) {
    List<Alert> violations =
        report.events().stream()
            .filter(e -> e.review().filter(ReviewDecision::isConfirmed).isPresent())
            .map(PeriodReport.Event::alert)
            .filter(a -> a.stands() && !Double.isNaN(a.longitude()))
            .sorted(Comparator.comparingInt(Alert::severity))
            .toList();
    List<HotSpot> hotSpots = report.haulage().suspicions().hotSpots();
    if (plan.segments().isEmpty() || violations.isEmpty() && hotSpots.isEmpty()) {
      return "";
    }
    ViolationMap map = new ViolationMap(plan, width, height);
    map.svg.clip(0, 0, width, height);
    for (Segment s : plan.segments()) {
      map.svg.polyline(map.sheet.points(s.line().getCoordinates()), "#c8c8c8", 0.3);
    }
    hotSpots.forEach(map::hotSpot);
    violations.forEach(map::violation);
    map.svg.endClip();
    map.legend();
    return map.svg.toHtml();
  }

  private void violation(Alert a) {
    Coordinate c = new Coordinate(a.longitude(), a.latitude());
    ViolationSymbol.of(a.rule()).draw(svg, sheet.x(c), sheet.y(c), colour(a.grade()));
  }

  /** Dark, middle and white, which a copy in grey keeps apart. */
  private static String colour(Grade grade) {
    return switch (grade) {
      case A -> "#a01010";
      case B -> "#f0a050";
      case C -> "#ffffff";
    };
  }

  private void hotSpot(HotSpot h) {
    Coordinate c = new Coordinate(h.longitude(), h.latitude());
    double radius = Math.max(3.5, h.radius() * sheet.scale());
    svg.circle(sheet.x(c), sheet.y(c), radius, "none", "#000000");
    svg.circle(sheet.x(c), sheet.y(c), radius + 0.8, "none", "#000000");
  }

  private void legend() {
    double y = height + 4;
    double x = 2.5;
    for (ViolationSymbol symbol : ViolationSymbol.values()) {
      symbol.draw(svg, x, y - 1, "#888888");
      svg.text(x + 3, y, 2.9, "start", symbol.title());
      x += 6.5 + symbol.title().length() * 2.9;
    }
    y += 5.5;
    x = 2.5;
    for (Grade grade : Grade.values()) {
      svg.circle(x, y - 1, 1.5, colour(grade), "#000000");
      svg.text(x + 3, y, 2.9, "start", "证据" + grade + "级");
      x += 20;
    }
    svg.circle(x + 1, y - 1, 1.2, "none", "#000000").circle(x + 1, y - 1, 1.9, "none", "#000000");
    svg.text(x + 4, y, 2.9, "start", "倾倒热点");
    svg.text(x + 24, y, 2.9, "start", "上为北");
  }
}
