package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x17, faults of video storage.
 *
 * @param stores bits 0–11 main, 12–15 backup
 */
public record VideoStorageFaults(int stores) implements AdditionalItem {
  @Override
  public int id() {
    return 0x17;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u16(stores);
  }
}
