package io.qingtu.route.device;

import io.qingtu.route.track.Misbehaviour;
import java.time.Instant;
import java.util.Arrays;

/**
 * An alert of a D rule that nobody has rejected.
 *
 * @param id row id
 * @param reason as the alert carries it, as {@code cover_stuck}
 * @param end null while it goes on
 */
public record DeviceAlert(long id, String rule, String reason, Instant start, Instant end) {
  /** The sensor that must be looked at, as {@code COVER}; empty where it is about none. */
  public String sensor() {
    return Arrays.stream(Misbehaviour.values())
        .filter(m -> m.reason().equals(reason))
        .map(m -> m.sensor().name())
        .findFirst()
        .orElse("");
  }
}
