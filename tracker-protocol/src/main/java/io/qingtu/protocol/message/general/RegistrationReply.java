package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.FinalText;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Registration reply (终端注册应答), 0x8100.
 *
 * @param replySerialNumber serial number of the registration
 * @param result code of a {@link RegistrationResult}
 * @param authCode authentication code (鉴权码); only a success carries one
 */
public record RegistrationReply(int replySerialNumber, int result, String authCode)
    implements PlatformMessage {
  public static final int ID = 0x8100;

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

  public static RegistrationReply decode(BodyReader in, ProtocolVersion version) {
    return new RegistrationReply(
        in.field("replySerialNumber").u16(), in.field("result").u8(), in.field("authCode").text());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u8(result);
    if (!authCode.isEmpty()) {
      FinalText.write(authCode, out, version);
    }
  }
}
