package io.qingtu.protocol.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes eight at a time: framing is most of what a packet costs otherwise. */
final class Octets {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle BIG_EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle BIG_FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle BIG_TWO =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = EACH << 7;

  private Octets() {}

  /** WORD, as the standard writes it. */
  static int word(byte[] bytes, int at) {
    return (short) BIG_TWO.get(bytes, at) & 0xffff;
  }

  /** DWORD, as the standard writes it. */
  static long dword(byte[] bytes, int at) {
    return (int) BIG_FOUR.get(bytes, at) & 0xffffffffL;
  }

  /** Eight bytes, the first one the highest. */
  static long eight(byte[] bytes, int at) {
    return (long) BIG_EIGHT.get(bytes, at);
  }

  /** Where the next such byte is; {@code end} if there is none before. */
  static int indexOf(byte[] bytes, int from, int end, byte wanted) {
    long pattern = EACH * wanted;
    int at = from;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      long found = zeros((long) EIGHT.get(bytes, at) ^ pattern);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < end && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** XOR of the first bytes, 0–255. */
  static int xor(byte[] bytes, int length) {
    long wide = 0;
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      wide ^= (long) EIGHT.get(bytes, at);
    }
    int xor = fold(wide);
    for (; at < length; at++) {
      xor ^= bytes[at];
    }
    return xor & 0xff;
  }

  /** XOR of all bytes, 0–255; -1 if there is a certain one among them. */
  static int xorWithout(byte[] bytes, byte excluded) {
    long pattern = EACH * excluded;
    long wide = 0;
    long found = 0;
    int at = 0;
    for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      wide ^= eight;
      found |= zeros(eight ^ pattern);
    }
    int xor = fold(wide);
    for (; at < bytes.length; at++) {
      xor ^= bytes[at];
      found |= bytes[at] == excluded ? 1 : 0;
    }
    return found == 0 ? xor & 0xff : -1;
  }

  /** XOR of eight bytes, in the lowest byte. */
  private static int fold(long eight) {
    long wide = eight ^ eight >>> 32;
    wide ^= wide >>> 16;
    return (int) (wide ^ wide >>> 8);
  }

  /** The high bit of the lowest byte that is 0, and perhaps of bytes above it; 0 if none is. */
  private static long zeros(long eight) {
    return eight - EACH & ~eight & HIGH;
  }
}
