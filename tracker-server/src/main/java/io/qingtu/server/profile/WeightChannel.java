package io.qingtu.server.profile;

import io.qingtu.protocol.message.location.LocationReport;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How the net payload is read.
 *
 * @param tonnesPerUnit t for a step of the number
 * @param invalid numbers that are no weight
 */
record WeightChannel(
    RawField field, double tonnesPerUnit, Set<Long> invalid, Optional<Validity> validWhen) {

  /** Net payload in t; NaN where unknown. */
  double read(LocationReport report) {
    OptionalLong number = field.read(report);
    boolean known =
        number.isPresent()
            && !invalid.contains(number.getAsLong())
            && (validWhen.isEmpty() || validWhen.get().holds(report));
    return known ? number.getAsLong() * tonnesPerUnit : Double.NaN;
  }
}
