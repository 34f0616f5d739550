package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Turns a camera (云台旋转), 0x9301.
 *
 * @param channel logical channel
 * @param direction 0 stop, 1 up, 2 down, 3 left, 4 right
 * @param speed 0–255
 */
public record PanTiltCommand(int channel, int direction, int speed) implements PlatformMessage {
  public static final int ID = 0x9301;

  public static PanTiltCommand decode(BodyReader in, ProtocolVersion version) {
    return new PanTiltCommand(
        in.field("channel").u8(), in.field("direction").u8(), in.field("speed").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(channel).u8(direction).u8(speed);
  }
}
