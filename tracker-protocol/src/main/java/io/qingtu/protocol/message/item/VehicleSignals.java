package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x25, extended vehicle signals.
 *
 * @param bits 0 low beam, 1 high beam, 2 right turn, 3 left turn, 4 brake, 5 reverse … 14 clutch
 */
public record VehicleSignals(long bits) implements AdditionalItem {
  @Override
  public int id() {
    return 0x25;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(bits);
  }
}
