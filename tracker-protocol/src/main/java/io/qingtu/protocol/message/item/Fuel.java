package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x02, fuel in the tank.
 *
 * @param deciLitres 0.1 l
 */
public record Fuel(int deciLitres) implements AdditionalItem {
  @Override
  public int id() {
    return 0x02;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u16(deciLitres);
  }
}
