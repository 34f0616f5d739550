package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x65, alarm of the driver's state (驾驶员状态监测系统报警信息, DSM), T/JSATL 12-2017.
 *
 * @param number of the alarm
 * @param phase 0 not available, 1 start, 2 end
 * @param type as {@link SafetyAlarmType} names it
 * @param level 1 or 2
 * @param fatigue 1–10, of type 1
 * @param reserved 4 bytes
 */
public record DriverStateAlarm(
    long number,
    int phase,
    int type,
    int level,
    int fatigue,
    long reserved,
    AlarmScene scene,
    AlarmId alarmId)
    implements AdditionalItem, SafetyAlarm {
  static DriverStateAlarm decode(BodyReader in, int alarmIdLength) {
    return new DriverStateAlarm(
        in.field("number").u32(),
        in.field("phase").u8(),
        in.field("type").u8(),
        in.field("level").u8(),
        in.field("fatigue").u8(),
        in.field("reserved").u32(),
        AlarmScene.decode(in),
        AlarmId.decode(in, alarmIdLength));
  }

  @Override
  public int id() {
    return 0x65;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(number).u8(phase).u8(type).u8(level).u8(fatigue).u32(reserved);
    scene.encode(out);
    alarmId.encode(out);
  }
}
