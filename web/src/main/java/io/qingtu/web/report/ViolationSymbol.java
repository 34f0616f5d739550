package io.qingtu.web.report;

import java.util.Locale;

/** What a kind of violation looks like on a map, in shape and not in colour. */
enum ViolationSymbol {
  DUMP("倾倒、去向不明", 0, 3),
  COVER("未密闭", 45, 4),
  ROUTE("路线、禁行", 0, 4),
  PAPERS("证照、联单", 0, 6),
  SPEED("超速", 180, 3),
  CLEANING("环卫作业", 0, 0),
  OTHER("其他", 36, 5);

  private static final double RADIUS = 1.8;

  private final String title;
  private final double turned;
  private final int corners;

  /**
   * @param turned degrees clockwise
   * @param corners 0 for a circle
   */
  ViolationSymbol(String title, double turned, int corners) {
    this.title = title;
    this.turned = turned;
    this.corners = corners;
  }

  String title() {
    return title;
  }

  static ViolationSymbol of(String rule) {
    if (rule.startsWith("S")) {
      return CLEANING;
    }
    if (rule.startsWith("M06")) {
      return PAPERS;
    }
    return switch (rule) {
      case "M01", "M02", "M07" -> DUMP;
      case "M03" -> COVER;
      case "M04", "M05", "M09" -> ROUTE;
      case "M08" -> SPEED;
      default -> OTHER;
    };
  }

  void draw(Svg svg, double x, double y, String fill) {
    if (corners == 0) {
      svg.circle(x, y, RADIUS * 0.85, fill, "#000000");
      return;
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(turned + 360.0 * i / corners);
      points.append(
          String.format(
              Locale.ROOT,
              "%.2f,%.2f ",
              x + RADIUS * Math.sin(angle),
              y - RADIUS * Math.cos(angle)));
    }
    svg.polygon(points.toString().strip(), fill, "#000000", 0.25);
  }
}
