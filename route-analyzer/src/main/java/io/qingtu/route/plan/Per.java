package io.qingtu.route.plan;

/** The time in which the passes of a requirement are due. */
public enum Per {
  /** Each of its days, in that day's window. */
  DAY,
  /**
   * A week from Monday to Sunday, in the windows of its days together, whichever they are done in.
   */
  WEEK
}
