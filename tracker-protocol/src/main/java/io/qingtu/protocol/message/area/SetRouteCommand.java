package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PacketCount;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;
import java.util.Optional;

/**
 * Sets a route (设置路线), 0x8606.
 *
 * @param attributes see {@link AreaAttribute}, bits 0 and 2–5
 * @param points turning points in the order of travel
 * @param name since 2019, else empty
 */
public record SetRouteCommand(
    long id, int attributes, Optional<TimeWindow> window, List<RoutePoint> points, String name)
    implements PlatformMessage {
  public static final int ID = 0x8606;

  public SetRouteCommand {
    points = List.copyOf(points);
    AreaFields.check(AreaAttribute.TIMES.in(attributes), window, "times");
  }

  public static SetRouteCommand decode(BodyReader in, ProtocolVersion version) {
    long id = in.field("id").u32();
    int attributes = in.field("attributes").u16();
    Optional<TimeWindow> window = AreaFields.window(in, attributes);
    int count = PacketCount.read(in.field("count").u16(), in, version);
    return new SetRouteCommand(
        id,
        attributes,
        window,
        in.list("points", count, point -> RoutePoint.decode(point, version)),
        AreaFields.name(in, version));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(id).u16(attributes);
    window.ifPresent(times -> times.encode(out));
    out.u16(points.size());
    PacketCount.write(points.size(), out, version);
    points.forEach(point -> point.encode(out, version));
    AreaFields.writeName(out, name, version);
  }
}
