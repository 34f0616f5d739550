package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;

/** C09: GNSS and recorder speed that differ for long; the lower one is believed then. */
public final class SpeedCheck {
  private final double tolerance;
  private final long hold;
  private long since = Long.MIN_VALUE;

  public SpeedCheck(Parameters parameters) {
    tolerance = parameters.get(Parameter.MISMATCH_KMH);
    hold = parameters.millis(Parameter.MISMATCH_S);
  }

  /** The speed that the rules use at the next fix, km/h. */
  public double accept(long millis, double speedKmh, double vssKmh) {
    if (Double.isNaN(vssKmh) || Math.abs(speedKmh - vssKmh) <= tolerance) {
      since = Long.MIN_VALUE;
      return speedKmh;
    }
    if (since == Long.MIN_VALUE) {
      since = millis;
    }
    return millis - since >= hold ? Math.min(speedKmh, vssKmh) : speedKmh;
  }
}
