package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Zooms a camera (云台变倍控制), 0x9306.
 *
 * @param channel logical channel
 * @param direction 0 in, 1 out
 */
public record ZoomCommand(int channel, int direction) implements PlatformMessage {
  public static final int ID = 0x9306;

  public static ZoomCommand decode(BodyReader in, ProtocolVersion version) {
    return new ZoomCommand(in.field("channel").u8(), in.field("direction").u8());
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
