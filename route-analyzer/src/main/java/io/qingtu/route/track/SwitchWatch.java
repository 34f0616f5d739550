package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.SensorHealth.Fault;
import java.time.Instant;

/**
 * Whether a work sensor (brush, pump) can be believed: it is on while the ignition is off, or off
 * through whole shifts of work. It is believed again once it has been on at work and off, each for
 * a while.
 */
final class SwitchWatch {
  private final Misbehaviour stuckOn;
  private final Misbehaviour stuckOff;
  private final long onHold;
  private final long steady;
  private Fault fault;
  private Instant stuckSince;
  private Switch state = Switch.UNKNOWN;
  private Instant since;
  private boolean wasOn;
  private boolean wasOff;

  SwitchWatch(Misbehaviour stuckOn, Misbehaviour stuckOff, Parameters parameters) {
    this.stuckOn = stuckOn;
    this.stuckOff = stuckOff;
    this.onHold = parameters.millis(Parameter.WORK_STUCK_S);
    this.steady = parameters.millis(Parameter.COVER_STEADY_S);
  }

  /** Null while it is believed. */
  Fault fault() {
    return fault;
  }

  void accept(CleanFix fix, Switch now) {
    boolean parkedOn = now == Switch.ON && !fix.position().accOn();
    if (!parkedOn || fix.afterGap()) {
      stuckSince = null;
    }
    if (parkedOn) {
      stuckSince = stuckSince == null ? fix.time() : stuckSince;
      if (fix.millis() - stuckSince.toEpochMilli() >= onHold) {
        begin(stuckOn, stuckSince);
      }
    }
    if (fault != null) {
      watchCycle(fix, now);
    }
  }

  /** It was off through the shifts since then, and the vehicle drove as if it worked. */
  void idleThroughShifts(Instant from) {
    begin(stuckOff, from);
  }

  private void begin(Misbehaviour kind, Instant from) {
    if (fault == null) {
      fault = new Fault(kind, from);
      state = Switch.UNKNOWN;
      wasOn = false;
      wasOff = false;
    }
  }

  private void watchCycle(CleanFix fix, Switch now) {
    if (now != state || fix.afterGap()) {
      state = now;
      since = fix.time();
      return;
    }
    if (fix.millis() - since.toEpochMilli() < steady) {
      return;
    }
    wasOn |= now == Switch.ON && fix.position().accOn();
    wasOff |= now == Switch.OFF;
    if (wasOn && wasOff) {
      fault = null;
    }
  }
}
