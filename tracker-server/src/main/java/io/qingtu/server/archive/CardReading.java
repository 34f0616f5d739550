package io.qingtu.server.archive;

import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.record.Driver;
import io.qingtu.protocol.message.record.DriverIdentity;
import io.qingtu.server.store.DriverCardRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads from a message about a driver's card who is in the vehicle from then on.
 *
 * @param oldest what was longer ago when it is received says nothing
 * @param ahead what is further in the future when it is received says nothing
 */
record CardReading(Duration oldest, Duration ahead) {
  private static final String UNSET = "0*";

  /**
   * Nobody is known where the card was taken out, or could not be read, or has no number.
   *
   * @return empty where the message does not say since when
   */
  Optional<DriverCardRow> read(DriverIdentity said, int vehicleId, Instant received) {
    return time(said, received)
        .map(
            time ->
                said.driver()
                    .filter(card -> isIn(said))
                    .map(card -> row(card, vehicleId, time))
                    .orElseGet(() -> DriverCardRow.nobody(vehicleId, time)));
  }

  /** The issue of 2011 tells no time: it says who drives now. */
  private Optional<Instant> time(DriverIdentity said, Instant received) {
    if (said.state().isEmpty()) {
      return Optional.of(received);
    }
    return said.time()
        .flatMap(DeviceTime::instant)
        .filter(t -> !t.isBefore(received.minus(oldest)) && !t.isAfter(received.plus(ahead)));
  }

  private static boolean isIn(DriverIdentity said) {
    return said.state().isEmpty() || said.state().getAsInt() == DriverIdentity.CARD_IN;
  }

  private static DriverCardRow row(Driver card, int vehicleId, Instant time) {
    String licence = number(card.licence());
    String id = number(card.idNumber().orElse(""));
    return licence.isEmpty() && id.isEmpty()
        ? DriverCardRow.nobody(vehicleId, time)
        : new DriverCardRow(vehicleId, time, licence, id, storable(card.name()));
  }

  /** Empty where the card has none but zeros. */
  private static String number(String told) {
    String number = storable(told);
    return number.matches(UNSET) ? "" : number;
  }

  /** A card may have anything, the database takes no zero characters. */
  private static String storable(String told) {
    return told.replaceAll("\\p{Cntrl}", "").strip();
  }
}
