package io.qingtu.route.plan;

import java.time.Instant;

/** What a terminal, or the register, said at a moment of who or what is in a vehicle. */
public record Identity(String plate, Instant time, Kind kind, String value) {
  /** What the value names. */
  public enum Kind {
    /** Who drives: a {@link Driver}'s id. */
    DRIVER,
    /** The SIM card. */
    ICCID,
    /** The terminal's radio. */
    IMEI,
    /** The plate with which the terminal registered. */
    REGISTERED_PLATE
  }
}
