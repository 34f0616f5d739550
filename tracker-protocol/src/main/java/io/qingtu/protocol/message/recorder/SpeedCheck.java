package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import java.util.List;

/**
 * How the speed sensor compares with the satellites (速度状态日志), command 0x15.
 *
 * @param state 1 normal, 2 abnormal
 * @param seconds 60, one a second from the start
 */
public record SpeedCheck(int state, DeviceTime start, DeviceTime end, List<SpeedPair> seconds)
    implements RecorderData {
  private static final int SECONDS = 60;

  public SpeedCheck {
    seconds = List.copyOf(seconds);
  }

  static SpeedCheck decode(BodyReader in) {
    return new SpeedCheck(
        in.field("state").u8(),
        in.field("start", "GMT+8").time(),
        in.field("end", "GMT+8").time(),
        in.list("seconds", SECONDS, SpeedPair::decode));
  }

  @Override
  public void encode(BodyWriter out) {
    out.u8(state).time(start).time(end);
    seconds.forEach(one -> one.encode(out));
  }
}
