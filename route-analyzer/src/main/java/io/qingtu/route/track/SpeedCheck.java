package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;

/** C09: GNSS and recorder speed that differ for long; the lower one is believed then. */
public final class SpeedCheck {
  private final double tolerance;
  private final long hold;
  private long since = Long.MIN_VALUE;
  private boolean differ;

  public SpeedCheck(Parameters parameters) {
    tolerance = parameters.get(Parameter.MISMATCH_KMH);
    hold = parameters.millis(Parameter.MISMATCH_S);
  }

  /** The speed that the rules use at the next fix, km/h. */
  public double accept(long millis, double speedKmh, double vssKmh) {
    if (Double.isNaN(vssKmh) || Math.abs(speedKmh - vssKmh) <= tolerance) {
      since = Long.MIN_VALUE;
      differ = false;
      return speedKmh;
    }
    if (since == Long.MIN_VALUE) {
      since = millis;
    }
    differ = millis - since >= hold;
    return differ ? Math.min(speedKmh, vssKmh) : speedKmh;
  }

  /** Whether the speeds have differed for long at the last fix. */
  public boolean differ() {
    return differ;
  }
}
