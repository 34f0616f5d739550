package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import java.util.List;

/**
 * The items behind the basic location: id, length and value each. An item that runs over the end
 * stops the reading, what was read stands, and nothing is thrown away.
 *
 * @param trailing bytes that are no whole item; mostly none
 */
record AdditionalItems(List<AdditionalItem> list, Bytes trailing) {
  private static final int HEAD_BYTES = 2;

  static AdditionalItems decode(Bytes bytes) {
    AdditionalItem[] items = new AdditionalItem[count(bytes)];
    BodyReader in = new BodyReader(bytes);
    for (int i = 0; i < items.length; i++) {
      items[i] = AdditionalItem.decode(in.u8(), in.u8(), in);
    }
    return new AdditionalItems(List.of(items), in.rest());
  }

  void encode(BodyWriter out) {
    for (AdditionalItem item : list) {
      int start = out.u8(item.id()).u8(0).length();
      item.encode(out);
      out.setU8(start - 1, out.length() - start);
    }
    out.bytes(trailing);
  }

  private static int count(Bytes bytes) {
    int count = 0;
    int at = 0;
    while (at + HEAD_BYTES <= bytes.length()) {
      at += HEAD_BYTES + bytes.at(at + 1);
      if (at > bytes.length()) {
        break;
      }
      count++;
    }
    return count;
  }
}
