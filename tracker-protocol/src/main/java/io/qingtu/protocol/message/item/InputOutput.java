package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x2A, inputs and outputs.
 *
 * @param bits 0 deep sleep, 1 sleep, the others reserved
 */
public record InputOutput(int bits) implements AdditionalItem {
  @Override
  public int id() {
    return 0x2a;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u16(bits);
  }
}
