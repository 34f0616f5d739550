package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Changes the focal length (云台调整焦距控制), 0x9302.
 *
 * @param channel logical channel
 * @param direction 0 longer, 1 shorter
 */
public record FocusCommand(int channel, int direction) implements PlatformMessage {
  public static final int ID = 0x9302;

  public static FocusCommand decode(BodyReader in, ProtocolVersion version) {
    return new FocusCommand(in.field("channel").u8(), in.field("direction").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(channel).u8(direction);
  }
}
