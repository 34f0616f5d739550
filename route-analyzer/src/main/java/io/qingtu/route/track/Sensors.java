package io.qingtu.route.track;

/**
 * What the vehicle's own sensors say at the moment of a fix.
 *
 * @param weightT net payload in t; NaN where it is not known
 */
public record Sensors(
    Cover cover, Lift lift, Load load, double weightT, Switch brush, Switch pump) {
  /** Nothing fitted, or nothing to be believed. */
  public static final Sensors UNKNOWN =
      new Sensors(
          Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN);
}
