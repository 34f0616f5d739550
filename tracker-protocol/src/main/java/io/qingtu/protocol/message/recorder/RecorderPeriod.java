package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/**
 * Which records are asked for (采集指定的记录), commands 0x08 to 0x15.
 *
 * @param most data blocks that may be sent
 */
public record RecorderPeriod(DeviceTime start, DeviceTime end, int most) implements RecorderData {
  static RecorderPeriod decode(BodyReader in) {
    return new RecorderPeriod(
        in.field("start", "GMT+8").time(), in.field("end", "GMT+8").time(), in.field("most").u16());
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(start).time(end).u16(most);
  }
}
