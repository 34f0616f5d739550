package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * 0x70, alarm of harsh driving (激烈驾驶报警信息). T/JSATL 12-2017 does not have it, the later regional
 * standards do; other lengths under this id are vendors' weights and stay unknown.
 *
 * @param number of the alarm
 * @param phase 0 not available, 1 start, 2 end
 * @param type as {@link SafetyAlarmType} names it
 * @param timeThreshold s
 * @param firstThreshold 0.01 g of types 1 to 3, km/h of the others
 * @param secondThreshold revolutions a minute of types 4 to 7
 */
public record HarshDrivingAlarm(
    long number,
    int phase,
    int type,
    int timeThreshold,
    int firstThreshold,
    int secondThreshold,
    AlarmScene scene,
    AlarmId alarmId)
    implements AdditionalItem, SafetyAlarm {
  static HarshDrivingAlarm decode(BodyReader in, int alarmIdLength) {
    return new HarshDrivingAlarm(
        in.field("number").u32(),
        in.field("phase").u8(),
        in.field("type").u8(),
        in.field("timeThreshold", "s").u16(),
        in.field("firstThreshold").u16(),
        in.field("secondThreshold").u16(),
        AlarmScene.decode(in),
        AlarmId.decode(in, alarmIdLength));
  }

  @Override
  public int id() {
    return 0x70;
  }

  @Override
  public int level() {
    return 0;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(number).u8(phase).u8(type);
    out.u16(timeThreshold).u16(firstThreshold).u16(secondThreshold);
    scene.encode(out);
    alarmId.encode(out);
  }
}
