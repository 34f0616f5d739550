package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;

/** Anything else: vendors' items, and standard ids with a length of their own. */
public record UnknownItem(int id, Bytes value) implements AdditionalItem {
  public UnknownItem {
    if (value.length() > 0xff) {
      throw new IllegalArgumentException("an item has at most 255 bytes, not " + value.length());
    }
  }

  @Override
  public void encode(BodyWriter out) {
    out.bytes(value);
  }
}
