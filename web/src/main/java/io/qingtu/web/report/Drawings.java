package io.qingtu.web.report;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.ReportInput;

/**
 * The maps of a report as SVG; empty where there is nothing to draw.
 *
 * @param overview confirmed dumps and missed roads, small
 * @param sweeping passes and coverage
 * @param violations confirmed violations by kind and grade
 * @param routes permitted routes and the ways taken of the company with the lowest index
 */
record Drawings(String overview, String sweeping, String violations, String routes) {
  /** Millimetres of a map. */
  private static final double WIDTH = 156;

  private static final double HEIGHT = 104;

  static Drawings of(ReportInput input, PeriodReport report, Sources sources) {
    CityPlan plan = input.plan();
    return new Drawings(
        CityMap.draw(plan, report, WIDTH, HEIGHT),
        SweepMap.draw(plan, report.cleaning().segments(), WIDTH, HEIGHT),
        ViolationMap.draw(plan, report, WIDTH, HEIGHT),
        RouteMap.draw(input, report, sources));
  }
}
