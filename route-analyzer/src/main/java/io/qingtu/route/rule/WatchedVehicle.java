package io.qingtu.route.rule;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Silence;
import io.qingtu.route.track.VehicleDayQuality;
import java.util.List;

/** What the rules about terminals need of one vehicle to judge the whole city. */
public record WatchedVehicle(
    Vehicle vehicle,
    TerminalWatch.Findings terminal,
    List<Silence> silences,
    List<VehicleDayQuality> quality) {
  String plate() {
    return vehicle.plate();
  }
}
