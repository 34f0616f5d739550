package io.qingtu.route.device;

import java.time.Instant;

/**
 * What the driving recorder in a vehicle says about the vehicle, beside the register.
 *
 * @param registered VIN on file; empty where nobody has read it
 * @param told by the recorder; empty where it was never set
 * @param since when it told so first
 */
public record RecorderVin(String registered, String told, Instant since) {
  /** How the two stand to each other. */
  public enum Agreement {
    SAME,
    /** Both are known and are two vehicles'. */
    OTHER,
    /** The recorder was never set. */
    NOT_SET,
    /** The recorder tells one, and nobody has read the vehicle's. */
    NOT_ON_FILE
  }

  public Agreement agreement() {
    if (told.isEmpty()) {
      return Agreement.NOT_SET;
    } else if (registered.isEmpty()) {
      return Agreement.NOT_ON_FILE;
    }
    return told.equals(registered) ? Agreement.SAME : Agreement.OTHER;
  }

  /** Whether both are known and are two vehicles'. */
  public boolean isAnothers() {
    return agreement() == Agreement.OTHER;
  }
}
