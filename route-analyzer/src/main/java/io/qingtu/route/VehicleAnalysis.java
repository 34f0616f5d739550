package io.qingtu.route;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.sweep.WorkRecord;
import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.List;

/**
 * The step function of one vehicle: fixes in, findings out. It reads no clock and does no I/O;
 * live, batch and replay feed the same object. Fixes must come in the order of their fix time; one
 * that is older than the newest is the caller's reason to begin a new analysis from an earlier
 * moment.
 */
public final class VehicleAnalysis {
  private final Vehicle vehicle;

  public VehicleAnalysis(RuleSet rules, Vehicle vehicle) {
    this.vehicle = vehicle;
  }

  /** Takes the next fix and returns the alerts that it raised or changed. */
  public List<Alert> accept(Position fix) {
    return List.of();
  }

  /**
   * Fires the deadlines up to an event time at which nothing new has come; returns the alerts
   * raised or changed.
   */
  public List<Alert> advance(Instant eventTime) {
    return List.of();
  }

  /** The period is over: judges what waited for more. No fix may follow. */
  public List<Alert> finish(Instant periodEnd) {
    return List.of();
  }

  /** All findings so far; may be called at any time. */
  public VehicleFindings findings() {
    return new VehicleFindings(
        vehicle, List.of(), List.of(), WorkRecord.NONE, List.of(), List.of(), List.of());
  }
}
