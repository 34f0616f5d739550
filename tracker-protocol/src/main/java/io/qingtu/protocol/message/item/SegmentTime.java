package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x13, a segment was driven too fast or too slowly. JT/T 808-2011 gives it 7 bytes in the list of
 * items and a WORD as the result, which makes 8, in its own table: both are read.
 *
 * @param result 0 too short a time, 1 too long
 * @param resultBytes 1, or 2 where the result is a WORD
 */
public record SegmentTime(long segmentId, int seconds, int result, int resultBytes)
    implements AdditionalItem {
  @Override
  public int id() {
    return 0x13;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(segmentId).u16(seconds);
    if (resultBytes == Short.BYTES) {
      out.u16(result);
    } else {
      out.u8(result);
    }
  }
}
