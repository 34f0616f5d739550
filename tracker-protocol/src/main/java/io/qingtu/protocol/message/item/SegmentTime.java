package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x13, a segment was driven too fast or too slowly.
 *
 * @param result 0 too short a time, 1 too long
 */
public record SegmentTime(long segmentId, int seconds, int result) implements AdditionalItem {
  @Override
  public int id() {
    return 0x13;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(segmentId).u16(seconds).u8(result);
  }
}
