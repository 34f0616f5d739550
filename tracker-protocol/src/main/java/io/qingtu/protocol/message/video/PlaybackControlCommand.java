package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Controls a playback (平台下发远程录像回放控制), 0x9202.
 *
 * @param channel logical channel
 * @param control 0 start, 1 pause, 2 end, 3 fast forward, 4 back by key frames, 5 go to a moment, 6
 *     key frames
 * @param rate of controls 3 and 4: 0 none, 1 to 5 are 1, 2, 4, 8 and 16 times
 * @param position of control 5
 */
public record PlaybackControlCommand(int channel, int control, int rate, DeviceTime position)
    implements PlatformMessage {
  public static final int ID = 0x9202;

  public static PlaybackControlCommand decode(BodyReader in, ProtocolVersion version) {
    return new PlaybackControlCommand(
        in.field("channel").u8(),
        in.field("control").u8(),
        in.field("rate").u8(),
        in.field("position", "GMT+8").time());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(channel).u8(control).u8(rate).time(position);
  }
}
