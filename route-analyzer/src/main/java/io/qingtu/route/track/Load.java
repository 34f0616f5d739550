package io.qingtu.route.track;

/** Load state (空重载) as a sensor or the terminal's status bits tell it. */
public enum Load {
  EMPTY,
  PARTIAL,
  LOADED,
  UNKNOWN
}
