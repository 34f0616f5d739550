package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;

/**
 * 0x05, since 2019.
 *
 * @param wheels 30 bytes, Pa, from left to right and front to rear; 0xFF invalid
 */
public record TyrePressures(Bytes wheels) implements AdditionalItem {
  @Override
  public int id() {
    return 0x05;
  }

  @Override
  public void encode(BodyWriter out) {
    out.bytes(wheels);
  }
}
