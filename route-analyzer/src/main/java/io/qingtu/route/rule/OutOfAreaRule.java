package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder.Kind;
import io.qingtu.route.track.CleanFix;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * S10 越界作业: works far from every road that the plan gives its contractor, without an order: an
 * emergency, a vehicle in whose place it goes, or an event where it works.
 */
public final class OutOfAreaRule extends LastingRule {
  private final RuleSet rules;
  private final String plate;
  private final AtWork work;
  private final Optional<SegmentGrid> area;
  private final double margin;
  private CleanFix inside;
  private double reach;

  public OutOfAreaRule(RuleSet rules, Vehicle vehicle) {
    super(new AlertSeries("S10", rules, vehicle), least(rules.parameters()));
    this.rules = rules;
    this.plate = vehicle.plate();
    this.work = new AtWork(rules, vehicle);
    this.area = rules.sanitation().areas().of(vehicle);
    this.margin = rules.parameters().get(Parameter.AREA_M);
  }

  private static Least least(Parameters p) {
    return new Least(p.get(Parameter.AREA_S), 0, p.get(Parameter.PAUSE_S));
  }

  @Override
  Held held(Moment m) {
    if (area.isEmpty() || !work.operates(m) || !isOutside(m.fix())) {
      return Held.NOT;
    }
    String segment = work.segmentAt(m);
    return isOrdered(segment, m.time()) ? Held.NOT : new Held(true, segment);
  }

  /** Where the last look found the area near, none is needed for as far as it was within it. */
  private boolean isOutside(CleanFix fix) {
    if (inside != null && fix.distanceTo(inside) < reach) {
      return false;
    }
    List<Hit> near = area.orElseThrow().near(fix.x(), fix.y(), margin);
    inside = near.isEmpty() ? null : fix;
    reach = near.isEmpty() ? 0 : margin - near.get(0).distance();
    return near.isEmpty();
  }

  private boolean isOrdered(String segment, Instant t) {
    return rules.orders().inForce(plate, Kind.EMERGENCY, t)
        || rules.orders().inForce(plate, Kind.SUBSTITUTE, t)
        || rules.sanitation().exemptions().inForce(Exemption.Kind.EVENT, work.op(), segment, t);
  }

  @Override
  void describe(AlertDraft alert, Spell outside) {
    alert
        .severity(2)
        .measured(outside.seconds(), rules.parameters().get(Parameter.AREA_S), "s")
        .because("work sensor", work.sensor() + " ON")
        .because("distance to the contractor's roads ≥ area_margin", "> " + margin + " m")
        .because("no order", "none")
        .because("time ≥ area_time", Math.round(outside.seconds()) + " s");
  }
}
