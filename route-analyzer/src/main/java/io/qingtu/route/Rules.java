package io.qingtu.route;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.rule.AntennaRule;
import io.qingtu.route.rule.BannedHoursRule;
import io.qingtu.route.rule.CarriedTerminalRule;
import io.qingtu.route.rule.ClockJumpRule;
import io.qingtu.route.rule.Detector;
import io.qingtu.route.rule.DriverRule;
import io.qingtu.route.rule.DrySweepRule;
import io.qingtu.route.rule.DumpRule;
import io.qingtu.route.rule.FrozenPositionRule;
import io.qingtu.route.rule.IdentityRule;
import io.qingtu.route.rule.IdleRule;
import io.qingtu.route.rule.JumpAwayRule;
import io.qingtu.route.rule.LiftWhileDrivingRule;
import io.qingtu.route.rule.LoadedStopRule;
import io.qingtu.route.rule.LongStopRule;
import io.qingtu.route.rule.NoFixRule;
import io.qingtu.route.rule.NotOperatingRule;
import io.qingtu.route.rule.OutOfAreaRule;
import io.qingtu.route.rule.OverspeedRule;
import io.qingtu.route.rule.PayloadRules;
import io.qingtu.route.rule.PermitRules;
import io.qingtu.route.rule.PowerCutRule;
import io.qingtu.route.rule.RouteDeviationRule;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.rule.SeenElsewhereRule;
import io.qingtu.route.rule.SensorFaultRule;
import io.qingtu.route.rule.StopOrderRule;
import io.qingtu.route.rule.TimeWindowRule;
import io.qingtu.route.rule.TooFastRule;
import io.qingtu.route.rule.TripNotCompletedRule;
import io.qingtu.route.rule.UncoveredRule;
import io.qingtu.route.rule.UnsafeSprayRule;
import io.qingtu.route.rule.WashRule;
import io.qingtu.route.rule.WrongDisposalRule;
import io.qingtu.route.rule.WrongSiteLoadRule;
import io.qingtu.route.rule.WrongUnloadRule;
import io.qingtu.route.rule.ZoneEntryRule;
import java.util.ArrayList;
import java.util.List;

/** The rules that watch a vehicle. To add one: its class, and its line here. */
final class Rules {
  private Rules() {}

  /** Fresh detectors for one vehicle, in the order in which they see a fix. */
  static List<Detector> begin(RuleSet rules, Vehicle vehicle) {
    List<Detector> all = new ArrayList<>();
    all.add(new PowerCutRule(rules, vehicle));
    all.add(new AntennaRule(rules, vehicle));
    all.add(new NoFixRule(rules, vehicle));
    all.add(new JumpAwayRule(rules, vehicle));
    all.add(new FrozenPositionRule(rules, vehicle));
    all.add(new ClockJumpRule(rules, vehicle));
    all.add(new SeenElsewhereRule(rules, vehicle));
    all.add(new IdentityRule(rules, vehicle));
    all.add(new CarriedTerminalRule(rules, vehicle));
    all.add(new SensorFaultRule(rules, vehicle));
    if (vehicle.kind() == VehicleKind.MUCK_TRUCK) {
      all.add(new DumpRule(rules, vehicle));
      all.add(new UncoveredRule(rules, vehicle));
      all.add(new RouteDeviationRule(rules, vehicle));
      all.add(new TimeWindowRule(rules, vehicle));
      all.add(new PermitRules(rules, vehicle));
      all.add(new WrongDisposalRule(rules, vehicle));
      all.add(new WrongSiteLoadRule(rules, vehicle));
      all.add(new TripNotCompletedRule(rules, vehicle));
      all.add(new OverspeedRule(rules, vehicle));
      all.add(new ZoneEntryRule(rules, vehicle));
      all.add(new StopOrderRule(rules, vehicle));
      all.add(new DriverRule(rules, vehicle));
      all.add(new WashRule(rules, vehicle));
      all.add(new LiftWhileDrivingRule(rules, vehicle));
      all.add(new PayloadRules(rules, vehicle));
      all.add(new LoadedStopRule(rules, vehicle));
    }
    if (vehicle.kind().cleansRoads()) {
      all.add(new TooFastRule(rules, vehicle));
      all.add(new NotOperatingRule(rules, vehicle));
      all.add(new BannedHoursRule(rules, vehicle));
      all.add(new IdleRule(rules, vehicle));
      all.add(new LongStopRule(rules, vehicle));
      all.add(new OutOfAreaRule(rules, vehicle));
      all.add(new DrySweepRule(rules, vehicle));
      all.add(new UnsafeSprayRule(rules, vehicle));
    }
    if (vehicle.kind() == VehicleKind.COLLECTION_TRUCK) {
      all.add(new LongStopRule(rules, vehicle));
      all.add(new WrongUnloadRule(rules, vehicle));
    }
    return all;
  }
}
