package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * The driver orders information or cancels it (信息点播/取消), 0x0303.
 *
 * @param type of {@link SetInformationMenuCommand.Entry}
 * @param action 0 cancel, 1 order
 */
public record InformationSubscription(int type, int action) implements TerminalMessage {
  public static final int ID = 0x0303;

  public static InformationSubscription decode(BodyReader in, ProtocolVersion version) {
    return new InformationSubscription(in.field("type").u8(), in.field("action").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(type).u8(action);
  }
}
