package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rules about terminals that only the whole city's vehicles show: D05 to D07, D09, D10, D12.
 */
public final class CityTerminals {
  private final RuleSet rules;
  private final List<WatchedVehicle> vehicles;
  private final PlatformOutage outage;

  /**
   * @param outage that knows the silences of all vehicles
   */
  public CityTerminals(RuleSet rules, Collection<WatchedVehicle> vehicles, PlatformOutage outage) {
    this.rules = rules;
    this.vehicles = new ArrayList<>(vehicles);
    this.vehicles.sort(Comparator.comparing(WatchedVehicle::plate));
    this.outage = outage;
  }

  /**
   * @param alerts of the vehicles, those of radio holes and outages suppressed already
   * @param settled until when days must have ended to be judged
   * @return these alerts, some of them explained, and those of the city
   */
  public List<Alert> judge(List<Alert> alerts, Instant periodStart, Instant asOf, Instant settled) {
    List<Alert> judged = new Jamming(rules, vehicles).judge(alerts);
    judged.addAll(new TravelTogether(rules, vehicles).judge());
    judged.addAll(new SelectiveGaps(rules, alerts).judge(vehicles));
    judged.addAll(new SilentDays(rules, outage).judge(vehicles, periodStart, asOf));
    DriftRate drift = new DriftRate(rules);
    for (WatchedVehicle v : vehicles) {
      judged.addAll(drift.judge(v.quality(), settled));
    }
    return judged;
  }
}
