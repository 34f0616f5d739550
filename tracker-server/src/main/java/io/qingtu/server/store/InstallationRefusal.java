package io.qingtu.server.store;

/** An installation is not as it must be for what was asked. */
public final class InstallationRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** No vehicle of this plate is on file. */
    VEHICLE,
    /** One of the vehicle is open. */
    OPEN,
    /** The terminal is another vehicle's. */
    TAKEN,
    /** The vehicle has another VIN, or the VIN another vehicle. */
    OTHER_VIN,
    /** A re-test is of the terminal that is there. */
    OTHER_TERMINAL,
    /** It was accepted or cancelled before. */
    ENDED
  }

  private final Reason reason;

  InstallationRefusal(Reason reason, String why) {
    super(why, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
