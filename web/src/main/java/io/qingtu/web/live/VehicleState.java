package io.qingtu.web.live;

import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;

/** What a vehicle's colour on the map says. */
public enum VehicleState {
  MOVING,
  /** Stands with the ignition on. */
  IDLE,
  STOPPED,
  /** Nothing received for {@link #SILENCE}, or never. */
  OFFLINE,
  /** Has an open, serious alert that nobody has looked at. */
  ALARM;

  /** By the server's clock, without a packet, until a vehicle counts as offline. */
  public static final Duration SILENCE = Duration.ofMinutes(10);

  private static final double MOVING_KMH = 5;

  /**
   * Offline goes before alarm: a place that is no longer true must not look live. The alert itself
   * stays in the list.
   */
  static VehicleState of(Position last, boolean alarm, Instant now) {
    if (last.receivedTime().plus(SILENCE).isBefore(now)) {
      return OFFLINE;
    }
    if (alarm) {
      return ALARM;
    }
    if (last.speedKmh() >= MOVING_KMH) {
      return MOVING;
    }
    return last.accOn() ? IDLE : STOPPED;
  }
}
