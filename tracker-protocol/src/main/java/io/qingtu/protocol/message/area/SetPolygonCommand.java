package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PacketCount;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;
import java.util.Optional;

/**
 * Sets a polygon (设置多边形区域), 0x8604.
 *
 * @param attributes see {@link AreaAttribute}
 * @param vertices its corners
 * @param name since 2019, else empty
 */
public record SetPolygonCommand(
    long id,
    int attributes,
    Optional<TimeWindow> window,
    Optional<SpeedLimit> speedLimit,
    List<Vertex> vertices,
    String name)
    implements PlatformMessage {
  public static final int ID = 0x8604;

  public SetPolygonCommand {
    vertices = List.copyOf(vertices);
    AreaFields.check(AreaAttribute.TIMES.in(attributes), window, "times");
    AreaFields.check(AreaAttribute.SPEED_LIMIT.in(attributes), speedLimit, "speed limit");
  }

  public static SetPolygonCommand decode(BodyReader in, ProtocolVersion version) {
    long id = in.field("id").u32();
    int attributes = in.field("attributes").u16();
    Optional<TimeWindow> window = AreaFields.window(in, attributes);
    // of the speeds the one at night stands behind the corners
    Optional<SpeedLimit> day = AreaFields.speedLimit(in, attributes, ProtocolVersion.V2013);
    int count = PacketCount.read(in.field("count").u16(), in, version);
    List<Vertex> vertices = in.list("vertices", count, Vertex::decode);
    Optional<SpeedLimit> limit =
        version == ProtocolVersion.V2019 ? day.map(speed -> speed.withNight(in)) : day;
    return new SetPolygonCommand(
        id, attributes, window, limit, vertices, AreaFields.name(in, version));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(id).u16(attributes);
    window.ifPresent(times -> times.encode(out));
    speedLimit.ifPresent(limit -> limit.encodeDay(out));
    out.u16(vertices.size());
    PacketCount.write(vertices.size(), out, version);
    vertices.forEach(vertex -> vertex.encode(out));
    if (version == ProtocolVersion.V2019) {
      speedLimit.ifPresent(limit -> out.u16(limit.nightMaxKmh()));
    }
    AreaFields.writeName(out, name, version);
  }
}
