package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x30, strength of the mobile network's signal.
 *
 * @param strength 0–255, the modem's own scale
 */
public record SignalStrength(int strength) implements AdditionalItem {
  @Override
  public int id() {
    return 0x30;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u8(strength);
  }
}
