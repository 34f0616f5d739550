package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters behind their count, as 0x8103 and 0x0104 carry them. The lengths lead, not the count:
 * one that is too low loses no parameter; a parameter cut short is malformed.
 */
final class ParameterList {
  private static final int HEAD_BYTES = 5;
  private static final int MAX_COUNT = 0xff;

  private ParameterList() {}

  static List<TerminalParameter> decode(BodyReader in) {
    int count = in.field("count").u8();
    List<TerminalParameter> parameters =
        new ArrayList<>(Math.min(count, in.remaining() / HEAD_BYTES));
    while (parameters.size() < count ? in.remaining() > 0 : startsWithParameter(in)) {
      in.enter("parameters", parameters.size());
      parameters.add(TerminalParameter.decode(in));
      in.leave();
    }
    return parameters;
  }

  private static boolean startsWithParameter(BodyReader in) {
    if (in.remaining() < HEAD_BYTES) {
      return false;
    }
    BodyReader ahead = in.ahead();
    ahead.u32();
    return ahead.u8() <= ahead.remaining();
  }

  static void encode(List<TerminalParameter> parameters, BodyWriter out) {
    if (parameters.size() > MAX_COUNT) {
      throw new IllegalArgumentException(
          parameters.size() + " parameters, at most " + MAX_COUNT + " fit");
    }
    out.u8(parameters.size());
    parameters.forEach(parameter -> parameter.encode(out));
  }
}
