package io.qingtu.server.profile;

import io.qingtu.protocol.field.Bytes;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * Some bytes of a value, as an unsigned number.
 *
 * @param offset of the first byte
 * @param length bytes, 1–8
 */
record Slice(int offset, int length, ByteOrder order) {
  /** The number; empty where the value is shorter. */
  OptionalLong read(Bytes value) {
    if (value.length() < offset + length) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      int at = order == ByteOrder.BIG_ENDIAN ? i : length - 1 - i;
      number = number << 8 | value.at(offset + at);
    }
    return OptionalLong.of(number);
  }

  /** A number of this length as two's complement. */
  long signed(long number) {
    int unused = Long.SIZE - Byte.SIZE * length;
    return number << unused >> unused;
  }
}
