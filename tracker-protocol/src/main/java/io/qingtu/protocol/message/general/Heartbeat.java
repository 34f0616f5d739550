package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Heartbeat (终端心跳), 0x0002.
 *
 * @param vendorBytes empty by the standard. Some terminals put battery and signal there
 */
public record Heartbeat(Bytes vendorBytes) implements TerminalMessage {
  public static final int ID = 0x0002;

  public static Heartbeat decode(BodyReader in, ProtocolVersion version) {
    return new Heartbeat(in.field("vendorBytes").rest());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.bytes(vendorBytes);
  }
}
