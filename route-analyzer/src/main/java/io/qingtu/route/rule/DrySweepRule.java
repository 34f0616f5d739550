package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.Optional;

/**
 * S14 干扫: the brush turns and no water is sprayed, in dry weather above freezing. Both sensors must
 * be fitted, and the weather known: where it is not, nobody can say that water was needed.
 */
public final class DrySweepRule extends LastingRule {
  private final RuleSet rules;
  private final AtWork work;
  private final boolean fitted;
  private final double freezing;
  private double temperature;

  public DrySweepRule(RuleSet rules, Vehicle vehicle) {
    super(new AlertSeries("S14", rules, vehicle), least(rules.parameters()));
    this.rules = rules;
    this.work = new AtWork(rules, vehicle);
    this.fitted = vehicle.has(SensorKind.BRUSH) && vehicle.has(SensorKind.PUMP);
    this.freezing = rules.parameters().get(Parameter.ICE_C);
  }

  private static Least least(Parameters p) {
    return new Least(p.get(Parameter.DRY_S), 0, 0);
  }

  @Override
  Held held(Moment m) {
    boolean dry =
        fitted
            && m.sensors().brush() == Switch.ON
            && m.sensors().pump() == Switch.OFF
            && work.operates(m);
    return dry && needsWater(m.time()) ? new Held(true, work.segmentAt(m)) : Held.NOT;
  }

  private boolean needsWater(Instant t) {
    temperature = rules.sanitation().weather().temperature(t);
    return temperature >= freezing
        && rules.sanitation().weather().rain(t).equals(Optional.of(false))
        && !rules.sanitation().exemptions().inForce(Exemption.Kind.WEATHER, work.op(), null, t);
  }

  @Override
  void describe(AlertDraft alert, Spell dry) {
    alert
        .severity(2)
        .measured(dry.seconds(), 0, "s")
        .because("brush ON, pump OFF", "both fitted and healthy")
        .because("temperature ≥ t_ice", temperature + " ≥ " + freezing + " °C")
        .because("no rain", "none reported")
        .because("time ≥ dry_time", Math.round(dry.seconds()) + " s");
  }
}
