package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import java.util.List;

/**
 * A minute of speeds (行驶速度记录), command 0x08.
 *
 * @param start with the seconds 00
 * @param seconds 60, one a second
 */
public record SpeedMinute(DeviceTime start, List<SpeedSample> seconds) implements RecorderData {
  private static final int SECONDS = 60;

  public SpeedMinute {
    seconds = List.copyOf(seconds);
  }

  static SpeedMinute decode(BodyReader in) {
    return new SpeedMinute(
        in.field("start", "GMT+8").time(), in.list("seconds", SECONDS, SpeedSample::decode));
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(start);
    seconds.forEach(one -> one.encode(out));
  }
}
