package io.qingtu.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a simulated city: stands at its start until {@link #run()}, then runs so many times
 * faster than real time, until {@link #stop()}. Safe for many threads.
 */
public final class SimulatedClock extends Clock {
  private record State(Instant base, long sinceNanos, boolean running) {}

  private final double speed;
  private final ZoneId zone;
  private volatile State state;

  /**
   * @param speed simulated seconds per second, more than 0
   */
  public SimulatedClock(Instant start, double speed) {
    this(new State(start, 0, false), speed, ZoneOffset.UTC);
  }

  private SimulatedClock(State state, double speed, ZoneId zone) {
    this.state = state;
    this.speed = speed;
    this.zone = zone;
  }

  /** Stands at another moment. */
  public void set(Instant now) {
    state = new State(now, 0, false);
  }

  /** Begins to tick. */
  public void run() {
    state = new State(instant(), System.nanoTime(), true);
  }

  /** Stands still from now on. */
  public void stop() {
    state = new State(instant(), 0, false);
  }

  @Override
  public Instant instant() {
    State s = state;
    double elapsed = s.running() ? (System.nanoTime() - s.sinceNanos()) * speed : 0;
    return s.base().plusNanos((long) elapsed);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same moment on in another zone; it does not follow a later {@link #run()}. */
  @Override
  public Clock withZone(ZoneId other) {
    return new SimulatedClock(state, speed, other);
  }
}
