package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;
import java.util.OptionalInt;

/**
 * 0x18, abnormal driving. The standard's table has 2 bytes, its structure 3: both occur.
 *
 * @param bits 0 fatigue, 1 phone, 2 smoking, 11–15 custom
 * @param fatigue 0–100
 */
public record AbnormalDriving(int bits, OptionalInt fatigue) implements AdditionalItem {
  @Override
  public int id() {
    return 0x18;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u16(bits);
    fatigue.ifPresent(out::u8);
  }
}
