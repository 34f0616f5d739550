package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Platform general reply (平台通用应答), 0x8001.
 *
 * @param replySerialNumber serial number of the terminal's message
 * @param replyMessageId its id
 * @param result code of a {@link ReplyResult}
 */
public record PlatformGeneralReply(int replySerialNumber, int replyMessageId, int result)
    implements PlatformMessage {
  public static final int ID = 0x8001;

  /** The reply to a message with this header. */
  public static PlatformGeneralReply to(Header answered, ReplyResult result) {
    return new PlatformGeneralReply(answered.serialNumber(), answered.messageId(), result.code());
  }

  public static PlatformGeneralReply decode(BodyReader in, ProtocolVersion version) {
    return new PlatformGeneralReply(
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
