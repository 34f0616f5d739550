package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/** A driver who drove too long (超时驾驶记录), command 0x11. */
public record OvertimeDriving(
    String licence, DeviceTime start, DeviceTime end, RecorderPosition from, RecorderPosition to)
    implements RecorderData {
  static OvertimeDriving decode(BodyReader in) {
    return new OvertimeDriving(
        in.field("licence").paddedText(RecorderPacket.LICENCE_BYTES),
        in.field("start", "GMT+8").time(),
        in.field("end", "GMT+8").time(),
        RecorderPosition.decode(in, "from"),
        RecorderPosition.decode(in, "to"));
  }

  @Override
  public void encode(BodyWriter out) {
    out.paddedText(licence, RecorderPacket.LICENCE_BYTES).time(start).time(end);
    from.encode(out);
    to.encode(out);
  }
}
