package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.RoadBan;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import java.time.Instant;
import java.util.Optional;

/**
 * S07 高峰作业: works, or drives slowly, on a road in hours in which cleaning vehicles are banned
 * there. A ban that names operations is broken by that work alone, one that names none by driving
 * slowly, too. An emergency order for the vehicle and an event on the road exempt it.
 */
public final class BannedHoursRule extends LastingRule {
  private final RuleSet rules;
  private final Parameters p;
  private final String plate;
  private final AtWork work;
  private RoadBan broken;

  public BannedHoursRule(RuleSet rules, Vehicle vehicle) {
    super(new AlertSeries("S07", rules, vehicle), least(rules.parameters()));
    this.rules = rules;
    this.p = rules.parameters();
    this.plate = vehicle.plate();
    this.work = new AtWork(rules, vehicle);
  }

  private static Least least(Parameters p) {
    return new Least(p.get(Parameter.BAN_S), 0, p.get(Parameter.PAUSE_S));
  }

  @Override
  Held held(Moment m) {
    if (rules.sanitation().bans().isEmpty()) {
      return Held.NOT;
    }
    double v = m.fix().speedKmh();
    boolean works = work.operates(m);
    boolean slow = v >= p.get(Parameter.V_STOP) && v < p.get(Parameter.BAN_KMH);
    if (!works && !slow) {
      return Held.NOT;
    }
    String segment = work.segmentAt(m);
    Optional<RoadBan> ban =
        rules.sanitation().bans().inForce(segment, works ? work.op() : null, m.time());
    if (ban.isEmpty() || isExempt(segment, m.time())) {
      return Held.NOT;
    }
    broken = ban.get();
    return new Held(true, segment);
  }

  private boolean isExempt(String segment, Instant t) {
    return rules.orders().inForce(plate, VehicleOrder.Kind.EMERGENCY, t)
        || rules.sanitation().exemptions().inForce(Exemption.Kind.EVENT, work.op(), segment, t);
  }

  @Override
  void describe(AlertDraft alert, Spell banned) {
    alert
        .severity(2)
        .measured(banned.seconds(), p.get(Parameter.BAN_S), "s")
        .because(
            "ban in force", broken.id() + " " + broken.window().from() + "–" + broken.window().to())
        .because("no emergency order", "none")
        .because("at work, or slower than ban_v", banned.fastestKmh() + " km/h at most")
        .because("time ≥ ban_time", Math.round(banned.seconds()) + " s");
  }
}
