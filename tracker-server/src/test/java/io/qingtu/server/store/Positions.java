package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import java.time.Instant;

/** Plain positions for tests, in the middle of Weifang. */
public final class Positions {
  private Positions() {}

  /** A valid fix at a moment, received a second later. */
  public static Position at(String plate, Instant time) {
    return with(plate, time, 119.107, Sensors.UNKNOWN, true);
  }

  public static Position at(String plate, Instant time, double longitude) {
    return with(plate, time, longitude, Sensors.UNKNOWN, true);
  }

  /** A valid fix at a moment, received at another. */
  static Position received(String plate, Instant time, Instant received) {
    return with(plate, time, received, 119.107, Sensors.UNKNOWN, true);
  }

  public static Position with(
      String plate, Instant time, double longitude, Sensors sensors, boolean valid) {
    return with(plate, time, time.plusSeconds(1), longitude, sensors, valid);
  }

  private static Position with(
      String plate,
      Instant time,
      Instant received,
      double longitude,
      Sensors sensors,
      boolean valid) {
    return new Position(
        plate,
        time,
        received,
        longitude,
        36.709,
        valid,
        32.4,
        Double.NaN,
        90,
        25,
        true,
        -1,
        Double.NaN,
        0,
        3,
        sensors,
        false);
  }
}
