package io.qingtu.server.store;

/** A line of the shift log that does not go with how things stand. */
public final class ShiftRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** Who is on duty already does not begin. */
    ON_DUTY,
    /** Who is not on duty notes nothing and hands nothing over. */
    OFF_DUTY,
    /** There is no such handover at this desk. */
    UNKNOWN,
    /** Somebody has taken it over. */
    TAKEN,
    /** Nobody takes over from himself or herself. */
    OWN
  }

  private final Why why;

  ShiftRefusal(Why why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
