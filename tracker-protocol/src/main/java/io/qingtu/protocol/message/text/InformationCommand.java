package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Information that the driver ordered (信息服务), 0x8304. In 2011 the length of all packets stands in
 * front of that of this one, here the same.
 *
 * @param type of {@link SetInformationMenuCommand.Entry}
 */
public record InformationCommand(int type, String content) implements PlatformMessage {
  public static final int ID = 0x8304;

  public static InformationCommand decode(BodyReader in, ProtocolVersion version) {
    int type = in.field("type").u8();
    if (version == ProtocolVersion.V2011) {
      in.field("total", "bytes").u16();
    }
    return new InformationCommand(type, CountedText.readLong(in, "content"));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(type);
    if (version == ProtocolVersion.V2011) {
      out.u16(BodyWriter.encode(content).length());
    }
    CountedText.writeLong(content, out);
  }
}
