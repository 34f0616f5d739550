package io.qingtu.route.rule;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.PointIndex;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.Duties;
import io.qingtu.route.plan.ExemptionBook;
import io.qingtu.route.plan.RoadBans;
import io.qingtu.route.plan.WeatherBook;
import io.qingtu.route.sweep.ContractorAreas;

/** What the rules of sanitation vehicles look things up in, made once of a plan. */
public record Sanitation(
    PointIndex points,
    Duties duties,
    ContractorAreas areas,
    RoadBans bans,
    ExemptionBook exemptions,
    WeatherBook weather) {
  static Sanitation of(CityPlan plan, CleaningPlan cleaning, LocalPlane plane) {
    return new Sanitation(
        new PointIndex(plan.collectionPoints(), plane),
        new Duties(cleaning, plan.collectionPoints()),
        new ContractorAreas(plan.segments(), cleaning, plane),
        new RoadBans(plan.records().bans(), plan.segments()),
        new ExemptionBook(plan.exemptions()),
        new WeatherBook(plan.records().weather()));
  }
}
