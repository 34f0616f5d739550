package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import java.util.List;

/**
 * An hour of positions (位置信息记录), command 0x09.
 *
 * @param start with minutes and seconds 00
 * @param minutes 60, one a minute
 */
public record PositionHour(DeviceTime start, List<PositionMinute> minutes) implements RecorderData {
  private static final int MINUTES = 60;

  public PositionHour {
    minutes = List.copyOf(minutes);
  }

  static PositionHour decode(BodyReader in) {
    return new PositionHour(
        in.field("start", "GMT+8").time(), in.list("minutes", MINUTES, PositionMinute::decode));
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(start);
    minutes.forEach(one -> one.encode(out));
  }
}
