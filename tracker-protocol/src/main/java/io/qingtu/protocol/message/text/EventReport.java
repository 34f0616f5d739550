package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * The driver reports an event (事件报告), 0x0301.
 *
 * @param eventId of {@link SetEventsCommand}
 */
public record EventReport(int eventId) implements TerminalMessage {
  public static final int ID = 0x0301;

  public static EventReport decode(BodyReader in, ProtocolVersion version) {
    return new EventReport(in.field("eventId").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(eventId);
  }
}
