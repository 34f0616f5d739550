package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x04, an alarm that a person has to confirm.
 *
 * @param eventId counts from 1
 */
public record AlarmToConfirm(int eventId) implements AdditionalItem {
  @Override
  public int id() {
    return 0x04;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u16(eventId);
  }
}
