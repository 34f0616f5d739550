package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Switches the wiper of a camera (云台雨刷控制), 0x9304.
 *
 * @param channel logical channel
 * @param state 0 stop, 1 start
 */
public record WiperCommand(int channel, int state) implements PlatformMessage {
  public static final int ID = 0x9304;

  public static WiperCommand decode(BodyReader in, ProtocolVersion version) {
    return new WiperCommand(in.field("channel").u8(), in.field("state").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(channel).u8(state);
  }
}
