package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x15, channels without a signal.
 *
 * @param channels bit n: channel n + 1
 */
public record LostVideoChannels(long channels) implements AdditionalItem {
  @Override
  public int id() {
    return 0x15;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(channels);
  }
}
