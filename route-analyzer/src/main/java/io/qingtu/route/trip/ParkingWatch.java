package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.StayMachine;
import io.qingtu.route.track.StayMachine.Stay;
import java.time.Duration;
import java.time.Instant;

/** Notices a loaded truck that stands for long (SM-6 PARKED_LOADED, M07). */
final class ParkingWatch {
  /** What a fix changed. */
  enum Change {
    NONE,
    PARKED,
    PARKED_LONG,
    LEFT
  }

  private final Parameters parameters;
  private StayMachine stays;
  private Instant since;
  private boolean isLong;
  private long parkedMillis;

  ParkingWatch(Parameters parameters) {
    this.parameters = parameters;
    this.stays = new StayMachine(parameters);
  }

  /** A new trip. */
  void reset() {
    stays = new StayMachine(parameters);
    since = null;
    isLong = false;
    parkedMillis = 0;
  }

  /** When the parking began; null while it does not park. */
  Instant since() {
    return since;
  }

  /** Time parked in this trip so far. */
  long parkedMillis() {
    return parkedMillis;
  }

  Change accept(CleanFix fix, Instant notBefore, boolean counts) {
    stays.accept(fix);
    Stay stay = stays.current();
    if (since != null) {
      if (!counts || stay.start().isAfter(since)) {
        parkedMillis += Duration.between(since, fix.time()).toMillis();
        since = null;
        isLong = false;
        return Change.LEFT;
      }
      if (!isLong && stay.duration().toMillis() >= parameters.millis(Parameter.PARKED_LONG_S)) {
        isLong = true;
        return Change.PARKED_LONG;
      }
      return Change.NONE;
    }
    Instant from = stay.start().isBefore(notBefore) ? notBefore : stay.start();
    if (counts
        && Duration.between(from, stay.end()).toMillis() >= parameters.millis(Parameter.PARKED_S)) {
      since = from;
      return Change.PARKED;
    }
    return Change.NONE;
  }
}
