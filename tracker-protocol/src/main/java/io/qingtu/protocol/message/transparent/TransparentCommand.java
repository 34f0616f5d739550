package io.qingtu.protocol.message.transparent;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Transparent downlink data (数据下行透传), 0x8900. In 2011 the lengths of all packets and of this one,
 * here the same, stand in front of the content.
 *
 * @param type as of {@link TransparentData}
 * @param content for a peripheral
 */
public record TransparentCommand(int type, Bytes content) implements PlatformMessage {
  public static final int ID = 0x8900;

  /**
   * Asks peripherals for their state or description, T/JSATL 12.
   *
   * @param type {@link TransparentData#PERIPHERAL_STATES} or {@link
   *     TransparentData#PERIPHERAL_DESCRIPTIONS}
   * @param peripherals 0x64 ADAS, 0x65 driver, 0x66 tyres, 0x67 blind spot
   */
  public static TransparentCommand peripheralQuery(int type, List<Integer> peripherals) {
    BodyWriter content = new BodyWriter();
    content.u8(peripherals.size());
    peripherals.forEach(content::u8);
    return new TransparentCommand(type, content.toBytes());
  }

  public static TransparentCommand decode(BodyReader in, ProtocolVersion version) {
    int type = in.field("type").u8();
    if (version == ProtocolVersion.V2011) {
      in.field("total", "bytes").u32();
      in.field("length", "bytes").u16();
    }
    return new TransparentCommand(type, in.field("content").rest());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(type);
    if (version == ProtocolVersion.V2011) {
      out.u32(content.length()).u16(content.length());
    }
    out.bytes(content);
  }
}
