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
  /** Whether both are known and are two vehicles'. */
  public boolean isAnothers() {
    return !registered.isEmpty() && !told.isEmpty() && !told.equals(registered);
  }
}
