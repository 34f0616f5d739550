package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.StayMachine;
import io.qingtu.route.trip.OpenTrip.Phase;
import io.qingtu.route.trip.Transit.Parking;
import io.qingtu.route.trip.TripEvent.Type;
import java.time.Duration;
import java.time.Instant;

/** Notices a loaded truck that stands for long (SM-6 PARKED_LOADED, M07). */
final class ParkingWatch {
  private final Parameters parameters;
  private StayMachine stays;
  private Instant since;
  private boolean isLong;

  ParkingWatch(Parameters parameters) {
    this.parameters = parameters;
    this.stays = new StayMachine(parameters);
  }

  /** A new trip. */
  void reset() {
    stays = new StayMachine(parameters);
    since = null;
    isLong = false;
  }

  /** When the parking began; null while it does not park. */
  Instant since() {
    return since;
  }

  /**
   * Takes the next fix of a trip, and notes in the trip what it changed.
   *
   * @param allowed whether it may stand where it is
   * @return the step of the trip; null where it has taken none
   */
  Type accept(OpenTrip trip, CleanFix fix, boolean allowed) {
    Type step = step(fix, trip.outTime(), trip.inTransit() && !allowed);
    if (step == null) {
      return null;
    }
    if (trip.inTransit()) {
      trip.phase = step == Type.UNPARKED ? Phase.LOADED_TRANSIT : Phase.PARKED_LOADED;
    }
    if (step == Type.PARKED) {
      trip.parkings.add(new Parking(since, fix.time(), null));
    } else if (step == Type.UNPARKED) {
      Parking last = trip.parkings.remove(trip.parkings.size() - 1);
      trip.parkings.add(new Parking(last.from(), last.noticed(), fix.time()));
    }
    return step;
  }

  private Type step(CleanFix fix, Instant notBefore, boolean counts) {
    stays.accept(fix);
    if (since != null) {
      if (!counts || stays.start().isAfter(since)) {
        since = null;
        isLong = false;
        return Type.UNPARKED;
      }
      if (!isLong && stays.millis() >= parameters.millis(Parameter.PARKED_LONG_S)) {
        isLong = true;
        return Type.PARKED_LONG;
      }
      return null;
    }
    if (!counts || stays.millis() < parameters.millis(Parameter.PARKED_S)) {
      return null;
    }
    Instant from = stays.start().isBefore(notBefore) ? notBefore : stays.start();
    if (Duration.between(from, stays.end()).toMillis() >= parameters.millis(Parameter.PARKED_S)) {
      since = from;
      return Type.PARKED;
    }
    return null;
  }
}
