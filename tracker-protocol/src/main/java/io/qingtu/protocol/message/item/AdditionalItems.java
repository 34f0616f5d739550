package io.qingtu.protocol.message.item;

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
public record AdditionalItems(List<AdditionalItem> list, Bytes trailing) {
  private static final int HEAD_BYTES = 2;

  /** Reads what is left of a body. */
  public static AdditionalItems decode(BodyReader in) {
    AdditionalItem[] items = new AdditionalItem[count(in.ahead().rest())];
    for (int i = 0; i < items.length; i++) {
      in.enter("items", i);
      int id = in.field("id").u8();
      int length = in.field("length", "bytes").u8();
      items[i] = AdditionalItem.decode(id, length, in.part(length));
      in.leave();
    }
    return new AdditionalItems(List.of(items), in.field("trailing").rest());
  }

  public void encode(BodyWriter out) {
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
