package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/** Asks for all parameters (查询终端参数), 0x8104. Without a body. */
public record QueryParametersCommand() implements PlatformMessage {
  public static final int ID = 0x8104;

  public static QueryParametersCommand decode(BodyReader in, ProtocolVersion version) {
    return new QueryParametersCommand();
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
