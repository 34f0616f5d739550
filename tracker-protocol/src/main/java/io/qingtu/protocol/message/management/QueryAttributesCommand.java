package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/** Asks what the terminal is made of (查询终端属性), 0x8107. Without a body. */
public record QueryAttributesCommand() implements PlatformMessage {
  public static final int ID = 0x8107;

  public static QueryAttributesCommand decode(BodyReader in, ProtocolVersion version) {
    return new QueryAttributesCommand();
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
