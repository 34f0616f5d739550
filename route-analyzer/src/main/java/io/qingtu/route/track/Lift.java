package io.qingtu.route.track;

/** State of the body lift (举升). */
public enum Lift {
  UP,
  DOWN,
  UNKNOWN
}
