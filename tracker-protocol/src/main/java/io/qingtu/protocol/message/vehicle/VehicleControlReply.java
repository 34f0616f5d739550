package io.qingtu.protocol.message.vehicle;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.location.LocationReport;

/**
 * Reply to a vehicle control (车辆控制应答), 0x0500: whether it was done, the status of the location
 * tells.
 *
 * @param replySerialNumber serial number of the command
 * @param location where and in which state the vehicle is
 */
public record VehicleControlReply(int replySerialNumber, LocationReport location)
    implements TerminalMessage {
  public static final int ID = 0x0500;

  public static VehicleControlReply decode(BodyReader in, ProtocolVersion version) {
    return new VehicleControlReply(
        in.field("replySerialNumber").u16(), LocationReport.decode(in, version));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber);
    location.encode(out, version);
  }
}
