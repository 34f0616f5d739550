package io.qingtu.protocol.message.location;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Alarms confirmed by a person (人工确认报警消息), 0x8203, since 2013.
 *
 * @param alarmSerialNumber serial number of the report with the alarm; 0 means all of these kinds
 * @param alarms bits of {@link AlarmFlag}: 0, 3, 20, 21, 22, 27 and 28 can be confirmed
 */
public record ConfirmAlarmCommand(int alarmSerialNumber, long alarms) implements PlatformMessage {
  public static final int ID = 0x8203;

  public static ConfirmAlarmCommand decode(BodyReader in, ProtocolVersion version) {
    return new ConfirmAlarmCommand(in.field("alarmSerialNumber").u16(), in.field("alarms").u32());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(alarmSerialNumber).u32(alarms);
  }
}
