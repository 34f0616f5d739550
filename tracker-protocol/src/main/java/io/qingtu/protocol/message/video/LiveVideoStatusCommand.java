package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Tells how a live stream arrives (实时音视频传输状态通知), 0x9105.
 *
 * @param channel logical channel
 * @param lossPercent lost packets
 */
public record LiveVideoStatusCommand(int channel, int lossPercent) implements PlatformMessage {
  public static final int ID = 0x9105;

  public static LiveVideoStatusCommand decode(BodyReader in, ProtocolVersion version) {
    return new LiveVideoStatusCommand(in.field("channel").u8(), in.field("lossPercent", "%").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(channel).u8(lossPercent);
  }
}
