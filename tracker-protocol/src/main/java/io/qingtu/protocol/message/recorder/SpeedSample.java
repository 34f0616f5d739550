package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * Speed and signals of a second, or of a fifth of one.
 *
 * @param speedKmh 0xFF where there is none
 * @param signals bits: 7 brake, 6 left, 5 right turn, 4 high, 3 low beam, others as the vehicle has
 *     them
 */
public record SpeedSample(int speed, int signals) {
  static SpeedSample decode(BodyReader in) {
    return new SpeedSample(in.field("speed", "km/h").u8(), in.field("signals").u8());
  }

  void encode(BodyWriter out) {
    out.u8(speed).u8(signals);
  }
}
