package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x01, distance by the odometer.
 *
 * @param deciKm 0.1 km
 */
public record Mileage(long deciKm) implements AdditionalItem {
  @Override
  public int id() {
    return 0x01;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(deciKm);
  }
}
