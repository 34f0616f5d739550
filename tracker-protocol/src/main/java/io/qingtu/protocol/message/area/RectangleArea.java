package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.Optional;

/**
 * A rectangle (矩形区域).
 *
 * @param attributes see {@link AreaAttribute}
 * @param name since 2019, else empty
 */
public record RectangleArea(
    long id,
    int attributes,
    Vertex upperLeft,
    Vertex lowerRight,
    Optional<TimeWindow> window,
    Optional<SpeedLimit> speedLimit,
    String name) {
  public RectangleArea {
    AreaFields.check(AreaAttribute.TIMES.in(attributes), window, "times");
    AreaFields.check(AreaAttribute.SPEED_LIMIT.in(attributes), speedLimit, "speed limit");
  }

  static RectangleArea decode(BodyReader in, ProtocolVersion version) {
    long id = in.field("id").u32();
    int attributes = in.field("attributes").u16();
    return new RectangleArea(
        id,
        attributes,
        Vertex.decode(in, "upperLatitude", "leftLongitude"),
        Vertex.decode(in, "lowerLatitude", "rightLongitude"),
        AreaFields.window(in, attributes),
        AreaFields.speedLimit(in, attributes, version),
        AreaFields.name(in, version));
  }

  void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(id).u16(attributes);
    upperLeft.encode(out);
    lowerRight.encode(out);
    window.ifPresent(times -> times.encode(out));
    speedLimit.ifPresent(limit -> limit.encode(out, version));
    AreaFields.writeName(out, name, version);
  }
}
