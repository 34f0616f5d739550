package io.qingtu.route.rule;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.Parameters;
import org.locationtech.jts.geom.Envelope;

/**
 * What the rules run with: the city's plan, the parameters, and the indexes made from both.
 * Immutable and shared; a new plan makes a new rule set.
 */
public final class RuleSet {
  /** Version of the rule catalogue, raised with every change of what a rule means. */
  public static final String VERSION = "1.0";

  private final CityPlan plan;
  private final Parameters parameters;
  private final LocalPlane plane;
  private final SegmentGrid roads;
  private final CleaningPlan cleaning;

  public RuleSet(CityPlan plan, Parameters parameters) {
    this.plan = plan;
    this.parameters = parameters;
    Envelope extent = new Envelope();
    plan.places().forEach(p -> extent.expandToInclude(p.polygon().getEnvelopeInternal()));
    plan.segments().forEach(s -> extent.expandToInclude(s.line().getEnvelopeInternal()));
    plan.routes().forEach(r -> extent.expandToInclude(r.line().getEnvelopeInternal()));
    this.plane =
        extent.isNull()
            ? new LocalPlane(0, 0)
            : new LocalPlane(extent.centre().x, extent.centre().y);
    this.roads = new SegmentGrid(plan.segments(), plane);
    this.cleaning = new CleaningPlan(plan.requirements());
  }

  public CityPlan plan() {
    return plan;
  }

  public Parameters parameters() {
    return parameters;
  }

  public LocalPlane plane() {
    return plane;
  }

  public SegmentGrid roads() {
    return roads;
  }

  public CleaningPlan cleaning() {
    return cleaning;
  }

  /** As alerts carry it: catalogue version and fingerprint of the parameters. */
  public String version() {
    return VERSION + "+" + parameters.fingerprint();
  }
}
