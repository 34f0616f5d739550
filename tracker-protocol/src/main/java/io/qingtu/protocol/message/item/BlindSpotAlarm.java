package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x67, alarm of the blind spot (盲区监测系统报警信息, BSD), T/JSATL 12-2017.
 *
 * @param number of the alarm
 * @param phase 0 not available, 1 start, 2 end
 * @param type as {@link SafetyAlarmType} names it
 */
public record BlindSpotAlarm(long number, int phase, int type, AlarmScene scene, AlarmId alarmId)
    implements AdditionalItem, SafetyAlarm {
  static BlindSpotAlarm decode(BodyReader in, int alarmIdLength) {
    return new BlindSpotAlarm(
        in.field("number").u32(),
        in.field("phase").u8(),
        in.field("type").u8(),
        AlarmScene.decode(in),
        AlarmId.decode(in, alarmIdLength));
  }

  @Override
  public int id() {
    return 0x67;
  }

  @Override
  public int level() {
    return 0;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(number).u8(phase).u8(type);
    scene.encode(out);
    alarmId.encode(out);
  }
}
