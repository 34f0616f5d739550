package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * Where the vehicle was in a minute, and how fast.
 *
 * @param speed mean of the minute, km/h; 0xFF where there is none
 */
public record PositionMinute(RecorderPosition position, int speed) {
  static PositionMinute decode(BodyReader in) {
    return new PositionMinute(RecorderPosition.decode(in), in.field("speed", "km/h").u8());
  }

  void encode(BodyWriter out) {
    position.encode(out);
    out.u8(speed);
  }
}
