package io.qingtu.route.acceptance;

/**
 * Two points of a weight sensor against a weighbridge (两点标定).
 *
 * @param payloadT what the load weighs by the slips, t
 * @param emptyT what the sensor said of the empty vehicle, t
 * @param loadedT what it said of the loaded one, t
 */
public record Calibration(double payloadT, double emptyT, double loadedT) {
  /** Share of the payload by which the sensor may be wrong, empty or loaded. */
  public static final double MOST_ERROR = 0.10;

  /** The larger of both errors, as a share of the payload. */
  public double error() {
    return Math.max(Math.abs(emptyT), Math.abs(loadedT - payloadT)) / payloadT;
  }

  /** What the sensor's readings above {@link #emptyT} are to be multiplied with to be right. */
  public double scale() {
    return payloadT / (loadedT - emptyT);
  }
}
