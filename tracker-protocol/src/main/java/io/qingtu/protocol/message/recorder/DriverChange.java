package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/**
 * A driver who logged in or out (驾驶人身份记录), command 0x12.
 *
 * @param event 1 in, 2 out
 */
public record DriverChange(DeviceTime time, String licence, int event) implements RecorderData {
  static DriverChange decode(BodyReader in) {
    return new DriverChange(
        in.field("time", "GMT+8").time(),
        in.field("licence").paddedText(RecorderPacket.LICENCE_BYTES),
        in.field("event").u8());
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(time).paddedText(licence, RecorderPacket.LICENCE_BYTES).u8(event);
  }
}
