package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/**
 * The recorder's clock (实时时间), commands 0x02 and 0xC2; the day of its installation (初次安装日期), 0x83.
 */
public record RecorderClock(DeviceTime time) implements RecorderData {
  static RecorderClock decode(BodyReader in) {
    return new RecorderClock(in.field("time", "GMT+8").time());
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(time);
  }
}
