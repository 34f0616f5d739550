package io.qingtu.route.plan;

import java.util.Set;

/**
 * A road that water stands on before others. It is closed above one level and open again at a lower
 * one, so that waves and a sensor's noise do not open and close it by turns.
 *
 * @param segmentIds its road segments, at least one
 * @param limitCm it is closed above this depth
 * @param clearCm it is open again at this depth, which is below the limit
 */
public record Underpass(
    String id, String name, Set<String> segmentIds, double limitCm, double clearCm) {
  /** cm below its limit at which one is clear that says nothing else: more than passing cars do. */
  public static final double CLEAR_BELOW_CM = 5;

  public Underpass {
    segmentIds = Set.copyOf(segmentIds);
    if (segmentIds.isEmpty()) {
      throw new IllegalArgumentException("an underpass has no road segment");
    }
    if (!(clearCm >= 0 && clearCm < limitCm)) {
      throw new IllegalArgumentException(
          "it is clear at " + clearCm + " cm and closed above " + limitCm + " cm");
    }
  }

  /**
   * Whether it is closed after a reading.
   *
   * @param closed whether it was before
   */
  public boolean isClosed(boolean closed, double depthCm) {
    return closed ? depthCm > clearCm : depthCm > limitCm;
  }
}
