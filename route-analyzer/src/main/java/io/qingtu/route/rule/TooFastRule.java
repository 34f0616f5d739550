package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;

/** S04 作业超速: works faster than its operation allows. Bursts at a junction are too short for it. */
public final class TooFastRule extends LastingRule {
  private final AtWork work;
  private final double warnKmh;

  /**
   * @throws IllegalArgumentException where the vehicle's kind does no work on the road
   */
  public TooFastRule(RuleSet rules, Vehicle vehicle) {
    super(new AlertSeries("S04", rules, vehicle), least(rules.parameters()));
    this.work = new AtWork(rules, vehicle);
    this.warnKmh = rules.parameters().get(work.op().warnSpeed());
  }

  private static Least least(Parameters p) {
    return new Least(p.get(Parameter.FAST_S), p.get(Parameter.FAST_M), 0);
  }

  @Override
  Held held(Moment m) {
    return m.fix().speedKmh() > warnKmh && work.operates(m)
        ? new Held(true, work.segmentAt(m))
        : Held.NOT;
  }

  @Override
  void describe(AlertDraft alert, Spell fast) {
    alert
        .severity(2)
        .measured(fast.fastestKmh(), warnKmh, "km/h")
        .because("work sensor", work.sensor() + " ON")
        .because(
            "speed > v_warn", Math.round(fast.fastestKmh() * 10) / 10.0 + " > " + warnKmh + " km/h")
        .because("time ≥ fast_time", Math.round(fast.seconds()) + " s")
        .because("way ≥ fast_way", Math.round(fast.metres()) + " m");
  }
}
