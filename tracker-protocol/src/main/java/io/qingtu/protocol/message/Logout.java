package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * Terminal logout (终端注销), 0x0003.
 *
 * @param vendorBytes empty by the standard. None is known, none is refused
 */
public record Logout(Bytes vendorBytes) implements TerminalMessage {
  static Logout decode(BodyReader in, ProtocolVersion version) {
    return new Logout(in.rest());
  }

  @Override
  public int messageId() {
    return Type.LOGOUT.id();
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.bytes(vendorBytes);
  }
}
