package io.qingtu.route.plan;

import java.time.Instant;

/**
 * What a terminal, or the register, said at a moment of who or what is in a vehicle.
 *
 * @param value of a driver empty where nobody knows from then on who drives
 * @param also another number of the same driver, as the card shows it; else empty
 */
public record Identity(String plate, Instant time, Kind kind, String value, String also) {
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

  public Identity(String plate, Instant time, Kind kind, String value) {
    this(plate, time, kind, value, "");
  }

  /** Whether it says anything; a card that was taken out says that nobody knows. */
  public boolean isKnown() {
    return !value.isEmpty();
  }

  /** Whether this is the one with an id; the X of a number is written both ways. */
  public boolean is(String id) {
    return value.equalsIgnoreCase(id) || also.equalsIgnoreCase(id);
  }
}
