package io.qingtu.server.profile;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/** Reads from a profile where the bits of a channel lie. */
final class RawFields {
  private static final int WORD_BITS = 32;
  private static final int CAN_BYTES = 8;
  private static final long LONGEST_CAN_ID = 0x1fffffff;
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  private RawFields() {}

  static RawField read(Section section) {
    RawField.Source source = source(section);
    int bits = slice(source).map(slice -> Byte.SIZE * slice.length()).orElse(WORD_BITS);
    if (section.has("bit")) {
      return new RawField(source, (int) section.number("bit", 0, bits - 1, Optional.empty()), 1);
    }
    int shift = (int) section.number("shift", 0, bits - 1, Optional.of(0L));
    return new RawField(
        source, shift, section.number("mask", 1, Long.MAX_VALUE, Optional.of(Long.MAX_VALUE)));
  }

  /** The bytes that a field is cut from; empty for the words of the report itself. */
  static Optional<Slice> slice(RawField.Source source) {
    if (source instanceof RawField.Item item) {
      return Optional.of(item.slice());
    }
    return source instanceof RawField.Other other ? Optional.of(other.slice()) : Optional.empty();
  }

  private static RawField.Source source(Section section) {
    String source = section.text("source");
    return switch (source) {
      case "alarm" -> new RawField.Alarm();
      case "status" -> new RawField.Status();
      case "item" ->
          new RawField.Item(
              (int) section.number("item", 0, 0xff, Optional.empty()), slice(section, 0xfe));
      case "transparent" ->
          new RawField.Other(
              new RawField.Transparent((int) section.number("type", 0, 0xff, Optional.empty())),
              slice(section, 0xffff),
              age(section));
      case "can" ->
          new RawField.Other(
              new RawField.CanFrame(section.number("id", 0, LONGEST_CAN_ID, Optional.empty())),
              canSlice(section),
              age(section));
      default ->
          throw section.wrong(
              "source", source + " is none of alarm, status, item, transparent, can");
    };
  }

  /** {@code offset}, {@code length} and {@code endian}. */
  private static Slice slice(Section section, int lastOffset) {
    return new Slice(
        (int) section.number("offset", 0, lastOffset, Optional.of(0L)),
        (int) section.number("length", 1, Long.BYTES, Optional.of(1L)),
        order(section));
  }

  private static Slice canSlice(Section section) {
    Slice slice = slice(section, CAN_BYTES - 1);
    if (slice.offset() + slice.length() > CAN_BYTES) {
      throw section.wrong("length", "a CAN frame ends at byte " + CAN_BYTES);
    }
    return slice;
  }

  private static Duration age(Section section) {
    return Duration.ofMillis(section.number("maxAgeMs", 1, DAY, Optional.of(MINUTE)));
  }

  static ByteOrder order(Section section) {
    String endian = section.text("endian", Optional.of("big"));
    return switch (endian) {
      case "big" -> ByteOrder.BIG_ENDIAN;
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      default -> throw section.wrong("endian", endian + " is neither big nor little");
    };
  }
}
