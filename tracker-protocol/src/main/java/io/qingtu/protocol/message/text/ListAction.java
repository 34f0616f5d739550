package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.List;

/** What becomes of a terminal's list (设置类型); the ordinal is the code on the wire. */
public enum ListAction {
  /** nothing follows */
  DELETE_ALL,
  /** the list is what follows */
  REPLACE,
  APPEND,
  MODIFY,
  /** events only */
  DELETE_SOME;

  private static final int MAX_ITEMS = 0xff;

  /** 0–4. */
  public int code() {
    return ordinal();
  }

  /** Reads how many items follow. In 2011 a second count follows, of those in this packet. */
  static int readCount(BodyReader in, ProtocolVersion version) {
    int count = in.field("count").u8();
    return version == ProtocolVersion.V2011 ? in.field("packetCount").u8() : count;
  }

  /** Writes how many items follow; one packet has them all. */
  static void writeCount(int count, BodyWriter out, ProtocolVersion version) {
    out.u8(count);
    if (version == ProtocolVersion.V2011) {
      out.u8(count);
    }
  }

  static void requireCountable(List<?> items) {
    if (items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException(items.size() + " items, at most " + MAX_ITEMS + " fit");
    }
  }
}
