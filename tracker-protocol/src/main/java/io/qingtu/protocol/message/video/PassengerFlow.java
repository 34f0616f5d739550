package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Passengers that got on and off (终端上传乘客流量), 0x1005.
 *
 * @param boarded passengers that got on
 * @param alighted passengers that got off
 */
public record PassengerFlow(DeviceTime from, DeviceTime to, int boarded, int alighted)
    implements TerminalMessage {
  public static final int ID = 0x1005;

  public static PassengerFlow decode(BodyReader in, ProtocolVersion version) {
    return new PassengerFlow(
        in.field("from", "GMT+8").time(),
        in.field("to", "GMT+8").time(),
        in.field("boarded").u16(),
        in.field("alighted").u16());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.time(from).time(to).u16(boarded).u16(alighted);
  }
}
