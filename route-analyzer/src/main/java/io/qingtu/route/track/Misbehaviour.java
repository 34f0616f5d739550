package io.qingtu.route.track;

import io.qingtu.route.plan.SensorKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What no working sensor does (D08). */
public enum Misbehaviour {
  COVER_FLAPPING(SensorKind.COVER),
  COVER_STUCK(SensorKind.COVER),
  LIFT_UP_AT_SPEED(SensorKind.LIFT),
  LIFT_NEVER_UP(SensorKind.LIFT),
  WEIGHT_DRIFT(SensorKind.WEIGHT),
  WEIGHT_NEVER_FALLS(SensorKind.WEIGHT),
  /** One of the two is wrong, and nothing tells which. */
  LOAD_CONFLICT(SensorKind.LOAD, SensorKind.WEIGHT),
  BRUSH_STUCK_ON(SensorKind.BRUSH),
  BRUSH_STUCK_OFF(SensorKind.BRUSH),
  PUMP_STUCK_ON(SensorKind.PUMP),
  PUMP_STUCK_OFF(SensorKind.PUMP);

  private final SensorKind sensor;
  private final Set<SensorKind> silenced;

  Misbehaviour(SensorKind sensor, SensorKind... others) {
    this.sensor = sensor;
    this.silenced = EnumSet.of(sensor, others);
  }

  /** The sensor that must be looked at. */
  public SensorKind sensor() {
    return sensor;
  }

  /** Whether a sensor is not believed while this lasts. */
  public boolean silences(SensorKind kind) {
    return silenced.contains(kind);
  }

  /** As alerts carry it, as {@code cover_flapping}. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
