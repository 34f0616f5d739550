package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Terminal general reply (终端通用应答), 0x0001.
 *
 * @param replySerialNumber serial number of the platform's message
 * @param replyMessageId its id
 * @param result see {@link ReplyResult}; other values occur
 */
public record TerminalGeneralReply(int replySerialNumber, int replyMessageId, int result)
    implements TerminalMessage {
  public static final int ID = 0x0001;

  public static TerminalGeneralReply decode(BodyReader in, ProtocolVersion version) {
    return new TerminalGeneralReply(
        in.field("replySerialNumber").u16(),
        in.field("replyMessageId").u16(),
        in.field("result").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u16(replyMessageId).u8(result);
  }
}
