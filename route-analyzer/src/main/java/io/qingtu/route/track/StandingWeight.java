package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.Arrays;

/**
 * Weighs a standing vehicle (M11): the median over the last minute of each stand. What a moving
 * body says means nothing, nor does a shorter stand or one with a gap.
 */
public final class StandingWeight {
  /**
   * What a vehicle weighed at the end of a stand.
   *
   * @param from first fix of the stand
   * @param to last fix of the stand
   * @param tonnes net payload
   * @param at the last fix of the stand
   */
  public record Weighed(Instant from, Instant to, double tonnes, CleanFix at) {}

  /** Readings kept: a minute at one a second; of more frequent ones the newest count. */
  private static final int READINGS = 64;

  private final double vStop;
  private final long window;
  private final double[] tonnes = new double[READINGS];
  private final long[] times = new long[READINGS];
  private int count;
  private Instant from;
  private CleanFix last;

  public StandingWeight(Parameters p) {
    vStop = p.get(Parameter.V_STOP);
    window = p.millis(Parameter.WEIGH_S);
  }

  /**
   * Takes the next fix.
   *
   * @param weightT NaN where it is not known
   * @return the weight of the stand that this fix ended; null where it ended none
   */
  public Weighed accept(CleanFix fix, double weightT) {
    if (fix.afterGap() || Double.isNaN(weightT)) {
      count = 0;
    }
    if (Double.isNaN(weightT)) {
      return null;
    }
    if (fix.speedKmh() >= vStop) {
      Weighed weighed = weigh();
      count = 0;
      return weighed;
    }
    if (count == 0) {
      from = fix.time();
    }
    tonnes[count % READINGS] = weightT;
    times[count % READINGS] = fix.millis();
    count++;
    last = fix;
    return null;
  }

  private Weighed weigh() {
    if (count == 0 || last.millis() - from.toEpochMilli() < window) {
      return null;
    }
    int kept = Math.min(count, READINGS);
    double[] recent = new double[kept];
    int n = 0;
    for (int i = 0; i < kept; i++) {
      if (last.millis() - times[i] <= window) {
        recent[n++] = tonnes[i];
      }
    }
    Arrays.sort(recent, 0, n);
    double median = (recent[(n - 1) / 2] + recent[n / 2]) / 2;
    return new Weighed(from, last.time(), median, last);
  }
}
