package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import java.time.Duration;
import java.time.Instant;

/**
 * Raised body and falling weight (the machine of M01): ARMED → LIFTING → RAISED → confirmed by a
 * second sensor, unconfirmed where none is usable, or cancelled where the weight stays. A body that
 * is raised at walking speed spreads its load: then only a second sensor can tell.
 */
public final class UnloadMachine {
  private enum State {
    IDLE,
    LIFTING,
    RAISED,
    /** Decided; waits for the body to come down. */
    DONE
  }

  private final Destinations destinations;
  private final Parameters parameters;
  private State state = State.IDLE;
  private Instant start;
  private Instant lastUp;
  private Instant down;
  private LoadEstimate armedBy;

  /** Since when it stands with the body up; null while it rolls. */
  private Instant slowSince;

  private boolean spread;
  private double maxKmh;
  private double sumX;
  private double sumY;
  private int count;
  private double weightBefore = Double.NaN;
  private double weightNow = Double.NaN;
  private boolean weightStayed;
  private boolean upUnloaded;

  /** Whether it has driven since the body came down. */
  private boolean droveOff;

  public UnloadMachine(Destinations destinations, Parameters parameters) {
    this.destinations = destinations;
    this.parameters = parameters;
  }

  /**
   * Takes the next fix.
   *
   * @param load the estimate before this fix
   * @return the unloading that this fix decided; null where none
   */
  public Unload accept(CleanFix fix, Sensors s, LoadEstimate load, OpenTrip trip) {
    weightNow = s.weightT();
    if (s.lift() == Lift.UP) {
      up(fix, load);
    } else {
      notUp(fix);
    }
    if (state != State.RAISED) {
      return null;
    }
    Boolean confirmed = decide(fix.time(), s);
    if (confirmed == null) {
      return null;
    }
    state = s.lift() == Lift.UP ? State.DONE : State.IDLE;
    if (spread && !confirmed) {
      return null;
    }
    double x = sumX / count;
    double y = sumY / count;
    Destinations.Judged where = destinations.judge(x, y, start, trip, armedBy.since());
    return new Unload(
        start,
        lastUp,
        x,
        y,
        confirmed,
        weightBefore,
        weightNow,
        armedBy,
        maxKmh,
        spread,
        where.verdict(),
        where.place());
  }

  private void up(CleanFix fix, LoadEstimate load) {
    boolean walking = fix.speedKmh() <= parameters.get(Parameter.SPREAD_KMH);
    if (state == State.RAISED && droveOff && weightStayed) {
      state = State.IDLE; // it drove on with its load: what comes off now comes off here
    }
    if (state == State.IDLE) {
      // a body that was up before there was a load in it has not been raised to tip that load
      upUnloaded |= !load.loaded(parameters.get(Parameter.CONF_MIN));
      if (!walking || upUnloaded) {
        return;
      }
      begin(fix, load);
    } else if (state == State.LIFTING && !walking) {
      state = State.IDLE;
      return;
    }
    sumX += fix.x();
    sumY += fix.y();
    count++;
    lastUp = fix.time();
    down = null;
    if (state == State.LIFTING || state == State.RAISED && spread) {
      hold(fix);
    }
  }

  private void begin(CleanFix fix, LoadEstimate load) {
    state = State.LIFTING;
    start = fix.time();
    armedBy = load;
    sumX = 0;
    sumY = 0;
    count = 0;
    weightStayed = true;
    slowSince = null;
    droveOff = false;
    spread = true;
    maxKmh = 0;
  }

  /** Raised when it has been up for long enough; no spreading when it stood as long. */
  private void hold(CleanFix fix) {
    long hold = parameters.millis(Parameter.LIFT_HOLD_S);
    maxKmh = Math.max(maxKmh, fix.speedKmh());
    if (fix.speedKmh() > parameters.get(Parameter.LIFT_KMH)) {
      slowSince = null;
    } else if (slowSince == null) {
      slowSince = fix.time();
    }
    if (slowSince != null && Duration.between(slowSince, fix.time()).toMillis() >= hold) {
      spread = false;
    }
    if (Duration.between(start, fix.time()).toMillis() >= hold) {
      state = State.RAISED;
    }
  }

  private void notUp(CleanFix fix) {
    upUnloaded = false;
    if (state == State.IDLE) {
      weightBefore = weightNow;
    } else if (state != State.RAISED) {
      state = State.IDLE;
    } else if (down == null) {
      down = fix.time();
    } else {
      droveOff |= fix.speedKmh() > parameters.get(Parameter.LIFT_KMH);
    }
  }

  /** Whether confirmed; null while open or, with the state back to IDLE, cancelled. */
  private Boolean decide(Instant now, Sensors s) {
    boolean weighed = !Double.isNaN(weightNow) && weightBefore > 0;
    boolean told = s.load() != Load.UNKNOWN;
    if (!weighed && !told) {
      if (spread && down != null) {
        state = State.IDLE; // nothing has told what became of the load
      }
      return spread ? null : false;
    }
    long window = parameters.millis(Parameter.DROP_WINDOW_S);
    boolean inTime = Duration.between(start, now).toMillis() <= window;
    boolean fell = weighed && weightNow <= weightBefore * (1 - parameters.get(Parameter.DROP_FRAC));
    if (inTime && (fell || s.load() == Load.EMPTY)) {
      return true;
    }
    boolean changed =
        weighed
            ? Math.abs(weightNow - weightBefore)
                > weightBefore * parameters.get(Parameter.WEIGHT_SAME)
            : s.load() == Load.PARTIAL;
    weightStayed &= !changed;
    if (down == null || Duration.between(down, now).toMillis() < window) {
      return null;
    }
    if (weightStayed) {
      state = State.IDLE;
      return null;
    }
    return false;
  }
}
