package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x16, channels whose camera is covered.
 *
 * @param channels bit n: channel n + 1
 */
public record CoveredVideoChannels(long channels) implements AdditionalItem {
  @Override
  public int id() {
    return 0x16;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(channels);
  }
}
