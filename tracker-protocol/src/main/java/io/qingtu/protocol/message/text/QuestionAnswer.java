package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * The driver's answer (提问应答), 0x0302.
 *
 * @param replySerialNumber serial number of the question, 0x8302
 * @param answerId of {@link QuestionCommand.Answer}
 */
public record QuestionAnswer(int replySerialNumber, int answerId) implements TerminalMessage {
  public static final int ID = 0x0302;

  public static QuestionAnswer decode(BodyReader in, ProtocolVersion version) {
    return new QuestionAnswer(in.field("replySerialNumber").u16(), in.field("answerId").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u8(answerId);
  }
}
