package io.qingtu.server.store;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;

/**
 * The sensor states in two bytes, two bits each: cover, lift, load, brush, pump from the lowest. 0
 * is unknown, so that a vehicle without sensors has 0. The numbers are stored: they never change.
 */
final class SensorBits {
  private SensorBits() {}

  static short pack(Sensors s) {
    int cover =
        switch (s.cover()) {
          case UNKNOWN -> 0;
          case OPEN -> 1;
          case CLOSED -> 2;
          case PARTIAL -> 3;
        };
    int lift =
        switch (s.lift()) {
          case UNKNOWN -> 0;
          case UP -> 1;
          case DOWN -> 2;
        };
    int load =
        switch (s.load()) {
          case UNKNOWN -> 0;
          case EMPTY -> 1;
          case PARTIAL -> 2;
          case LOADED -> 3;
        };
    return (short) (cover | lift << 2 | load << 4 | pack(s.brush()) << 6 | pack(s.pump()) << 8);
  }

  /**
   * @param weightT kept in a column of its own; NaN where unknown
   */
  static Sensors unpack(int bits, double weightT) {
    Cover[] covers = {Cover.UNKNOWN, Cover.OPEN, Cover.CLOSED, Cover.PARTIAL};
    Lift[] lifts = {Lift.UNKNOWN, Lift.UP, Lift.DOWN, Lift.UNKNOWN};
    Load[] loads = {Load.UNKNOWN, Load.EMPTY, Load.PARTIAL, Load.LOADED};
    if (bits == 0 && Double.isNaN(weightT)) {
      return Sensors.UNKNOWN;
    }
    return new Sensors(
        covers[bits & 3],
        lifts[bits >> 2 & 3],
        loads[bits >> 4 & 3],
        weightT,
        unpack(bits >> 6),
        unpack(bits >> 8));
  }

  private static int pack(Switch s) {
    return switch (s) {
      case UNKNOWN -> 0;
      case ON -> 1;
      case OFF -> 2;
    };
  }

  private static Switch unpack(int bits) {
    return switch (bits & 3) {
      case 1 -> Switch.ON;
      case 2 -> Switch.OFF;
      default -> Switch.UNKNOWN;
    };
  }
}
