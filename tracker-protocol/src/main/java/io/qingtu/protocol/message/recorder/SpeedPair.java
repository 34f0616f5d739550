package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/** The speed that was recorded beside the one of the satellites. */
public record SpeedPair(int recorded, int reference) {
  static SpeedPair decode(BodyReader in) {
    return new SpeedPair(in.field("recorded", "km/h").u8(), in.field("reference", "km/h").u8());
  }

  void encode(BodyWriter out) {
    out.u8(recorded).u8(reference);
  }
}
