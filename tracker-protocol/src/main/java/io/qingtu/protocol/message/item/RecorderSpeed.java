package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x03, speed by the driving recorder.
 *
 * @param deciKmh 0.1 km/h
 */
public record RecorderSpeed(int deciKmh) implements AdditionalItem {
  @Override
  public int id() {
    return 0x03;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u16(deciKmh);
  }
}
