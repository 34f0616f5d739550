package io.qingtu.protocol.table;

import io.netty.buffer.Unpooled;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * A packet written from the standard's tables, and the message that it must be read as.
 *
 * @param message a {@link TerminalMessage} or a {@link PlatformMessage}
 */
public record Vector(Version version, byte[] packet, Object message) {
  /** Terminal phone of every vector. */
  public static final String PHONE = "13800000001";

  /** Packets of the vectors' terminal; the serial number has bytes that are escaped. */
  public static PacketBuilder packets(Version version) {
    return new PacketBuilder(version, PHONE).serial(0x7d7e);
  }

  /**
   * @param body hexadecimal, as the standard's table of the message demands; blanks are allowed
   */
  public static Vector of(Version version, int messageId, String body, Object message) {
    byte[] bytes = Bytes.ofHex(body.replace(" ", "")).toArray();
    return new Vector(version, packets(version).packet(messageId, bytes), message);
  }

  public Frame frame() {
    return FrameCodec.decode(Unpooled.wrappedBuffer(packet, 1, packet.length - 2));
  }

  /** The issue of the standard that this vector is written after. */
  public ProtocolVersion protocolVersion() {
    return ProtocolVersion.valueOf(version.name());
  }

  /** The message under a header. */
  Frame written(Header header) {
    return message instanceof TerminalMessage up
        ? up.toFrame(header)
        : ((PlatformMessage) message).toFrame(header);
  }

  int messageId() {
    return message instanceof TerminalMessage up
        ? up.messageId()
        : ((PlatformMessage) message).messageId();
  }

  @Override
  public String toString() {
    return message.getClass().getSimpleName() + " " + version;
  }
}
