package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * Speed limit of an area or segment.
 *
 * @param maxKmh 最高速度
 * @param durationSeconds how long it may be exceeded (超速持续时间)
 * @param nightMaxKmh 夜间最高速度, since 2019; 0 before
 */
public record SpeedLimit(int maxKmh, int durationSeconds, int nightMaxKmh) {
  static SpeedLimit decode(BodyReader in, ProtocolVersion version) {
    SpeedLimit day = decodeDay(in);
    return version == ProtocolVersion.V2019 ? day.withNight(in) : day;
  }

  /** Without the speed at night, which stands elsewhere in a polygon. */
  static SpeedLimit decodeDay(BodyReader in) {
    return new SpeedLimit(
        in.field("maxKmh", "km/h").u16(), in.field("durationSeconds", "s").u8(), 0);
  }

  SpeedLimit withNight(BodyReader in) {
    return new SpeedLimit(maxKmh, durationSeconds, in.field("nightMaxKmh", "km/h").u16());
  }

  void encode(BodyWriter out, ProtocolVersion version) {
    encodeDay(out);
    if (version == ProtocolVersion.V2019) {
      out.u16(nightMaxKmh);
    }
  }

  void encodeDay(BodyWriter out) {
    out.u16(maxKmh).u8(durationSeconds);
  }
}
