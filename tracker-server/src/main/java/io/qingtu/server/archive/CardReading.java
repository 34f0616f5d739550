package io.qingtu.server.archive;

import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.record.Driver;
import io.qingtu.protocol.message.record.DriverIdentity;
import io.qingtu.server.store.DriverCardRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads from a message about a driver's card who is in the vehicle from then on.
 *
 * @param oldest a time that was longer ago when it is received is none
 * @param ahead a time that is further in the future when it is received is none
 */
record CardReading(Duration oldest, Duration ahead) {
  /** Zeros and Fs fill what a card does not have. */
  private static final String UNSET = "[0F]*";

  /** U+FFFD stands for bytes that are no text. */
  private static final String NUMBER = "(?s)(?=.*[0-9A-Z])[^\\p{Cc}\\x{FFFD}]*";

  private static final String PADDING = "^[\\x00\\s\\p{Z}]+|[\\x00\\s\\p{Z}]+$";

  /**
   * Nobody is known where the card was taken out, or could not be read, or has no number. Nor where
   * the message does not say since when, from its receipt on: whoever was in before need not be any
   * more.
   */
  DriverCardRow read(DriverIdentity said, int vehicleId, Instant received) {
    return time(said, received)
        .map(
            time ->
                said.driver()
                    .filter(card -> isIn(said))
                    .map(card -> row(card, vehicleId, time))
                    .orElseGet(() -> DriverCardRow.nobody(vehicleId, time)))
        .orElseGet(() -> DriverCardRow.nobody(vehicleId, received));
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

  /** Empty where the card has none, or a damaged one. */
  private static String number(String told) {
    String number = told.replaceAll(PADDING, "").toUpperCase(Locale.ROOT);
    return number.matches(UNSET) || !number.matches(NUMBER) ? "" : number;
  }

  /** A card may have anything, the database takes no zero characters. */
  private static String storable(String told) {
    return told.replaceAll("\\p{Cntrl}", "").strip();
  }
}
