package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * 0x66, state of the tyres (胎压监测系统报警信息, TPMS), T/JSATL 12-2017. Its table prints the tyres' own
 * offsets a byte apart from their lengths: what remains, divided by their count, decides.
 *
 * @param number of the alarm
 * @param phase 0 not available, 1 start, 2 end
 * @param positionBytes of each tyre: 1, or 2 as T/GDRTA has it
 */
public record TyreStateAlarm(
    long number, int phase, AlarmScene scene, AlarmId alarmId, int positionBytes, List<Tyre> tyres)
    implements AdditionalItem, SafetyAlarm {
  static final int ID = 0x66;

  private static final int HEAD = 5 + AlarmScene.BYTES;
  private static final int VALUES = 8;

  /**
   * @param position of the tyre, from the left front one, axle by axle
   * @param alarms bits of {@link SafetyAlarmType}
   * @param kPa pressure
   * @param celsius signed
   * @param batteryPercent of the sensor
   */
  public record Tyre(int position, int alarms, int kPa, int celsius, int batteryPercent) {}

  public TyreStateAlarm {
    tyres = List.copyOf(tyres);
  }

  /** Bytes of the alarm id if the value can be read as tyres' state, else empty. */
  static OptionalInt alarmIdLength(Bytes value) {
    boolean isShort = fits(value, AlarmId.SHORT);
    boolean isLong = fits(value, AlarmId.LONG);
    if (!isShort && !isLong) {
      return OptionalInt.empty();
    }
    boolean preferLong = isLong && (!isShort || !hasTime(value, AlarmId.SHORT));
    return OptionalInt.of(preferLong ? AlarmId.LONG : AlarmId.SHORT);
  }

  private static boolean fits(Bytes value, int alarmIdLength) {
    int tyres = value.length() - HEAD - alarmIdLength - 1;
    if (tyres < 0) {
      return false;
    }
    int count = value.at(HEAD + alarmIdLength);
    return tyres == count * (1 + VALUES) || tyres == count * (2 + VALUES);
  }

  private static boolean hasTime(Bytes value, int alarmIdLength) {
    BodyReader in = new BodyReader(value);
    in.bytes(HEAD + AlarmId.terminalIdLength(alarmIdLength));
    DeviceTime time = in.time();
    return time.instant().isPresent();
  }

  static TyreStateAlarm decode(BodyReader in, int alarmIdLength) {
    long number = in.field("number").u32();
    int phase = in.field("phase").u8();
    AlarmScene scene = AlarmScene.decode(in);
    AlarmId alarmId = AlarmId.decode(in, alarmIdLength);
    int count = in.field("tyreCount").u8();
    int positionBytes = count == 0 ? 1 : in.remaining() / count - VALUES;
    List<Tyre> tyres = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      in.enter("tyres", i);
      in.field("position");
      tyres.add(
          new Tyre(
              positionBytes == 1 ? in.u8() : in.u16(),
              in.field("alarms").u16(),
              in.field("pressure", "kPa").u16(),
              in.field("temperature", "°C").s16(),
              in.field("battery", "%").u16()));
      in.leave();
    }
    return new TyreStateAlarm(number, phase, scene, alarmId, positionBytes, tyres);
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public int type() {
    return tyres.stream().mapToInt(Tyre::alarms).reduce(0, (a, b) -> a | b);
  }

  @Override
  public int level() {
    return 0;
  }

  @Override
  public void encode(BodyWriter out) {
    out.u32(number).u8(phase);
    scene.encode(out);
    alarmId.encode(out);
    out.u8(tyres.size());
    for (Tyre tyre : tyres) {
      if (positionBytes == 1) {
        out.u8(tyre.position());
      } else {
        out.u16(tyre.position());
      }
      out.u16(tyre.alarms()).u16(tyre.kPa()).u16(tyre.celsius()).u16(tyre.batteryPercent());
    }
  }
}
