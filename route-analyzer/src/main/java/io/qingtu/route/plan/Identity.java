package io.qingtu.route.plan;

import java.time.Instant;

/**
 * What a terminal, or the register, said at a moment of who or what is in a vehicle.
 *
 * @param value of a driver empty where nobody knows from then on who drives
 * @param also another number of the same driver, as the card shows it; else empty
 * @param ofCard whether a driver's card in the terminal says it, and not a file of the city
 */
public record Identity(
    String plate, Instant time, Kind kind, String value, String also, boolean ofCard) {
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
    this(plate, time, kind, value, "", false);
  }

  /** What a driver's card says. */
  public static Identity ofCard(String plate, Instant time, String value, String also) {
    return new Identity(plate, time, Kind.DRIVER, value, also, true);
  }

  /** Whether it says anything; a card that was taken out says that nobody knows. */
  public boolean isKnown() {
    return !value.isEmpty();
  }

  /** Whether this is the one with an id; the X of a number is written both ways. */
  public boolean is(String id) {
    return value.equalsIgnoreCase(id) || also.equalsIgnoreCase(id);
  }

  /**
   * What is known where another one says of the same moment who drives: nothing, unless both know
   * the same person.
   */
  public Identity beside(Identity other) {
    boolean same = is(other.value) || (!other.also.isEmpty() && is(other.also));
    if (same && isKnown() && other.isKnown()) {
      return also.isEmpty() ? other : this;
    }
    return new Identity(plate, time, kind, "", "", ofCard);
  }
}
