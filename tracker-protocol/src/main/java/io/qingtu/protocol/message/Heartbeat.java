package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * Heartbeat (终端心跳), 0x0002.
 *
 * @param vendorBytes empty by the standard. Some terminals put battery and signal there
 */
public record Heartbeat(Bytes vendorBytes) implements TerminalMessage {
  static Heartbeat decode(BodyReader in, ProtocolVersion version) {
    return new Heartbeat(in.rest());
  }

  @Override
  public int messageId() {
    return Type.HEARTBEAT.id();
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.bytes(vendorBytes);
  }
}
