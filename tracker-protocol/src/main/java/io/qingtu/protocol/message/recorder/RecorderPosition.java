package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * A position (位置信息), in two's complement: east and north are positive.
 *
 * @param longitude 0.0001 minutes of arc; 0x7FFFFFFF where there is none, as of the latitude
 * @param altitude m
 */
public record RecorderPosition(int longitude, int latitude, int altitude) {
  private static final String UNIT = "0.0001 ′";

  static RecorderPosition decode(BodyReader in) {
    return decode(in, "longitude", "latitude", "altitude");
  }

  /** One of two in a block. */
  static RecorderPosition decode(BodyReader in, String end) {
    return decode(in, end + "Longitude", end + "Latitude", end + "Altitude");
  }

  private static RecorderPosition decode(
      BodyReader in, String longitude, String latitude, String altitude) {
    return new RecorderPosition(
        (int) in.field(longitude, UNIT).u32(),
        (int) in.field(latitude, UNIT).u32(),
        in.field(altitude, "m").s16());
  }

  void encode(BodyWriter out) {
    out.u32(longitude).u32(latitude).u16(altitude);
  }
}
