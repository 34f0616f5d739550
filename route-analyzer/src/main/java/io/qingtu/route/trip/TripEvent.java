package io.qingtu.route.trip;

import java.time.Instant;

/**
 * A step of the trip machine (SM-6) that a rule may judge.
 *
 * @param at when it happened; the fix of the moment is the one that decided it
 */
public record TripEvent(Type type, OpenTrip trip, Instant at) {
  /** What happened. */
  public enum Type {
    /** Left the site loaded. */
    BORN,
    /** Has stood loaded for long outside the places of the trip. */
    PARKED,
    /** Has stood loaded for very long. */
    PARKED_LONG,
    /** Drives on after {@link #PARKED}. */
    UNPARKED,
    /** Is over; see {@link OpenTrip#endKind()}. */
    ENDED
  }
}
