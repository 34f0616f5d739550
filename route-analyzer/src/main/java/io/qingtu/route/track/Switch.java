package io.qingtu.route.track;

/** A work sensor that is on or off: sweeping brush, water pump. */
public enum Switch {
  ON,
  OFF,
  UNKNOWN
}
