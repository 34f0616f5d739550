package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * Registration reply (终端注册应答), 0x8100.
 *
 * @param replySerialNumber serial number of the registration
 * @param result code of a {@link RegistrationResult}
 * @param authCode authentication code (鉴权码); only a success carries one
 */
public record RegistrationReply(int replySerialNumber, int result, String authCode)
    implements PlatformMessage {
  /**
   * Success.
   *
   * @throws IllegalArgumentException if the code is empty: many terminals cannot read that
   */
  public static RegistrationReply accepted(int replySerialNumber, String authCode) {
    if (authCode.isEmpty()) {
      throw new IllegalArgumentException("a registration needs an authentication code");
    }
    return new RegistrationReply(replySerialNumber, RegistrationResult.SUCCESS.code(), authCode);
  }

  public static RegistrationReply refused(int replySerialNumber, RegistrationResult result) {
    return new RegistrationReply(replySerialNumber, result.code(), "");
  }

  static RegistrationReply decode(BodyReader in) {
    return new RegistrationReply(in.u16(), in.u8(), in.text());
  }

  @Override
  public int messageId() {
    return Type.REGISTRATION_REPLY.id();
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u8(result).text(authCode);
  }
}
