package io.qingtu.route.plan;

/** A sensor that the vehicle file says is fitted. */
public enum SensorKind {
  COVER,
  LIFT,
  LOAD,
  WEIGHT,
  BRUSH,
  PUMP
}
