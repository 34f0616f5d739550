package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Additional item (附加信息项) of a location report: JT/T 808-2019, JT/T 1078-2016 for 0x14–0x18, and
 * T/JSATL 12-2017 for 0x64–0x67. Each record holds the whole of its value, so that writing it gives
 * the bytes that were read; a known id with another length than the standard's is vendors' use of
 * it and stays {@link Unknown}.
 */
public sealed interface AdditionalItem
    permits Mileage,
        Fuel,
        RecorderSpeed,
        AlarmToConfirm,
        TyrePressures,
        CabinTemperature,
        OverspeedPlace,
        AreaPassage,
        SegmentTime,
        VideoAlarms,
        LostVideoChannels,
        CoveredVideoChannels,
        VideoStorageFaults,
        AbnormalDriving,
        VehicleSignals,
        InputOutput,
        AnalogInputs,
        SignalStrength,
        Satellites,
        DrivingAssistanceAlarm,
        DriverStateAlarm,
        TyreStateAlarm,
        BlindSpotAlarm,
        HarshDrivingAlarm,
        UnknownItem {
  int id();

  /** Writes the value, without id and length. */
  void encode(BodyWriter out);

  /** The value as it stands in the message. */
  default Bytes value() {
    BodyWriter out = new BodyWriter();
    encode(out);
    return out.toBytes();
  }

  /** Reads the {@code length} bytes of an item's value; the cases below are id and length. */
  static AdditionalItem decode(int id, int length, BodyReader in) {
    return switch (id << 8 | length) {
      case 0x01_04 -> new Mileage(in.field("mileage", "0.1 km").u32());
      case 0x02_02 -> new Fuel(in.field("fuel", "0.1 l").u16());
      case 0x03_02 -> new RecorderSpeed(in.field("recorderSpeed", "0.1 km/h").u16());
      case 0x04_02 -> new AlarmToConfirm(in.field("alarmEventId").u16());
      case 0x05_1e -> new TyrePressures(in.field("wheels", "Pa").bytes(length));
      case 0x06_02 -> new CabinTemperature(in.field("cabinTemperature", "°C, bit 15 minus").u16());
      case 0x11_01 -> new OverspeedPlace(in.field("placeType").u8(), OptionalLong.empty());
      case 0x11_05 ->
          new OverspeedPlace(
              in.field("placeType").u8(), OptionalLong.of(in.field("placeId").u32()));
      case 0x12_06 ->
          new AreaPassage(
              in.field("placeType").u8(), in.field("placeId").u32(), in.field("direction").u8());
      case 0x13_07 ->
          new SegmentTime(
              in.field("segmentId").u32(),
              in.field("time", "s").u16(),
              in.field("result").u8(),
              Byte.BYTES);
      case 0x13_08 ->
          new SegmentTime(
              in.field("segmentId").u32(),
              in.field("time", "s").u16(),
              in.field("result").u16(),
              Short.BYTES);
      case 0x14_04 -> new VideoAlarms(in.field("videoAlarms").u32());
      case 0x15_04 -> new LostVideoChannels(in.field("lostChannels").u32());
      case 0x16_04 -> new CoveredVideoChannels(in.field("coveredChannels").u32());
      case 0x17_02 -> new VideoStorageFaults(in.field("storageFaults").u16());
      case 0x18_02 -> new AbnormalDriving(in.field("abnormalDriving").u16(), OptionalInt.empty());
      case 0x18_03 ->
          new AbnormalDriving(
              in.field("abnormalDriving").u16(), OptionalInt.of(in.field("fatigue").u8()));
      case 0x25_04 -> new VehicleSignals(in.field("vehicleSignals").u32());
      case 0x2a_02 -> new InputOutput(in.field("inputOutput").u16());
      case 0x2b_04 -> new AnalogInputs(in.field("analogInputs").u32());
      case 0x30_01 -> new SignalStrength(in.field("signalStrength").u8());
      case 0x31_01 -> new Satellites(in.field("satellites").u8());
      case 0x64_2f -> DrivingAssistanceAlarm.decode(in, AlarmId.SHORT);
      case 0x64_47 -> DrivingAssistanceAlarm.decode(in, AlarmId.LONG);
      case 0x65_2f -> DriverStateAlarm.decode(in, AlarmId.SHORT);
      case 0x65_47 -> DriverStateAlarm.decode(in, AlarmId.LONG);
      case 0x67_29 -> BlindSpotAlarm.decode(in, AlarmId.SHORT);
      case 0x67_41 -> BlindSpotAlarm.decode(in, AlarmId.LONG);
      case 0x70_2f -> HarshDrivingAlarm.decode(in, AlarmId.SHORT);
      case 0x70_47 -> HarshDrivingAlarm.decode(in, AlarmId.LONG);
      default -> ofAnyLength(id, length, in);
    };
  }

  private static AdditionalItem ofAnyLength(int id, int length, BodyReader in) {
    if (id == TyreStateAlarm.ID) {
      OptionalInt alarmId = TyreStateAlarm.alarmIdLength(in.ahead().bytes(length));
      if (alarmId.isPresent()) {
        return TyreStateAlarm.decode(in, alarmId.getAsInt());
      }
    }
    return new UnknownItem(id, in.field("value").bytes(length));
  }
}
