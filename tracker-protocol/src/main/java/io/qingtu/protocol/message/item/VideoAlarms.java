package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x14, video alarms.
 *
 * @param bits 0 signal lost, 1 covered, 2 storage, 3 other device, 4 passengers, 5 abnormal
 *     driving, 6 recording full
 */
public record VideoAlarms(long bits) implements AdditionalItem {
  @Override
  public int id() {
    return 0x14;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(bits);
  }
}
