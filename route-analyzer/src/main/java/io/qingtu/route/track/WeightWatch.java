package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.SensorHealth.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Whether the weight can be believed: it does not fall where the body was raised in an end place,
 * what it shows of the empty truck drifts, or the load sensor contradicts it.
 */
final class WeightWatch {
  /** Weights that make a baseline: their median stands. */
  private static final int BASELINE = 3;

  private record Empty(Instant at, double tonnes) {}

  private final PayloadScale scale;
  private final double slowKmh;
  private final long hold;
  private final double same;
  private final int unloads;
  private final double drift;
  private final Duration driftTime;
  private final long agree;
  private final ArrayDeque<Empty> empties = new ArrayDeque<>();
  private Fault fault;
  private double standing = Double.NaN;
  private double beforeLift = Double.NaN;
  private Instant liftedSince;
  private boolean lifted;
  private Instant liftedAt;
  private int unmoved;
  private Instant unmovedFrom;
  private boolean emptied;
  private double reference = Double.NaN;
  private boolean wasLoaded;
  private Instant agreedSince;

  WeightWatch(Vehicle vehicle, Parameters parameters) {
    scale = new PayloadScale(vehicle, parameters);
    slowKmh = parameters.get(Parameter.LIFT_KMH);
    hold = parameters.millis(Parameter.LIFT_HOLD_S);
    same = parameters.get(Parameter.WEIGHT_SAME);
    unloads = (int) parameters.get(Parameter.WEIGHT_UNLOADS);
    drift = scale.ratedT() * parameters.get(Parameter.WEIGHT_DRIFT);
    driftTime = Duration.ofDays((long) parameters.get(Parameter.WEIGHT_DRIFT_DAYS));
    agree = parameters.millis(Parameter.LOAD_HOLD_S);
  }

  /** Null while it is believed. */
  Fault fault() {
    return fault;
  }

  /**
   * Takes what the sensors themselves say, believed or not.
   *
   * @param inEndPlace whether the vehicle was in an end place at the fix before
   */
  void accept(CleanFix fix, Sensors s, boolean inEndPlace) {
    if (fix.afterGap()) {
      lifted = false;
      liftedSince = null;
      emptied = false;
      agreedSince = null;
    }
    if (fault != null) {
      watchRecovery(fix.time(), s);
    }
    if (Double.isNaN(s.weightT())) {
      return;
    }
    if (fix.speedKmh() <= slowKmh) {
      standing = s.weightT();
      watchLift(fix, s.lift(), inEndPlace);
    } else if (emptied) {
      emptied = false;
      takeEmpty(fix.time(), standing);
    }
    boolean drivesOff = s.lift() == Lift.DOWN && fix.speedKmh() > slowKmh;
    if (lifted && (drivesOff || !inEndPlace)) {
      lifted = false;
      judgeUnload(s.weightT());
    }
  }

  /** A trip is over whose load came off: the weight that it drives away with is the empty one. */
  void tripCompleted() {
    emptied = true;
  }

  /** The load sensor has contradicted the weight for too long (SM-4). */
  void contradicted(Instant since) {
    if (fault == null) {
      fault = new Fault(Misbehaviour.LOAD_CONFLICT, since);
      agreedSince = null;
    }
  }

  private void watchLift(CleanFix fix, Lift lift, boolean inEndPlace) {
    if (lift != Lift.UP) {
      beforeLift = lifted ? beforeLift : standing;
      liftedSince = null;
      return;
    }
    liftedSince = liftedSince == null ? fix.time() : liftedSince;
    boolean held = fix.millis() - liftedSince.toEpochMilli() >= hold;
    if (!lifted && held && inEndPlace && scale.of(beforeLift) == Load.LOADED) {
      lifted = true;
      liftedAt = liftedSince;
    }
  }

  private void judgeUnload(double after) {
    if (after < beforeLift * (1 - same)) {
      unmoved = 0;
      return;
    }
    unmovedFrom = unmoved == 0 ? liftedAt : unmovedFrom;
    unmoved++;
    if (unmoved >= unloads && fault == null) {
      fault = new Fault(Misbehaviour.WEIGHT_NEVER_FALLS, unmovedFrom);
      wasLoaded = false;
    }
  }

  private void takeEmpty(Instant at, double tonnes) {
    empties.addLast(new Empty(at, tonnes));
    while (Duration.between(empties.peekFirst().at, at).compareTo(driftTime) > 0) {
      empties.removeFirst();
    }
    if (fault != null) {
      boolean back = Math.abs(tonnes - reference) <= drift;
      if (fault.kind() == Misbehaviour.WEIGHT_DRIFT && back) {
        fault = null;
        empties.clear();
      }
      return;
    }
    if (empties.size() < 2 * BASELINE) {
      return;
    }
    Empty[] all = empties.toArray(new Empty[0]);
    double before = median(Arrays.copyOf(all, BASELINE));
    double now = median(Arrays.copyOfRange(all, all.length - BASELINE, all.length));
    if (Math.abs(now - before) > drift) {
      fault = new Fault(Misbehaviour.WEIGHT_DRIFT, all[all.length - BASELINE].at);
      reference = before;
    }
  }

  /** A weight that rose and fell works again; two sensors that agree for a while do, too. */
  private void watchRecovery(Instant now, Sensors s) {
    Load weighed = scale.of(s.weightT());
    if (fault.kind() == Misbehaviour.WEIGHT_NEVER_FALLS) {
      wasLoaded |= weighed == Load.LOADED;
      if (wasLoaded && weighed == Load.EMPTY) {
        fault = null;
        unmoved = 0;
      }
    } else if (fault.kind() == Misbehaviour.LOAD_CONFLICT) {
      boolean agreed = weighed == s.load() && weighed != Load.UNKNOWN;
      agreedSince = !agreed ? null : agreedSince == null ? now : agreedSince;
      if (agreed && now.toEpochMilli() - agreedSince.toEpochMilli() >= agree) {
        fault = null;
      }
    }
  }

  private static double median(Empty[] three) {
    double[] t = Arrays.stream(three).mapToDouble(Empty::tonnes).sorted().toArray();
    return t[t.length / 2];
  }
}
