package io.qingtu.server.profile;

import io.qingtu.protocol.field.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some bits of what a terminal sends, as an unsigned number.
 *
 * @param source the word or value that holds them
 * @param shift bits to drop at the low end
 * @param mask of what remains
 */
record RawField(Source source, int shift, long mask) {
  /** Where the bits come from. */
  sealed interface Source permits Alarm, Status, Item, Other {}

  /** The 32 alarm bits. */
  record Alarm() implements Source {}

  /** The 32 status bits. */
  record Status() implements Source {}

  /** Bytes of an additional item. */
  record Item(int id, Slice slice) implements Source {
    private OptionalLong read(Reading from) {
      Optional<Bytes> value = from.report().itemValue(id);
      return value.isEmpty() ? OptionalLong.empty() : slice.read(value.get());
    }
  }

  /**
   * Bytes of another message that came before the report.
   *
   * @param age longest time between the two
   */
  record Other(Carrier carrier, Slice slice, Duration age) implements Source {
    private OptionalLong read(Reading from) {
      Optional<Bytes> value = from.carried().find(carrier, from.at(), age);
      return value.isEmpty() ? OptionalLong.empty() : slice.read(value.get());
    }
  }

  /** What beside a location report has states in it. */
  sealed interface Carrier permits Transparent, CanFrame {}

  /** Transparent data of one type, 0x0900. */
  record Transparent(int type) implements Carrier {}

  /**
   * The 8 bytes of a CAN frame, 0x0705.
   *
   * @param id the 29 low bits of the id that the message gives it
   */
  record CanFrame(long id) implements Carrier {}

  /** The number; empty if the terminal has not sent it, or has sent less. */
  OptionalLong read(Reading from) {
    OptionalLong word;
    if (source instanceof Alarm) {
      word = OptionalLong.of(from.report().alarms());
    } else if (source instanceof Status) {
      word = OptionalLong.of(from.report().status());
    } else if (source instanceof Item item) {
      word = item.read(from);
    } else {
      word = ((Other) source).read(from);
    }
    return word.isEmpty() ? word : OptionalLong.of(word.getAsLong() >>> shift & mask);
  }

  /** The other message that it is read from, where it is. */
  Optional<Carrier> carrier() {
    return source instanceof Other other ? Optional.of(other.carrier()) : Optional.empty();
  }
}
