package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PacketCount;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters behind their count, as 0x8103 and 0x0104 carry them. The lengths lead, not the count:
 * one that is too low loses no parameter; a parameter cut short is malformed, and so are more than
 * a count can tell. In 2011 a second count follows, of the parameters in this packet; the body
 * tells.
 */
final class ParameterList {
  private static final int HEAD_BYTES = 5;
  private static final int MAX_COUNT = 0xff;

  private ParameterList() {}

  static List<TerminalParameter> decode(BodyReader in, ProtocolVersion version) {
    int count = in.field("count").u8();
    if (version != ProtocolVersion.V2019 && hasPacketCount(in, version)) {
      count = in.field("packetCount").u8();
    }
    List<TerminalParameter> parameters =
        new ArrayList<>(Math.min(count, in.remaining() / HEAD_BYTES));
    while (parameters.size() < count ? in.remaining() > 0 : startsWithParameter(in)) {
      if (parameters.size() == MAX_COUNT) {
        throw new MalformedException(
            MalformedException.Reason.MALFORMED, "more than " + MAX_COUNT + " parameters");
      }
      in.enter("parameters", parameters.size());
      parameters.add(TerminalParameter.decode(in));
      in.leave();
    }
    return parameters;
  }

  /**
   * Whether the parameters end with the body if they begin a byte later, and, unless it is known to
   * be of 2011, only then.
   */
  private static boolean hasPacketCount(BodyReader in, ProtocolVersion version) {
    if (in.remaining() == 0 || version != ProtocolVersion.V2011 && endWithBody(in.ahead())) {
      return false;
    }
    BodyReader later = in.ahead();
    later.u8();
    return endWithBody(later);
  }

  private static boolean endWithBody(BodyReader in) {
    while (startsWithParameter(in)) {
      in.u32();
      in.bytes(in.u8());
    }
    return in.remaining() == 0;
  }

  private static boolean startsWithParameter(BodyReader in) {
    if (in.remaining() < HEAD_BYTES) {
      return false;
    }
    BodyReader ahead = in.ahead();
    ahead.u32();
    return ahead.u8() <= ahead.remaining();
  }

  static void encode(List<TerminalParameter> parameters, BodyWriter out, ProtocolVersion version) {
    if (parameters.size() > MAX_COUNT) {
      throw new IllegalArgumentException(
          parameters.size() + " parameters, at most " + MAX_COUNT + " fit");
    }
    out.u8(parameters.size());
    PacketCount.write(parameters.size(), out, version);
    parameters.forEach(parameter -> parameter.encode(out));
  }
}
