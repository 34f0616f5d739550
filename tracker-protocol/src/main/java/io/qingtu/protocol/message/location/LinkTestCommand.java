package io.qingtu.protocol.message.location;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/** Asks whether the link lives, since 2019 (链路检测), 0x8204. Without a body. */
public record LinkTestCommand() implements PlatformMessage {
  public static final int ID = 0x8204;

  public static LinkTestCommand decode(BodyReader in, ProtocolVersion version) {
    return new LinkTestCommand();
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    // no body
  }
}
