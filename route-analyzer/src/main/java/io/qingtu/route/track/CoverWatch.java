package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.SensorHealth.Fault;
import java.time.Instant;

/** Whether the cover's switch can be believed: it flaps, or does not move over whole trips. */
final class CoverWatch {
  private final long flapWindow;
  private final long[] changes;
  private final long steady;
  private final int trips;
  private Fault fault;
  private int changeCount;
  private Cover cover = Cover.UNKNOWN;
  private long since;
  private boolean wasSteady;
  private long unrestSince;
  private boolean changed;
  private boolean known;
  private boolean blind;
  private int still;
  private Instant stillFrom;
  private Instant tripFrom;

  CoverWatch(Parameters parameters) {
    flapWindow = parameters.millis(Parameter.FLAP_WINDOW_S);
    changes = new long[(int) parameters.get(Parameter.FLAP_CHANGES) + 1];
    steady = parameters.millis(Parameter.COVER_STEADY_S);
    trips = (int) parameters.get(Parameter.COVER_TRIPS);
  }

  /** Null while it is believed. */
  Fault fault() {
    return fault;
  }

  void accept(long t, Cover now, boolean afterGap) {
    blind |= afterGap;
    if (now == Cover.UNKNOWN) {
      return;
    }
    known = true;
    if (now != cover) {
      change(t, now);
    } else if (wasSteady && t - since >= steady) {
      // one cycle in which each state lasted: it works again
      fault = null;
    }
  }

  void tripBegan(Instant at) {
    tripFrom = at;
  }

  /** A trip is over whose load came off: the cover must have been opened on its way. */
  void tripCompleted() {
    if (changed) {
      still = 0;
    } else if (known && !blind) {
      stillFrom = still == 0 ? tripFrom : stillFrom;
      still++;
      if (still >= trips && fault == null) {
        fault = new Fault(Misbehaviour.COVER_STUCK, stillFrom);
      }
    }
    changed = false;
    known = false;
    blind = false;
  }

  private void change(long t, Cover now) {
    boolean first = cover == Cover.UNKNOWN;
    wasSteady = !first && t - since >= steady;
    cover = now;
    since = t;
    if (wasSteady || first) {
      unrestSince = t;
    }
    if (first) {
      return;
    }
    changed = true;
    still = 0;
    changes[changeCount++ % changes.length] = t;
    if (changeCount >= changes.length && fault == null) {
      long oldest = changes[changeCount % changes.length];
      if (t - oldest <= flapWindow) {
        // a change that lasted before the others is the cover's work, not the switch's fault
        Instant from = Instant.ofEpochMilli(Math.max(oldest, unrestSince));
        fault = new Fault(Misbehaviour.COVER_FLAPPING, from);
      }
    }
  }
}
