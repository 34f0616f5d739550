package io.qingtu.server.profile;

import io.qingtu.protocol.field.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a terminal sent beside its positions and what still holds for the positions that follow: the
 * last transparent data of each type, the last CAN frame of each id. Holds only what its profile
 * asks for.
 */
final class Carried {
  private record Value(Bytes bytes, Instant received) {}

  private final Map<RawField.Carrier, Value> values = new HashMap<>();

  void put(RawField.Carrier carrier, Bytes bytes, Instant received) {
    values.put(carrier, new Value(bytes, received));
  }

  /**
   * The last value of a carrier.
   *
   * @param at time of the position that it is for; a value that is older than {@code age}, or that
   *     was received so long after it, says nothing about it
   */
  Optional<Bytes> find(RawField.Carrier carrier, Instant at, Duration age) {
    Value value = values.get(carrier);
    if (value == null || Duration.between(value.received, at).abs().compareTo(age) > 0) {
      return Optional.empty();
    }
    return Optional.of(value.bytes);
  }
}
