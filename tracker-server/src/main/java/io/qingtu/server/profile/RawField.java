package io.qingtu.server.profile;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.location.LocationReport;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some bits of a location report, as an unsigned number.
 *
 * @param source the word or item that holds them
 * @param shift bits to drop at the low end
 * @param mask of what remains
 */
record RawField(Source source, int shift, long mask) {
  /** Where the bits come from. */
  sealed interface Source permits Alarm, Status, Item {}

  /** The 32 alarm bits. */
  record Alarm() implements Source {}

  /** The 32 status bits. */
  record Status() implements Source {}

  /**
   * Bytes of an additional item.
   *
   * @param offset of the first byte in the item's value
   * @param length bytes, 1–8
   */
  record Item(int id, int offset, int length, ByteOrder order) implements Source {
    private OptionalLong read(LocationReport report) {
      Optional<Bytes> value = report.itemValue(id);
      if (value.isEmpty() || value.get().length() < offset + length) {
        return OptionalLong.empty();
      }
      long number = 0;
      for (int i = 0; i < length; i++) {
        int at = order == ByteOrder.BIG_ENDIAN ? i : length - 1 - i;
        number = number << 8 | value.get().at(offset + at);
      }
      return OptionalLong.of(number);
    }
  }

  /** The number; empty if the report has no such item, or a shorter one. */
  OptionalLong read(LocationReport report) {
    OptionalLong word;
    if (source instanceof Alarm) {
      word = OptionalLong.of(report.alarms());
    } else if (source instanceof Status) {
      word = OptionalLong.of(report.status());
    } else {
      word = ((Item) source).read(report);
    }
    return word.isEmpty() ? word : OptionalLong.of(word.getAsLong() >>> shift & mask);
  }
}
