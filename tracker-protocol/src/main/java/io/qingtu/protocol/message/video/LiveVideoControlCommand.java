package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Controls a live stream (音视频实时传输控制), 0x9102.
 *
 * @param channel logical channel
 * @param control 0 close, 1 switch the stream, 2 pause all, 3 resume, 4 end the talk
 * @param closed what a close ends: 0 sound and picture, 1 sound, 2 picture
 * @param stream to switch to: 0 main, 1 sub stream
 */
public record LiveVideoControlCommand(int channel, int control, int closed, int stream)
    implements PlatformMessage {
  public static final int ID = 0x9102;

  public static LiveVideoControlCommand decode(BodyReader in, ProtocolVersion version) {
    return new LiveVideoControlCommand(
        in.field("channel").u8(),
        in.field("control").u8(),
        in.field("closed").u8(),
        in.field("stream").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(channel).u8(control).u8(closed).u8(stream);
  }
}
