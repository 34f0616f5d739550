package io.qingtu.route.law;

import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.VehicleKind;
import java.util.List;
import java.util.Set;

/**
 * A vehicle-day as a list of acts, so that one that breaks a law shrinks to the few that matter.
 *
 * @param hour of its begin, hours after six in the morning
 * @param seed of the noise of its receiver
 * @param glitches what its terminal and its link do to the fixes
 */
record Story(
    VehicleKind kind,
    Set<SensorKind> sensors,
    int hour,
    long seed,
    List<Act> acts,
    List<Glitch> glitches) {
  /**
   * @param amount 1 to 10
   */
  record Act(Deed deed, int amount) {}

  /**
   * @param at which fix it meets, in shares of 1/1000 of the day
   * @param amount 1 to 10
   */
  record Glitch(Mishap mishap, int at, int amount) {}
}
