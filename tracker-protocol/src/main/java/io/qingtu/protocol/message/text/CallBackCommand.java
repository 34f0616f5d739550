package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.FinalText;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Makes the terminal call a telephone (电话回拨), 0x8400.
 *
 * @param mode 0 an ordinary call, 1 listening (监听)
 * @param phone at most 20 digits
 */
public record CallBackCommand(int mode, String phone) implements PlatformMessage {
  public static final int ID = 0x8400;

  public static CallBackCommand decode(BodyReader in, ProtocolVersion version) {
    return new CallBackCommand(in.field("mode").u8(), in.field("phone").text());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(mode);
    FinalText.write(phone, out, version);
  }
}
