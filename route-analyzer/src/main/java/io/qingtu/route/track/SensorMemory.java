package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the fitted sensors say at a fix: a value that the fix does not repeat is carried on while it
 * is no older than {@code sensor_stale_s}; a sensor that is not fitted says UNKNOWN whatever the
 * packet holds.
 */
public final class SensorMemory {
  private final Set<SensorKind> fitted = EnumSet.noneOf(SensorKind.class);
  private final long stale;
  private Sensors known = Sensors.UNKNOWN;
  private final long[] at = new long[SensorKind.values().length];

  public SensorMemory(Vehicle vehicle, Parameters parameters) {
    fitted.addAll(vehicle.sensors());
    stale = parameters.millis(Parameter.SENSOR_STALE_S);
  }

  /** Takes the sensors of a packet and returns what is known at its time. */
  public Sensors accept(long millis, Sensors s) {
    if (fitted.isEmpty()) {
      return Sensors.UNKNOWN;
    }
    Cover cover =
        keep(SensorKind.COVER, millis, s.cover() != Cover.UNKNOWN)
            ? s.cover()
            : fresh(SensorKind.COVER, millis) ? known.cover() : Cover.UNKNOWN;
    Lift lift =
        keep(SensorKind.LIFT, millis, s.lift() != Lift.UNKNOWN)
            ? s.lift()
            : fresh(SensorKind.LIFT, millis) ? known.lift() : Lift.UNKNOWN;
    Load load =
        keep(SensorKind.LOAD, millis, s.load() != Load.UNKNOWN)
            ? s.load()
            : fresh(SensorKind.LOAD, millis) ? known.load() : Load.UNKNOWN;
    double weightT =
        keep(SensorKind.WEIGHT, millis, !Double.isNaN(s.weightT()))
            ? s.weightT()
            : fresh(SensorKind.WEIGHT, millis) ? known.weightT() : Double.NaN;
    Switch brush =
        keep(SensorKind.BRUSH, millis, s.brush() != Switch.UNKNOWN)
            ? s.brush()
            : fresh(SensorKind.BRUSH, millis) ? known.brush() : Switch.UNKNOWN;
    Switch pump =
        keep(SensorKind.PUMP, millis, s.pump() != Switch.UNKNOWN)
            ? s.pump()
            : fresh(SensorKind.PUMP, millis) ? known.pump() : Switch.UNKNOWN;
    boolean same =
        cover == known.cover()
            && lift == known.lift()
            && load == known.load()
            && Double.compare(weightT, known.weightT()) == 0
            && brush == known.brush()
            && pump == known.pump();
    known = same ? known : new Sensors(cover, lift, load, weightT, brush, pump);
    return known;
  }

  private boolean keep(SensorKind kind, long millis, boolean given) {
    if (given && fitted.contains(kind)) {
      at[kind.ordinal()] = millis;
      return true;
    }
    return false;
  }

  private boolean fresh(SensorKind kind, long millis) {
    return fitted.contains(kind) && millis - at[kind.ordinal()] <= stale;
  }
}
