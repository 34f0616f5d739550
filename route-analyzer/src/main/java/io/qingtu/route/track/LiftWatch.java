package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.SensorHealth.Fault;
import java.time.Instant;

/**
 * Whether the lift's switch can be believed: it says UP at driving speed, or never where loads come
 * off. It is believed again after a body was up for a while at a standstill and came down.
 */
final class LiftWatch {
  private final double fastKmh;
  private final long fastHold;
  private final double slowKmh;
  private final long hold;
  private final int trips;
  private Fault fault;
  private Instant fastSince;
  private Instant slowSince;
  private boolean raised;
  private boolean up;
  private boolean down;
  private boolean blind;
  private int without;
  private Instant withoutFrom;

  LiftWatch(Parameters parameters) {
    fastKmh = parameters.get(Parameter.LIFT_FAULT_KMH);
    fastHold = parameters.millis(Parameter.LIFT_FAULT_S);
    slowKmh = parameters.get(Parameter.LIFT_KMH);
    hold = parameters.millis(Parameter.LIFT_HOLD_S);
    trips = (int) parameters.get(Parameter.LIFT_TRIPS);
  }

  /** Null while it is believed. */
  Fault fault() {
    return fault;
  }

  void accept(CleanFix fix, Lift lift) {
    blind |= fix.afterGap();
    if (fix.afterGap()) {
      fastSince = null;
      slowSince = null;
      raised = false;
    }
    up |= lift == Lift.UP;
    down |= lift == Lift.DOWN;
    watchSpeed(fix, lift);
    watchCycle(fix, lift);
  }

  void tripBegan() {
    up = false;
    down = false;
    blind = false;
  }

  /** A load came off in a disposal ground. */
  void unloaded(Instant at) {
    if (up) {
      without = 0;
    } else if (down && !blind) {
      withoutFrom = without == 0 ? at : withoutFrom;
      without++;
      if (without >= trips && fault == null) {
        fault = new Fault(Misbehaviour.LIFT_NEVER_UP, withoutFrom);
      }
    }
  }

  private void watchSpeed(CleanFix fix, Lift lift) {
    if (lift != Lift.UP || fix.speedKmh() < fastKmh) {
      fastSince = null;
      return;
    }
    if (fastSince == null) {
      fastSince = fix.time();
    }
    if (fault == null && fix.millis() - fastSince.toEpochMilli() >= fastHold) {
      fault = new Fault(Misbehaviour.LIFT_UP_AT_SPEED, fastSince);
    }
  }

  private void watchCycle(CleanFix fix, Lift lift) {
    if (lift == Lift.UP && fix.speedKmh() <= slowKmh) {
      slowSince = slowSince == null ? fix.time() : slowSince;
      raised |= fix.millis() - slowSince.toEpochMilli() >= hold;
    } else if (lift == Lift.UP) {
      slowSince = null;
      raised = false;
    } else if (lift == Lift.DOWN) {
      if (raised) {
        fault = null;
        without = 0;
      }
      slowSince = null;
      raised = false;
    }
  }
}
