package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;

/**
 * Inside a corridor, suspected outside, outside, or just returned (the machine of M04). It sees
 * only how far each fix lies from the line in half-widths.
 */
public final class CorridorWatch {
  /** Where the vehicle is. */
  public enum State {
    IN,
    SUSPECT,
    OUT,
    /** Inside again, not yet for long. */
    RETURNED
  }

  private final int warnFixes;
  private final long warnMillis;
  private final double far;
  private final double back;
  private final int backFixes;
  private final long backMillis;
  private State state = State.IN;
  private int off;
  private int farOff;
  private int inside;
  private long firstOff;
  private long lastOff;
  private long insideSince;
  private long blind;
  private double metres;
  private double pendingMetres;

  public CorridorWatch(Parameters p) {
    warnFixes = (int) p.get(Parameter.WARN_FIXES);
    warnMillis = p.millis(Parameter.WARN_S);
    far = p.get(Parameter.WARN_FAR);
    back = p.get(Parameter.BACK_SHARE);
    backFixes = (int) p.get(Parameter.BACK_FIXES);
    backMillis = p.millis(Parameter.BACK_S);
  }

  public State state() {
    return state;
  }

  /** First fix outside, epoch milliseconds. */
  public long firstOff() {
    return firstOff;
  }

  /** Last fix outside, epoch milliseconds. */
  public long lastOff() {
    return lastOff;
  }

  /** Time outside without the gaps in it, ms. */
  public long millisOff() {
    return lastOff - firstOff - blind;
  }

  /** Metres driven outside. */
  public double metresOff() {
    return metres;
  }

  /**
   * Takes the next fix.
   *
   * @param halfWidths distance from the nearest permitted line, in its half-widths
   * @param onPermittedRoad whether the road it is on is one of the route all the same
   */
  public State accept(long millis, double halfWidths, boolean onPermittedRoad, double stepMetres) {
    boolean isOff = halfWidths > 1 && !onPermittedRoad;
    pendingMetres += stepMetres;
    if (isOff) {
      outside(millis, halfWidths);
    } else if (state == State.SUSPECT) {
      state = State.IN;
    } else if (state == State.OUT) {
      countInside(millis, halfWidths, onPermittedRoad);
    } else if (state == State.RETURNED && millis - insideSince >= backMillis) {
      state = State.IN;
    }
    return state;
  }

  /** Nothing is known of a stretch: a suspicion is dropped, time outside does not run. */
  public void gap(long gapMillis) {
    if (state == State.SUSPECT) {
      state = State.IN;
    } else if (state != State.IN) {
      blind += gapMillis;
      inside = 0;
    }
  }

  private void outside(long millis, double halfWidths) {
    if (state == State.IN) {
      state = State.SUSPECT;
      firstOff = millis;
      off = 0;
      farOff = 0;
      blind = 0;
      metres = 0;
    } else {
      metres += pendingMetres;
    }
    pendingMetres = 0;
    inside = 0;
    lastOff = millis;
    off++;
    farOff = halfWidths > far ? farOff + 1 : 0;
    boolean lasting = off >= warnFixes && millis - firstOff >= warnMillis;
    if (state == State.RETURNED || lasting || farOff >= 2) {
      state = State.OUT;
    }
  }

  private void countInside(long millis, double halfWidths, boolean onPermittedRoad) {
    if (halfWidths > back && !onPermittedRoad) {
      inside = 0;
      return;
    }
    if (inside == 0) {
      insideSince = millis;
    }
    inside++;
    if (inside >= backFixes) {
      state = State.RETURNED;
    }
  }
}
