package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * Terminal general reply (终端通用应答), 0x0001.
 *
 * @param replySerialNumber serial number of the platform's message
 * @param replyMessageId its id
 * @param result see {@link ReplyResult}; other values occur
 */
public record TerminalGeneralReply(int replySerialNumber, int replyMessageId, int result)
    implements TerminalMessage {
  static TerminalGeneralReply decode(BodyReader in, ProtocolVersion version) {
    return new TerminalGeneralReply(in.u16(), in.u16(), in.u8());
  }

  @Override
  public int messageId() {
    return Type.TERMINAL_GENERAL_REPLY.id();
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u16(replyMessageId).u8(result);
  }
}
