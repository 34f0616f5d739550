package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Server time query (查询服务器时间请求), 0x0004, since 2019. The answer is {@link ServerTimeReply}.
 *
 * @param vendorBytes empty by the standard. None is known, none is refused
 */
public record ServerTimeQuery(Bytes vendorBytes) implements TerminalMessage {
  public static final int ID = 0x0004;

  public static ServerTimeQuery decode(BodyReader in, ProtocolVersion version) {
    return new ServerTimeQuery(in.field("vendorBytes").rest());
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
