package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of sub-packages behind their count, which is a BYTE in 2013 and a WORD in 2019. Some
 * write the one under the header of the other; only one of the two fits what is there.
 */
final class PartIndexes {
  private static final int MOST_IN_A_BYTE = 255;

  private PartIndexes() {}

  static List<Integer> decode(BodyReader in, ProtocolVersion version) {
    boolean since2019 = version == ProtocolVersion.V2019;
    boolean wide = isExact(in, !since2019) && !isExact(in, since2019) ? !since2019 : since2019;
    in.field("count");
    int count = wide ? in.u16() : in.u8();
    if (count > in.remaining() / Short.BYTES) {
      throw new MalformedException(
          Reason.MALFORMED, count + " sub-packages in " + in.remaining() + " bytes");
    }
    List<Integer> indexes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      in.enter("indexes", i);
      indexes.add(in.field("index").u16());
      in.leave();
    }
    return indexes;
  }

  /** Whether a count of this width is that of the indexes behind it. */
  private static boolean isExact(BodyReader in, boolean wide) {
    BodyReader ahead = in.ahead();
    if (ahead.remaining() < (wide ? Short.BYTES : Byte.BYTES)) {
      return false;
    }
    int count = wide ? ahead.u16() : ahead.u8();
    return ahead.remaining() == count * Short.BYTES;
  }

  static void encode(List<Integer> indexes, BodyWriter out, ProtocolVersion version) {
    if (version == ProtocolVersion.V2019) {
      out.u16(indexes.size());
    } else if (indexes.size() <= MOST_IN_A_BYTE) {
      out.u8(indexes.size());
    } else {
      throw new IllegalArgumentException(
          indexes.size() + " sub-packages, before 2019 at most " + MOST_IN_A_BYTE);
    }
    indexes.forEach(out::u16);
  }
}
