package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.SensorHealth.Fault;
import java.time.Instant;

/**
 * Whether the cover's switch can be believed: it flaps, or does not move over whole trips. One that
 * does not move has said nothing since it last did.
 */
final class CoverWatch {
  private final long flapWindow;
  private final long[] changes;
  private final long steady;
  private final int trips;
  private Fault fault;
  private int changeCount;
  private Cover cover = Cover.UNKNOWN;
  private long since;
  private long seenSince;
  private boolean wasSteady;
  private long unrestSince;
  private boolean changed;
  private boolean known;
  private boolean blind;
  private int still;

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
    if (afterGap) {
      seenSince = t; // whether it stayed as it was nobody knows
    }
    if (now == Cover.UNKNOWN) {
      return;
    }
    known = true;
    if (now != cover) {
      change(t, now);
    } else if (wasSteady && t - seenSince >= steady) {
      // one cycle in which each state lasted: it works again
      fault = null;
    }
  }

  /**
   * Nobody saw what was done in a site or an end place, where covers are moved: the trip proves
   * nothing. A gap on the road hides no cycle of a switch that says the same at both its ends.
   */
  void unseenAtWork() {
    blind = true;
  }

  /** A trip is over whose load came off: the cover must have been opened on its way. */
  void tripCompleted() {
    if (changed) {
      still = 0;
    } else if (known && !blind) {
      still++;
      if (still >= trips && fault == null) {
        fault = new Fault(Misbehaviour.COVER_STUCK, Instant.ofEpochMilli(since));
      }
    }
    tripEnded();
  }

  /** A trip is over of whose load nobody knows where it came off: it proves nothing. */
  void tripEnded() {
    changed = false;
    known = false;
    blind = false;
  }

  private void change(long t, Cover now) {
    boolean first = cover == Cover.UNKNOWN;
    boolean isSteady = !first && t - seenSince >= steady;
    if (first || isSteady && wasSteady) {
      unrestSince = t; // each state has lasted until now
    }
    wasSteady = isSteady;
    cover = now;
    since = t;
    seenSince = t;
    if (first) {
      return;
    }
    changed = true;
    still = 0;
    changes[changeCount++ % changes.length] = t;
    if (changeCount >= changes.length && fault == null) {
      long oldest = changes[changeCount % changes.length];
      if (t - oldest <= flapWindow) {
        // whole cycles before the others are the cover's work, not the switch's fault
        fault = new Fault(Misbehaviour.COVER_FLAPPING, Instant.ofEpochMilli(unrestSince));
      }
    }
  }
}
