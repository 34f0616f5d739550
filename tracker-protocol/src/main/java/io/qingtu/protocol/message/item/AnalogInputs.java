package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x2B, analogue inputs.
 *
 * @param word AD0 in the low, AD1 in the high 16 bits
 */
public record AnalogInputs(long word) implements AdditionalItem {
  @Override
  public int id() {
    return 0x2b;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(word);
  }
}
