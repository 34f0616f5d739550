package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.WorkSensor;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * S15 低温洒水: water on the road where it may freeze. An exemption of the operation for its weather is
 * an order not to spray, as long as no temperature says that it is warm enough.
 */
public final class UnsafeSprayRule extends LastingRule {
  private static final Set<PlaceKind> OFF_THE_ROAD =
      EnumSet.of(PlaceKind.DEPOT, PlaceKind.WATER_FILL, PlaceKind.WASH, PlaceKind.SLUDGE_DUMP);

  private final RuleSet rules;
  private final Operation op;
  private final boolean fitted;
  private final double freezing;
  private double temperature;

  public UnsafeSprayRule(RuleSet rules, Vehicle vehicle) {
    super(new AlertSeries("S15", rules, vehicle), least(rules.parameters()));
    this.rules = rules;
    this.op = WorkSensor.operationOf(vehicle.kind()).orElseThrow();
    this.fitted = vehicle.has(SensorKind.PUMP);
    this.freezing = rules.parameters().get(Parameter.ICE_C);
  }

  private static Least least(Parameters p) {
    return new Least(p.get(Parameter.SPRAY_S), 0, 0);
  }

  @Override
  Held held(Moment m) {
    boolean sprays =
        fitted
            && m.sensors().pump() == Switch.ON
            && (m.yard() == null || !OFF_THE_ROAD.contains(m.yard().place().kind()));
    return sprays && isUnsafe(m.time()) ? Held.SOMEWHERE : Held.NOT;
  }

  private boolean isUnsafe(Instant t) {
    temperature = rules.sanitation().weather().temperature(t);
    return Double.isNaN(temperature)
        ? rules.sanitation().exemptions().inForce(Exemption.Kind.WEATHER, op, null, t)
        : temperature <= freezing;
  }

  @Override
  void describe(AlertDraft alert, Spell spraying) {
    boolean ordered = Double.isNaN(temperature);
    alert
        .severity(3)
        .measured(temperature, freezing, "°C")
        .reason(ordered ? "order" : "")
        .because("pump", "ON")
        .because(
            ordered ? "weather order for the operation" : "temperature ≤ t_ice",
            ordered ? op.name() : temperature + " ≤ " + freezing + " °C")
        .because("time ≥ spray_time", Math.round(spraying.seconds()) + " s");
  }
}
