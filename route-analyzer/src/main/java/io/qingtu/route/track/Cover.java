package io.qingtu.route.track;

/**
 * State of the body's cover (厢盖). {@code UNKNOWN} is neither open nor closed: no rule may read it
 * as either.
 */
public enum Cover {
  OPEN,
  CLOSED,
  PARTIAL,
  UNKNOWN
}
