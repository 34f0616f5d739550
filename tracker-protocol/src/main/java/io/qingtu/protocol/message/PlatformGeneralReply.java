package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * Platform general reply (平台通用应答), 0x8001.
 *
 * @param replySerialNumber serial number of the terminal's message
 * @param replyMessageId its id
 * @param result code of a {@link ReplyResult}
 */
public record PlatformGeneralReply(int replySerialNumber, int replyMessageId, int result)
    implements PlatformMessage {
  /** The reply to a message with this header. */
  public static PlatformGeneralReply to(Header answered, ReplyResult result) {
    return new PlatformGeneralReply(answered.serialNumber(), answered.messageId(), result.code());
  }

  static PlatformGeneralReply decode(BodyReader in) {
    return new PlatformGeneralReply(in.u16(), in.u16(), in.u8());
  }

  @Override
  public int messageId() {
    return Type.PLATFORM_GENERAL_REPLY.id();
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u16(replyMessageId).u8(result);
  }
}
