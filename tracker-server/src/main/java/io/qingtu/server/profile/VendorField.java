package io.qingtu.server.profile;

import io.qingtu.protocol.field.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A field of a vendor's value.
 *
 * @param kind what its bytes are
 * @param offset of the first byte
 * @param length bytes; 1–8 for numbers; 0 for text and bytes that run to the end
 * @param scale what a step of the number is worth, in {@code unit}
 * @param unit empty where there is none
 */
record VendorField(
    String name, Kind kind, int offset, int length, ByteOrder order, double scale, String unit) {
  /** How the bytes are written. */
  enum Kind {
    NUMBER,
    SIGNED,
    TEXT,
    BYTES
  }

  private static final Charset TEXT = Charset.forName("GB18030");

  /** What the field says; empty where the value is too short for it. */
  Optional<NamedValue> read(Bytes value) {
    if (kind == Kind.TEXT || kind == Kind.BYTES) {
      return run(value);
    }
    Slice slice = new Slice(offset, length, order);
    OptionalLong number = slice.read(value);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    long whole = kind == Kind.SIGNED ? slice.signed(number.getAsLong()) : number.getAsLong();
    Object said = scale == 1 ? (Object) whole : (Object) scaled(whole);
    return Optional.of(new NamedValue(name, unit, offset, length, said));
  }

  /** Without the digits that a binary fraction adds: 3 steps of 0.1 are 0.3. */
  private double scaled(long whole) {
    double exact = whole * scale;
    return Math.round(exact * 1e9) / 1e9;
  }

  private Optional<NamedValue> run(Bytes value) {
    int end = length == 0 ? value.length() : offset + length;
    if (end > value.length() || offset > end) {
      return Optional.empty();
    }
    Bytes bytes = value.slice(offset, end - offset);
    String said = kind == Kind.TEXT ? text(bytes) : bytes.hex();
    return Optional.of(new NamedValue(name, unit, offset, bytes.length(), said));
  }

  private static String text(Bytes bytes) {
    String said = new String(bytes.toArray(), TEXT);
    int terminator = said.indexOf('\0');
    return terminator < 0 ? said : said.substring(0, terminator);
  }
}
