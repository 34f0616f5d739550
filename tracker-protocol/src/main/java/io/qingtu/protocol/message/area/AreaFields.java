package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.Optional;

/** What areas of all kinds have, and have only where an attribute or the version says so. */
final class AreaFields {
  /** What a BYTE can count. */
  static final int MAX_COUNT = 0xff;

  private AreaFields() {}

  static Optional<TimeWindow> window(BodyReader in, int attributes) {
    return AreaAttribute.TIMES.in(attributes)
        ? Optional.of(TimeWindow.decode(in))
        : Optional.empty();
  }

  static Optional<SpeedLimit> speedLimit(BodyReader in, int attributes, ProtocolVersion version) {
    return AreaAttribute.SPEED_LIMIT.in(attributes)
        ? Optional.of(SpeedLimit.decode(in, version))
        : Optional.empty();
  }

  /** Name (区域名称), since 2019. */
  static String name(BodyReader in, ProtocolVersion version) {
    if (version != ProtocolVersion.V2019) {
      return "";
    }
    int length = in.field("nameLength", "bytes").u16();
    return in.field("name").text(length);
  }

  static void writeName(BodyWriter out, String name, ProtocolVersion version) {
    if (version == ProtocolVersion.V2019) {
      Bytes text = BodyWriter.encode(name);
      out.u16(text.length()).bytes(text);
    }
  }

  /**
   * @throws IllegalArgumentException if an attribute announces what is not there, or the reverse
   */
  static void check(boolean announced, Optional<?> field, String name) {
    if (announced != field.isPresent()) {
      throw new IllegalArgumentException(
          name + (announced ? " announced, but none there" : " there, but not announced"));
    }
  }

  /**
   * @throws IllegalArgumentException if a BYTE cannot count them
   */
  static int byteCount(int count, String name) {
    if (count > MAX_COUNT) {
      throw new IllegalArgumentException(count + " " + name + " in one message");
    }
    return count;
  }
}
