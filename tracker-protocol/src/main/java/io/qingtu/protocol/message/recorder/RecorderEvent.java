package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/**
 * External power on or off (外部供电记录), command 0x13; a parameter that was set (参数修改记录), 0x14.
 *
 * @param event of power 1 on, 2 off; of a parameter the command that set it
 */
public record RecorderEvent(DeviceTime time, int event) implements RecorderData {
  static RecorderEvent decode(BodyReader in) {
    return new RecorderEvent(in.field("time", "GMT+8").time(), in.field("event").u8());
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(time).u8(event);
  }
}
