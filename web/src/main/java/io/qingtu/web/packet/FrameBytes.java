package io.qingtu.web.packet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * The bytes of a frame without its escapes, each with its place on the wire. Unlike the decoder of
 * frames it goes on behind an escape that is none.
 */
final class FrameBytes {
  private static final int ESCAPE = 0x7d;
  private static final int MARK = 0x7e;

  private final byte[] bytes;
  // one more than bytes: the end
  private final int[] wireOffsets;
  private final int badEscape;

  private FrameBytes(byte[] bytes, int[] wireOffsets, int badEscape) {
    this.bytes = bytes;
    this.wireOffsets = wireOffsets;
    this.badEscape = badEscape;
  }

  /** What lies between two marks. */
  static FrameBytes unescape(byte[] wire) {
    byte[] bytes = new byte[wire.length];
    int[] offsets = new int[wire.length + 1];
    int length = 0;
    int badEscape = -1;
    int at = 0;
    while (at < wire.length) {
      offsets[length] = at;
      int second = wire[at] == ESCAPE && at + 1 < wire.length ? wire[at + 1] : 0;
      boolean escaped = second == 1 || second == 2;
      if (wire[at] == ESCAPE && at + 1 < wire.length && !escaped && badEscape < 0) {
        badEscape = length;
      }
      bytes[length++] = escaped ? (byte) (second == 1 ? ESCAPE : MARK) : wire[at];
      at += escaped ? 2 : 1;
    }
    offsets[length] = at;
    return new FrameBytes(
        Arrays.copyOf(bytes, length), Arrays.copyOf(offsets, length + 1), badEscape);
  }

  /** Bytes that never had escapes. */
  static FrameBytes plain(byte[] bytes) {
    int[] offsets = new int[bytes.length + 1];
    Arrays.setAll(offsets, i -> i);
    return new FrameBytes(bytes, offsets, -1);
  }

  /** The same with the mark behind it as its last byte: a checksum that was not escaped. */
  FrameBytes withMark() {
    byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
    more[bytes.length] = MARK;
    int[] offsets = Arrays.copyOf(wireOffsets, wireOffsets.length + 1);
    offsets[more.length] = offsets[bytes.length] + 1;
    return new FrameBytes(more, offsets, badEscape);
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return bytes.length;
  }

  /** XOR of the first bytes. */
  int xor(int count) {
    int xor = 0;
    for (int i = 0; i < count; i++) {
      xor ^= bytes[i];
    }
    return xor & 0xff;
  }

  /** Where the byte at an offset begins on the wire, between the marks. */
  int wireOffset(int offset) {
    return wireOffsets[offset];
  }

  /** Offset of the first 0x7D that is followed by neither 0x01 nor 0x02. */
  OptionalInt badEscape() {
    return badEscape < 0 ? OptionalInt.empty() : OptionalInt.of(badEscape);
  }

  String hex(int from, int to) {
    return HexFormat.of().formatHex(bytes, from, to);
  }
}
