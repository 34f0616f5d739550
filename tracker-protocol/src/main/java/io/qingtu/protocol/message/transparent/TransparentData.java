package io.qingtu.protocol.message.transparent;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Transparent uplink data (数据上行透传), 0x0900.
 *
 * @param type 0x00 GNSS details, 0x0B IC card, 0x41 and 0x42 serial ports, 0xF0–0xFF user
 * @param content what a peripheral sent
 */
public record TransparentData(int type, Bytes content) implements TerminalMessage {
  public static final int ID = 0x0900;

  public static TransparentData decode(BodyReader in, ProtocolVersion version) {
    return new TransparentData(in.field("type").u8(), in.field("content").rest());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(type).bytes(content);
  }
}
