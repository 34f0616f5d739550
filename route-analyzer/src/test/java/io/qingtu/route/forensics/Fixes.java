package io.qingtu.route.forensics;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;

/** Fixes in metres around the place that the tests ask about. */
final class Fixes {
  static final LocalPlane PLANE = new LocalPlane(119.1, 36.7);

  private Fixes() {}

  static Sensors load(Load load) {
    return new Sensors(
        Cover.UNKNOWN, Lift.UNKNOWN, load, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN);
  }

  static Position at(String plate, Instant t, double x, double y, double kmh) {
    return at(plate, t, x, y, kmh, true, load(Load.UNKNOWN));
  }

  static Position at(
      String plate, Instant t, double x, double y, double kmh, boolean valid, Sensors sensors) {
    return new Position(
        plate,
        t,
        t,
        PLANE.longitude(x, y),
        PLANE.latitude(x, y),
        valid,
        kmh,
        Double.NaN,
        90,
        0,
        true,
        10,
        Double.NaN,
        0,
        3,
        sensors,
        false);
  }
}
