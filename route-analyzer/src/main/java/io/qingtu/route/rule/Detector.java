package io.qingtu.route.rule;

import io.qingtu.route.track.Position;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;

/**
 * One rule at work on one vehicle: it keeps what it has to remember between fixes and reads no
 * clock. Everything comes in the order of fix time.
 */
public interface Detector {
  /**
   * Every packet whose fix time can be right, also those that the cleaning drops; called before its
   * moment.
   */
  default void receive(Position packet, AlertSink out) {}

  /**
   * A packet whose fix time cannot be right (C03). It comes at any place among the others: nothing
   * but its time of receipt may be used to tell where it belongs.
   */
  default void misdated(Position packet, AlertSink out) {}

  /**
   * A step of the trip machine; called before the moment that decided it. Some come without one,
   * when a deadline passes or the period ends.
   */
  default void step(TripEvent event, Instant decided, AlertSink out) {}

  /** A fix that passed the cleaning, with the state of the machines after it. */
  default void accept(Moment moment, AlertSink out) {}

  /** Event time has come to {@code time} and nothing was sent. */
  default void advance(Instant time, AlertSink out) {}

  /** The period is over. */
  default void finish(Instant periodEnd, AlertSink out) {}
}
