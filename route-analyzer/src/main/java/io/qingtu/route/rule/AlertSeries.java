package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.OpenTrip;
import java.time.Duration;
import java.time.Instant;

/**
 * The alerts of one rule on one vehicle. A violation that restarts soon after the last one, or in
 * the same trip without a long compliant stretch between, continues that alert.
 */
final class AlertSeries {
  private final String rule;
  private final String plate;
  private final String version;
  private final long rearm;
  private final long rearmInTrip;
  private AlertDraft last;

  AlertSeries(String rule, RuleSet rules, Vehicle vehicle) {
    this.rule = rule;
    this.plate = vehicle.plate();
    this.version = rules.version();
    Parameters p = rules.parameters();
    rearm = p.millis(Parameter.REARM_S);
    rearmInTrip = p.millis(Parameter.REARM_TRIP_S);
  }

  /** A new alert, or the last one taken up again. */
  AlertDraft begin(Instant start, Instant decided, CleanFix at, OpenTrip trip) {
    String tripId = trip == null ? "" : trip.id();
    if (last != null && last.end() != null && continues(start, tripId)) {
      return last.reopen();
    }
    last =
        new AlertDraft(rule, plate, version, start, decided)
            .trip(tripId)
            .permit(trip == null ? "" : trip.permitId());
    if (at != null) {
      last.at(at.position().longitude(), at.position().latitude());
    }
    return last;
  }

  /** The last alert was none: nothing continues it. */
  void forget() {
    last = null;
  }

  private boolean continues(Instant start, String tripId) {
    long pause = Duration.between(last.end(), start).toMillis();
    boolean sameTrip = !tripId.isEmpty() && tripId.equals(last.tripId());
    return pause <= rearm || sameTrip && pause < rearmInTrip;
  }
}
