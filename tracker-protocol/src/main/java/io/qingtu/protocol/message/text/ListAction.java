package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PacketCount;
import java.util.List;
import java.util.function.Consumer;

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

  /** Reads how many items follow; none where the body has ended. */
  static int readCount(BodyReader in, ProtocolVersion version) {
    return in.remaining() == 0 ? 0 : PacketCount.read(in.field("count").u8(), in, version);
  }

  /** Writes the action and the items, which deleting all may do without. */
  static <T> void write(
      int action, List<T> items, BodyWriter out, ProtocolVersion version, Consumer<T> writer) {
    out.u8(action);
    if (action != DELETE_ALL.code() || !items.isEmpty()) {
      out.u8(items.size());
      PacketCount.write(items.size(), out, version);
      items.forEach(writer);
    }
  }

  static void requireCountable(List<?> items) {
    if (items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException(items.size() + " items, at most " + MAX_ITEMS + " fit");
    }
  }
}
