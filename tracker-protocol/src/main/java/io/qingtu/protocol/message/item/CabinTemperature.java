package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x06, since 2019.
 *
 * @param word magnitude, bit 15 set below zero
 */
public record CabinTemperature(int word) implements AdditionalItem {
  private static final int MINUS = 0x8000;

  /** °C. */
  public int celsius() {
    return (word & MINUS) == 0 ? word : -(word & ~MINUS);
  }

  @Override
  public int id() {
    return 0x06;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u16(word);
  }
}
