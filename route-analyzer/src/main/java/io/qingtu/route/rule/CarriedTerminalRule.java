package io.qingtu.route.rule;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.AlarmFlag;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Position;

/**
 * D07 车机分离, way (c): the terminal travels on its own battery while ignition and recorder of its
 * vehicle say that it stands. Of the supply voltage only the alarm flags are known; a vehicle that
 * is towed still feeds its terminal. Without a recorder nothing can be said.
 */
public final class CarriedTerminalRule implements Detector.OfMoments {
  private static final int STEPS = 3;

  private final RuleSet rules;
  private final Parameters p;
  private final String plate;
  private final AlertSeries series;
  private CleanFix from;
  private int steps;

  public CarriedTerminalRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.plate = vehicle.plate();
    this.series = new AlertSeries("D07", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    CleanFix fix = m.fix();
    if (!standsUnfed(fix.position())) {
      from = null;
      return;
    }
    if (from == null || m.gap() != null) {
      from = fix;
      steps = 0;
      return;
    }
    steps += m.stepMetres() > 0 ? 1 : 0;
    double metres = fix.distanceTo(from);
    if (metres > p.get(Parameter.CARRIED_M)
        && steps >= STEPS
        && !rules.orders().inForce(plate, VehicleOrder.Kind.INSTALL, fix.time())) {
      out.raise(
          series
              .begin(from.time(), fix.time(), from, null)
              .end(fix.time())
              .severity(3)
              .grade(Grade.B)
              .reason("carried")
              .measured(Math.round(metres), p.get(Parameter.CARRIED_M), "m")
              .because("ignition", "off")
              .because("recorder speed", "0 km/h")
              .because("supply", "cut or too low")
              .because("moved > carried_m", Math.round(metres) + " m")
              .build());
    }
  }

  private boolean standsUnfed(Position raw) {
    return !raw.accOn()
        && raw.vssKmh() < p.get(Parameter.V_STOP)
        && (AlarmFlag.POWER_CUT.in(raw.alarmBits()) || AlarmFlag.UNDERVOLTAGE.in(raw.alarmBits()));
  }
}
