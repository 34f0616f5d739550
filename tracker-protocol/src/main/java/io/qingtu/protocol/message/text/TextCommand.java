package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.FinalText;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * A text for the driver (文本信息下发), 0x8300.
 *
 * @param flags bit 0 urgent (in 2019 bits 0–1: 1 service, 2 urgent, 3 notice), 2 on the display, 3
 *     read aloud, 4 on the advertising screen, 5 clear for navigation, set for CAN fault codes
 * @param type since 2019: 1 notice, 2 service; 0 before
 * @param text at most 1024 bytes
 */
public record TextCommand(int flags, int type, String text) implements PlatformMessage {
  public static final int ID = 0x8300;

  public static TextCommand decode(BodyReader in, ProtocolVersion version) {
    return new TextCommand(
        in.field("flags").u8(),
        version == ProtocolVersion.V2019 ? in.field("type").u8() : 0,
        in.field("text").text());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(flags);
    if (version == ProtocolVersion.V2019) {
      out.u8(type);
    }
    FinalText.write(text, out, version);
  }
}
