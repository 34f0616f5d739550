package io.qingtu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.protocol.message.transparent.CompressedMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The message inside of 0x0901. The standard does not say what of a message is packed: it is read
 * as a frame between its marks, as one without them, unescaped, and without its checksum.
 */
final class PackedFrame {
  private static final byte ESCAPE = 0x7d;

  /** What only makes sense on the connection itself, or would unpack without an end. */
  private static final Set<Integer> NEVER_PACKED =
      Set.of(CompressedMessage.ID, TerminalRegistration.ID, Authentication.ID);

  private PackedFrame() {}

  /**
   * The frame that a terminal has packed.
   *
   * @param outer header of the message that it came in
   * @return empty where it is no whole message of this terminal
   * @throws MalformedException if it cannot be unpacked
   */
  static Optional<Frame> find(Header outer, CompressedMessage message) {
    byte[] unpacked = message.unpack().toArray();
    if (unpacked.length > FrameCodec.MAX_WIRE_BYTES) {
      return Optional.empty();
    }
    return Stream.of(withoutMarks(unpacked), escaped(unpacked), escaped(withChecksum(unpacked)))
        .flatMap(bytes -> decode(bytes).stream())
        .findFirst()
        .filter(frame -> frame.header().part().isEmpty())
        .filter(frame -> !NEVER_PACKED.contains(frame.header().messageId()))
        .filter(frame -> frame.header().phone().identity().equals(outer.phone().identity()));
  }

  private static Optional<Frame> decode(byte[] between) {
    try {
      return Optional.of(FrameCodec.decode(Unpooled.wrappedBuffer(between)));
    } catch (MalformedException e) {
      return Optional.empty(); // it was written in another way, or is no frame
    }
  }

  private static byte[] withoutMarks(byte[] bytes) {
    int from = bytes.length > 1 && bytes[0] == FrameCodec.MARK ? 1 : 0;
    int to = from == 1 && bytes[bytes.length - 1] == FrameCodec.MARK ? 1 : 0;
    return Bytes.wrap(bytes, from, bytes.length - from - to).toArray();
  }

  private static byte[] withChecksum(byte[] bytes) {
    byte[] whole = Arrays.copyOf(bytes, bytes.length + 1);
    for (byte b : bytes) {
      whole[bytes.length] ^= b;
    }
    return whole;
  }

  private static byte[] escaped(byte[] bytes) {
    ByteBuf out = Unpooled.buffer(2 * bytes.length);
    for (byte b : bytes) {
      if (b == FrameCodec.MARK || b == ESCAPE) {
        out.writeByte(ESCAPE).writeByte(b == FrameCodec.MARK ? 0x02 : 0x01);
      } else {
        out.writeByte(b);
      }
    }
    return Bytes.wrap(out.array(), 0, out.readableBytes()).toArray();
  }
}
