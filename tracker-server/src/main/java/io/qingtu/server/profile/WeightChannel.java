package io.qingtu.server.profile;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How the net payload is read.
 *
 * @param sign the bytes whose number has a sign, where it has one
 * @param tonnesPerUnit t for a step of the number
 * @param invalid numbers that are no weight, as they stand in the bytes
 */
record WeightChannel(
    RawField field,
    Optional<Slice> sign,
    double tonnesPerUnit,
    Set<Long> invalid,
    Optional<Validity> validWhen) {

  /** Net payload in t; NaN where unknown. */
  double read(Reading reading) {
    OptionalLong number = field.read(reading);
    boolean known =
        number.isPresent()
            && !invalid.contains(number.getAsLong())
            && (validWhen.isEmpty() || validWhen.get().holds(reading));
    if (!known) {
      return Double.NaN;
    }
    long raw = number.getAsLong();
    return (sign.isPresent() ? sign.get().signed(raw) : raw) * tonnesPerUnit;
  }
}
