package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * Corner of an area.
 *
 * @param latitudeE6 degrees times 10⁶ without a sign; the hemisphere is in the area's attributes
 * @param longitudeE6 as latitude
 */
public record Vertex(long latitudeE6, long longitudeE6) {
  static Vertex decode(BodyReader in) {
    return decode(in, "latitude", "longitude");
  }

  static Vertex decode(BodyReader in, String latitude, String longitude) {
    return new Vertex(in.field(latitude, "1e-6 °").u32(), in.field(longitude, "1e-6 °").u32());
  }

  void encode(BodyWriter out) {
    out.u32(latitudeE6).u32(longitudeE6);
  }
}
