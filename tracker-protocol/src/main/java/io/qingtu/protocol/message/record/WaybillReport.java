package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Electronic waybill (电子运单上报), 0x0701; its form is free.
 *
 * @param length of the waybill, as the terminal says it
 * @param content everything behind the length
 */
public record WaybillReport(long length, Bytes content) implements TerminalMessage {
  public static final int ID = 0x0701;

  public static WaybillReport decode(BodyReader in, ProtocolVersion version) {
    return new WaybillReport(in.field("length", "bytes").u32(), in.field("content").rest());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(length).bytes(content);
  }
}
