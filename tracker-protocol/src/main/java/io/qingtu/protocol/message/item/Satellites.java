package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x31, satellites used for the fix.
 *
 * @param count 0–255
 */
public record Satellites(int count) implements AdditionalItem {
  @Override
  public int id() {
    return 0x31;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u8(count);
  }
}
