package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Changes the aperture (云台调整光圈控制), 0x9303.
 *
 * @param channel logical channel
 * @param direction 0 wider, 1 narrower
 */
public record IrisCommand(int channel, int direction) implements PlatformMessage {
  public static final int ID = 0x9303;

  public static IrisCommand decode(BodyReader in, ProtocolVersion version) {
    return new IrisCommand(in.field("channel").u8(), in.field("direction").u8());
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
