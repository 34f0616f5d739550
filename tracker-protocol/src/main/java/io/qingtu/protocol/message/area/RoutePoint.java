package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.Optional;

/**
 * Turning point of a route (拐点), and the segment from it to the next.
 *
 * @param pointId 0 in 2011, which has none
 * @param place the hemisphere is in the attributes
 * @param widthMetres of the segment
 * @param attributes see {@link SegmentAttribute}
 */
public record RoutePoint(
    long pointId,
    long segmentId,
    Vertex place,
    int widthMetres,
    int attributes,
    Optional<TravelTime> travelTime,
    Optional<SpeedLimit> speedLimit) {
  public RoutePoint {
    AreaFields.check(SegmentAttribute.TRAVEL_TIME.in(attributes), travelTime, "travel time");
    AreaFields.check(SegmentAttribute.SPEED_LIMIT.in(attributes), speedLimit, "speed limit");
  }

  static RoutePoint decode(BodyReader in, ProtocolVersion version) {
    long pointId = version == ProtocolVersion.V2011 ? 0 : in.field("pointId").u32();
    long segmentId = in.field("segmentId").u32();
    Vertex place = Vertex.decode(in);
    int width = in.field("widthMetres", "m").u8();
    int attributes = in.field("attributes").u8();
    return new RoutePoint(
        pointId,
        segmentId,
        place,
        width,
        attributes,
        SegmentAttribute.TRAVEL_TIME.in(attributes)
            ? Optional.of(TravelTime.decode(in, version))
            : Optional.empty(),
        SegmentAttribute.SPEED_LIMIT.in(attributes)
            ? Optional.of(SpeedLimit.decode(in, version))
            : Optional.empty());
  }

  void encode(BodyWriter out, ProtocolVersion version) {
    if (version != ProtocolVersion.V2011) {
      out.u32(pointId);
    }
    out.u32(segmentId);
    place.encode(out);
    out.u8(widthMetres).u8(attributes);
    travelTime.ifPresent(time -> time.encode(out, version));
    speedLimit.ifPresent(limit -> limit.encode(out, version));
  }
}
