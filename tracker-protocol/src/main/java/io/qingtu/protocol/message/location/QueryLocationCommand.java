package io.qingtu.protocol.message.location;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/** Asks where the terminal is (位置信息查询), 0x8201. Without a body. */
public record QueryLocationCommand() implements PlatformMessage {
  public static final int ID = 0x8201;

  public static QueryLocationCommand decode(BodyReader in, ProtocolVersion version) {
    return new QueryLocationCommand();
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
