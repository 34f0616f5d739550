package io.qingtu.protocol.message;

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
    int at = 0;
    for (int i = 0; i < items.length; i++) {
      int length = bytes.at(at + 1);
      items[i] = AdditionalItem.decode(bytes.at(at), bytes.slice(at + HEAD_BYTES, length));
      at += HEAD_BYTES + length;
    }
    return new AdditionalItems(List.of(items), bytes.slice(at, bytes.length() - at));
  }

  void encode(BodyWriter out) {
    for (AdditionalItem item : list) {
      Bytes value = item.value();
      out.u8(item.id()).u8(value.length()).bytes(value);
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
