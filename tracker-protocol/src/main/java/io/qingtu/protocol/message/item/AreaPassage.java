package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x12, an area or route was entered or left.
 *
 * @param placeType 1 circle, 2 rectangle, 3 polygon, 4 route
 * @param direction 0 in, 1 out
 */
public record AreaPassage(int placeType, long placeId, int direction) implements AdditionalItem {
  @Override
  public int id() {
    return 0x12;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u8(placeType).u32(placeId).u8(direction);
  }
}
