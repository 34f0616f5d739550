package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * How long a segment may take.
 *
 * @param maxSeconds above it took too long (路段行驶过长阈值); 2011 has this one alone
 * @param minSeconds below it was too short (路段行驶不足阈值)
 */
public record TravelTime(int maxSeconds, int minSeconds) {
  static TravelTime decode(BodyReader in, ProtocolVersion version) {
    int max = in.field("maxSeconds", "s").u16();
    return new TravelTime(
        max, version == ProtocolVersion.V2011 ? 0 : in.field("minSeconds", "s").u16());
  }

  void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(maxSeconds);
    if (version != ProtocolVersion.V2011) {
      out.u16(minSeconds);
    }
  }
}
