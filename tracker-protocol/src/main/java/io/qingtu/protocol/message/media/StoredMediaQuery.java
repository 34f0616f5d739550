package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Search in what a terminal stored (存储多媒体数据检索), 0x8802.
 *
 * @param kind code of a {@link MediaKind}
 * @param channel 0 for all
 * @param event code of a {@link MediaEvent}
 * @param from {@link #UNLIMITED} on both sides searches everything
 * @param to as from
 */
public record StoredMediaQuery(int kind, int channel, int event, DeviceTime from, DeviceTime to)
    implements PlatformMessage {
  public static final int ID = 0x8802;

  /** All digits zero. */
  public static final DeviceTime UNLIMITED = new DeviceTime(0);

  public static StoredMediaQuery decode(BodyReader in, ProtocolVersion version) {
    return new StoredMediaQuery(
        in.field("kind").u8(),
        in.field("channel").u8(),
        in.field("event").u8(),
        in.field("from", "GMT+8").time(),
        in.field("to", "GMT+8").time());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(kind).u8(channel).u8(event).time(from).time(to);
  }
}
