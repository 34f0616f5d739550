package io.qingtu.server.profile;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one state is read: a number, and what its values mean.
 *
 * @param values the states by number; a number that is not here is {@code unknown}
 * @param validWhen if present, another field decides whether the state may be believed
 * @param debounce how long a state must last, by the terminal's clock, before it counts
 */
record StateChannel<S extends Enum<S>>(
    RawField field,
    Map<Long, S> values,
    S unknown,
    Optional<Validity> validWhen,
    Duration debounce) {

  /** The state in one report, without debounce. */
  S read(Reading reading) {
    if (validWhen.isPresent() && !validWhen.get().holds(reading)) {
      return unknown;
    }
    OptionalLong number = field.read(reading);
    return number.isEmpty() ? unknown : values.getOrDefault(number.getAsLong(), unknown);
  }
}
