package io.qingtu.protocol.message.location;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Temporary tracking (临时位置跟踪控制), 0x8202.
 *
 * @param interval of the reports, s; 0 ends the tracking
 * @param validity how long to track, s; nothing where the interval is 0
 */
public record TrackingCommand(int interval, long validity) implements PlatformMessage {
  public static final int ID = 0x8202;

  public static TrackingCommand decode(BodyReader in, ProtocolVersion version) {
    int interval = in.field("interval", "s").u16();
    boolean ends = interval == 0 && in.remaining() == 0;
    return new TrackingCommand(interval, ends ? 0 : in.field("validity", "s").u32());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(interval);
    if (interval != 0 || validity != 0) {
      out.u32(validity);
    }
  }
}
