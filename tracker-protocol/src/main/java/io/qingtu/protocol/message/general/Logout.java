package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Terminal logout (终端注销), 0x0003.
 *
 * @param vendorBytes empty by the standard. None is known, none is refused
 */
public record Logout(Bytes vendorBytes) implements TerminalMessage {
  public static final int ID = 0x0003;

  public static Logout decode(BodyReader in, ProtocolVersion version) {
    return new Logout(in.field("vendorBytes").rest());
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
