package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;
import java.util.OptionalLong;

/**
 * 0x11, where the speed is too high.
 *
 * @param placeType 0 no place, 1 circle, 2 rectangle, 3 polygon, 4 segment
 * @param place area or segment id, only with a place type: 5 bytes, else 1
 */
public record OverspeedPlace(int placeType, OptionalLong place) implements AdditionalItem {
  @Override
  public int id() {
    return 0x11;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u8(placeType);
    place.ifPresent(out::u32);
  }
}
