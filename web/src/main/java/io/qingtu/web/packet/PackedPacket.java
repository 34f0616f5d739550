package io.qingtu.web.packet;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.transparent.CompressedMessage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The message inside compressed data (数据压缩上报), as a piece of a line. The standard does not say how
 * much of its frame is packed: all of it with its marks, or header and body with or without the
 * checksum.
 */
final class PackedPacket {
  private static final int MARK = 0x7e;
  private static final int ESCAPE = 0x7d;

  private PackedPacket() {}

  /**
   * What lies between the marks of the packed message, with the checksum that it lacks.
   *
   * @throws io.qingtu.protocol.field.MalformedException if nothing can be unpacked
   */
  static HexLine.Piece of(CompressedMessage message) {
    Bytes unpacked = message.unpack();
    byte[] bytes = unpacked.toArray();
    int last = bytes.length - 1;
    if (last > 0 && bytes[0] == MARK && bytes[last] == MARK) {
      return new HexLine.Piece(Arrays.copyOfRange(bytes, 1, last), true);
    }
    int xor = 0;
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (byte b : bytes) {
      xor ^= b & 0xff;
      write(b & 0xff, wire);
    }
    if (xor != 0) {
      write(xor, wire);
    }
    return new HexLine.Piece(wire.toByteArray(), true);
  }

  private static void write(int b, ByteArrayOutputStream wire) {
    if (b == MARK || b == ESCAPE) {
      wire.write(ESCAPE);
      wire.write(b == MARK ? 2 : 1);
    } else {
      wire.write(b);
    }
  }
}
