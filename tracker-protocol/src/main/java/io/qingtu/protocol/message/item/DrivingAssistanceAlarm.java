package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x64, alarm of the driving assistance (高级驾驶辅助系统报警信息, ADAS), T/JSATL 12-2017.
 *
 * @param number of the alarm
 * @param phase 0 not available, 1 start, 2 end
 * @param type as {@link SafetyAlarmType} names it
 * @param level 1 or 2
 * @param frontSpeedKmh speed of the vehicle in front, of types 1 and 2
 * @param frontDistance 100 ms, to the vehicle in front or the pedestrian, of types 1, 2 and 4
 * @param departure 1 left, 2 right, of type 2
 * @param signType 1 speed, 2 height, 3 weight, of types 6 and 0x10
 * @param signValue what the sign says
 */
public record DrivingAssistanceAlarm(
    long number,
    int phase,
    int type,
    int level,
    int frontSpeedKmh,
    int frontDistance,
    int departure,
    int signType,
    int signValue,
    AlarmScene scene,
    AlarmId alarmId)
    implements AdditionalItem, SafetyAlarm {
  static DrivingAssistanceAlarm decode(BodyReader in, int alarmIdLength) {
    return new DrivingAssistanceAlarm(
        in.field("number").u32(),
        in.field("phase").u8(),
        in.field("type").u8(),
        in.field("level").u8(),
        in.field("frontSpeed", "km/h").u8(),
        in.field("frontDistance", "100 ms").u8(),
        in.field("departure").u8(),
        in.field("signType").u8(),
        in.field("signValue").u8(),
        AlarmScene.decode(in),
        AlarmId.decode(in, alarmIdLength));
  }

  @Override
  public int id() {
    return 0x64;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(number).u8(phase).u8(type).u8(level).u8(frontSpeedKmh).u8(frontDistance);
    out.u8(departure).u8(signType).u8(signValue);
    scene.encode(out);
    alarmId.encode(out);
  }
}
