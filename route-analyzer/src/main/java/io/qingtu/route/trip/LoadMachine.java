package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.PayloadScale;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.trip.LoadEstimate.Source;
import io.qingtu.route.trip.LoadEstimate.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Estimates the load (SM-4). A weight or load sensor that can be used rules; the lift and the
 * visits of places speak only where none can.
 */
public final class LoadMachine {
  /** How long one source has said the same. */
  private static final class Claim {
    private State state = State.UNKNOWN;
    private Instant since = Instant.MIN;

    void hear(State said, Instant at) {
      if (said != state) {
        state = said;
        since = at;
      }
    }

    State after(Instant now, long hold) {
      return state != State.UNKNOWN && now.toEpochMilli() - since.toEpochMilli() >= hold
          ? state
          : State.UNKNOWN;
    }
  }

  private final Parameters parameters;
  private final PayloadScale scale;
  private final long hold;
  private final Claim weight = new Claim();
  private final Claim bit = new Claim();
  private LoadEstimate estimate = LoadEstimate.UNKNOWN;
  private Instant evidence = Instant.MIN;
  private boolean sensed;
  private Instant conflictSince;
  private boolean conflict;
  private Instant liftedSince;

  public LoadMachine(Vehicle vehicle, Parameters parameters) {
    this.parameters = parameters;
    scale = new PayloadScale(vehicle, parameters);
    hold = parameters.millis(Parameter.LOAD_HOLD_S);
  }

  public LoadEstimate estimate() {
    return estimate;
  }

  /** Since when weight and load sensor have contradicted each other too long; null where not. */
  public Instant contradictedSince() {
    return conflict ? conflictSince : null;
  }

  /** Whether a weight or load sensor tells the load at the last fix. */
  public boolean sensed() {
    return sensed;
  }

  /**
   * Whether a weight or load sensor says at the last fix that the load is off, believed yet or not:
   * one that was silent meanwhile has to say so for a while.
   */
  public boolean saysEmpty() {
    return weight.state == State.EMPTY || bit.state == State.EMPTY;
  }

  /** Takes what the sensors say at the next fix. */
  public void accept(Instant now, Sensors s, double speedKmh, boolean afterGap) {
    if (afterGap) {
      weight.hear(State.UNKNOWN, now);
      bit.hear(State.UNKNOWN, now);
      liftedSince = null;
    }
    weight.hear(said(scale.of(s.weightT())), now);
    bit.hear(said(s.load()), now);
    sensed = !Double.isNaN(s.weightT()) || said(s.load()) != State.UNKNOWN;
    if (!judgeSensors(now) && !sensed) {
      judgeLift(now, s.lift(), speedKmh);
    }
    if (estimate.state() == State.LOADED
        && now.toEpochMilli() - evidence.toEpochMilli() > parameters.millis(Parameter.LOAD_AGE_S)) {
      forget(now);
    }
  }

  /** A loaded truck may have unloaded in a gap that has just ended; a sensor may say otherwise. */
  public void mayBeGone(Instant now) {
    boolean told = weight.state == State.LOADED || bit.state == State.LOADED;
    if (estimate.state() == State.LOADED && !told) {
      forget(now);
    }
  }

  /**
   * It left a site.
   *
   * @param camera what the gate camera saw of the load
   */
  public void leftSite(Visit visit, boolean permitted, Optional<Boolean> camera) {
    if (sensed) {
      return;
    }
    if (camera.isPresent()) {
      State seen = camera.get() ? State.LOADED : State.EMPTY;
      set(seen, Parameter.CONF_CAMERA, Source.CAMERA, visit.exit());
    } else if (visit.dwell(visit.exit()).toMillis() >= parameters.millis(Parameter.SITE_DWELL_S)) {
      Parameter confidence = permitted ? Parameter.CONF_SITE : Parameter.CONF_NO_PERMIT;
      set(State.LOADED, confidence, Source.TRACK, visit.exit());
    }
  }

  /** It left a place where it unloads after a stay that is long enough. */
  public void unloadedAt(Instant at) {
    if (!sensed) {
      set(State.EMPTY, Parameter.CONF_END_PLACE, Source.TRACK, at);
    }
  }

  /** It left such a place too soon: less sure that it is loaded. */
  public void leftTooSoon() {
    if (!sensed && estimate.state() == State.LOADED) {
      double less = Math.max(0, estimate.confidence() - parameters.get(Parameter.CONF_SHORT_VISIT));
      estimate = new LoadEstimate(State.LOADED, less, estimate.source(), estimate.since());
    }
  }

  /** It came to a site: whatever it carried is gone. */
  public void enteredSite(Instant at) {
    if (!sensed) {
      set(State.EMPTY, Parameter.CONF_RETURN, Source.TRACK, at);
    }
  }

  private boolean judgeSensors(Instant now) {
    State w = weight.after(now, hold);
    State b = bit.after(now, hold);
    if (w != State.UNKNOWN && b != State.UNKNOWN && w != b) {
      if (conflictSince == null) {
        conflictSince = now;
      } else if (Duration.between(conflictSince, now).toMillis()
          > parameters.millis(Parameter.CONFLICT_S)) {
        forget(now);
        conflict = true;
      }
      return true;
    }
    conflictSince = null;
    conflict = false;
    State said = w == State.UNKNOWN ? b : w;
    if (said == State.UNKNOWN) {
      return false;
    }
    Instant since = w == State.UNKNOWN ? bit.since : weight.since;
    if (estimate.state() != said || estimate.source() != Source.SENSOR) {
      set(said, Parameter.CONF_SENSOR, Source.SENSOR, since);
    }
    evidence = now;
    return true;
  }

  private void judgeLift(Instant now, Lift lift, double speedKmh) {
    if (lift != Lift.UP || speedKmh > parameters.get(Parameter.LIFT_KMH)) {
      liftedSince = null;
      return;
    }
    if (liftedSince == null) {
      liftedSince = now;
    }
    if (estimate.state() != State.EMPTY
        && Duration.between(liftedSince, now).toMillis()
            >= parameters.millis(Parameter.LIFT_HOLD_S)) {
      set(State.EMPTY, Parameter.CONF_LIFT, Source.LIFT, liftedSince);
    }
  }

  private void forget(Instant now) {
    if (estimate.state() != State.UNKNOWN) {
      estimate = new LoadEstimate(State.UNKNOWN, 0, Source.NONE, now);
    }
  }

  private void set(State state, Parameter confidence, Source source, Instant since) {
    estimate = new LoadEstimate(state, parameters.get(confidence), source, since);
    evidence = since;
  }

  private static State said(Load load) {
    return load == Load.LOADED ? State.LOADED : load == Load.EMPTY ? State.EMPTY : State.UNKNOWN;
  }
}
