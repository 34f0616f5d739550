package io.qingtu.route.rule;

import io.qingtu.route.track.Position;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;

/**
 * One rule at work on one vehicle: it keeps what it has to remember between fixes and reads no
 * clock. It implements the parts that it needs and is called for no other; everything comes in the
 * order of fix time.
 */
public interface Detector {
  /** Needs the packets as they were sent. */
  interface OfPackets extends Detector {
    /**
     * Every packet whose fix time can be right, also those that the cleaning drops; called before
     * its moment.
     */
    void receive(Position packet, AlertSink out);

    /**
     * A packet whose fix time cannot be right (C03). It comes at any place among the others:
     * nothing but its time of receipt may be used to tell where it belongs.
     */
    default void misdated(Position packet, AlertSink out) {}
  }

  /** Needs the steps of the trip machine. */
  interface OfSteps extends Detector {
    /**
     * Called before the moment that decided the step. Some come without one, when a deadline passes
     * or the period ends.
     */
    void step(TripEvent event, Instant decided, AlertSink out);
  }

  /** Needs the fixes that passed the cleaning. */
  interface OfMoments extends Detector {
    /** A fix, with the state of the machines after it. */
    void accept(Moment moment, AlertSink out);
  }

  /** Has deadlines, or something to say at the end. */
  interface OfTime extends Detector {
    /** Event time has come to {@code time} and nothing was sent. */
    default void advance(Instant time, AlertSink out) {}

    /** The period is over. */
    default void finish(Instant periodEnd, AlertSink out) {}
  }
}
