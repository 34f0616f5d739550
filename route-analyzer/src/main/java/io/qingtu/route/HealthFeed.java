package io.qingtu.route;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.sweep.IdleShifts;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.SensorHealth;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.trip.HaulMachines;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.TripEvent;
import io.qingtu.route.trip.Visit;
import java.time.Instant;

/** Tells the health of a vehicle's sensors what its trips and shifts show of them (D08). */
final class HealthFeed {
  private final SensorHealth health;
  private final IdleShifts idleShifts;
  private final PlaceIndex places;
  private final double gateMetres;
  private CleanFix previous;

  HealthFeed(RuleSet rules, Vehicle vehicle) {
    health = new SensorHealth(vehicle, rules.parameters());
    places = rules.places();
    gateMetres = rules.parameters().get(Parameter.GATE_FREE);
    idleShifts =
        new IdleShifts(
            vehicle,
            rules.roads(),
            rules.cleaning(),
            rules.sanitation().duties(),
            rules.parameters());
  }

  SensorHealth health() {
    return health;
  }

  /** What the machines found at a fix decides what is believed from the next one on. */
  void learn(CleanFix fix, Sensors fitted, HaulMachines haul) {
    if (fix.afterGap() && (isAtWork(previous) || isAtWork(fix))) {
      health.unseenAtWork();
    }
    previous = fix;
    Visit visit = haul.visit();
    health.place(visit != null && visit.place().kind().isEndPlace());
    if (haul.loadContradictedSince() != null) {
      health.loadContradicted(haul.loadContradictedSince());
    }
    Instant idle = idleShifts.accept(fix, fitted);
    if (idle != null) {
      health.idleThroughShifts(idleShifts.sensor(), idle);
    }
    for (TripEvent e : haul.events()) {
      if (e.type() == TripEvent.Type.BORN) {
        health.tripBegan();
      } else if (e.type() == TripEvent.Type.ENDED && e.trip().endKind().isUnloading()) {
        Place end = e.trip().endPlace();
        boolean allowed = e.trip().endKind() == Trip.EndKind.OK;
        health.tripCompleted(e.at(), allowed && end != null && end.kind() == PlaceKind.DISPOSAL);
      } else if (e.type() == TripEvent.Type.ENDED) {
        health.tripEnded();
      }
    }
  }

  /** Whether it is where loads are taken up, covered and tipped: in a place or at its gate. */
  private boolean isAtWork(CleanFix fix) {
    for (Fenced f : places.near(fix.x(), fix.y())) {
      PlaceKind kind = f.place().kind();
      if ((kind == PlaceKind.SITE || kind.isEndPlace())
          && f.place().validity().contains(fix.time())
          && f.polygon().distance(fix.x(), fix.y()) <= gateMetres) {
        return true;
      }
    }
    return false;
  }
}
