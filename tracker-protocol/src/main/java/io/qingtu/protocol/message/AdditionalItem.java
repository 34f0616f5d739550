package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Additional item (附加信息项) of a location report: JT/T 808-2019, and JT/T 1078-2016 for 0x14–0x18.
 * Each record holds the whole of its value, so that writing it gives the bytes that were read; a
 * known id with another length than the standard's is vendors' use of it and stays {@link Unknown}.
 */
public sealed interface AdditionalItem {
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
      case 0x01_04 -> new Mileage(in.u32());
      case 0x02_02 -> new Fuel(in.u16());
      case 0x03_02 -> new RecorderSpeed(in.u16());
      case 0x04_02 -> new AlarmToConfirm(in.u16());
      case 0x05_1e -> new TyrePressures(in.bytes(length));
      case 0x06_02 -> new CabinTemperature(in.u16());
      case 0x11_01 -> new OverspeedPlace(in.u8(), OptionalLong.empty());
      case 0x11_05 -> new OverspeedPlace(in.u8(), OptionalLong.of(in.u32()));
      case 0x12_06 -> new AreaPassage(in.u8(), in.u32(), in.u8());
      case 0x13_07 -> new SegmentTime(in.u32(), in.u16(), in.u8());
      case 0x14_04 -> new VideoAlarms(in.u32());
      case 0x15_04 -> new LostVideoChannels(in.u32());
      case 0x16_04 -> new CoveredVideoChannels(in.u32());
      case 0x17_02 -> new VideoStorageFaults(in.u16());
      case 0x18_02 -> new AbnormalDriving(in.u16(), OptionalInt.empty());
      case 0x18_03 -> new AbnormalDriving(in.u16(), OptionalInt.of(in.u8()));
      case 0x25_04 -> new VehicleSignals(in.u32());
      case 0x2a_02 -> new InputOutput(in.u16());
      case 0x2b_04 -> new AnalogInputs(in.u32());
      case 0x30_01 -> new SignalStrength(in.u8());
      case 0x31_01 -> new Satellites(in.u8());
      default -> new Unknown(id, in.bytes(length));
    };
  }

  /**
   * 0x01, distance by the odometer.
   *
   * @param deciKm 0.1 km
   */
  record Mileage(long deciKm) implements AdditionalItem {
    @Override
    public int id() {
      return 0x01;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u32(deciKm);
    }
  }

  /**
   * 0x02, fuel in the tank.
   *
   * @param deciLitres 0.1 l
   */
  record Fuel(int deciLitres) implements AdditionalItem {
    @Override
    public int id() {
      return 0x02;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u16(deciLitres);
    }
  }

  /**
   * 0x03, speed by the driving recorder.
   *
   * @param deciKmh 0.1 km/h
   */
  record RecorderSpeed(int deciKmh) implements AdditionalItem {
    @Override
    public int id() {
      return 0x03;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u16(deciKmh);
    }
  }

  /**
   * 0x04, an alarm that a person has to confirm.
   *
   * @param eventId counts from 1
   */
  record AlarmToConfirm(int eventId) implements AdditionalItem {
    @Override
    public int id() {
      return 0x04;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u16(eventId);
    }
  }

  /**
   * 0x05, since 2019.
   *
   * @param wheels 30 bytes, Pa, from left to right and front to rear; 0xFF invalid
   */
  record TyrePressures(Bytes wheels) implements AdditionalItem {
    @Override
    public int id() {
      return 0x05;
    }

    @Override
    public void encode(BodyWriter out) {
      out.bytes(wheels);
    }
  }

  /**
   * 0x06, since 2019.
   *
   * @param word magnitude, bit 15 set below zero
   */
  record CabinTemperature(int word) implements AdditionalItem {
    private static final int MINUS = 0x8000;

    /** °C. */
    public int celsius() {
      return (word & MINUS) == 0 ? word : -(word & ~MINUS);
    }

    @Override
    public int id() {
      return 0x06;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u16(word);
    }
  }

  /**
   * 0x11, where the speed is too high.
   *
   * @param placeType 0 no place, 1 circle, 2 rectangle, 3 polygon, 4 segment
   * @param place area or segment id, only with a place type: 5 bytes, else 1
   */
  record OverspeedPlace(int placeType, OptionalLong place) implements AdditionalItem {
    @Override
    public int id() {
      return 0x11;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u8(placeType);
      place.ifPresent(out::u32);
    }
  }

  /**
   * 0x12, an area or route was entered or left.
   *
   * @param placeType 1 circle, 2 rectangle, 3 polygon, 4 route
   * @param direction 0 in, 1 out
   */
  record AreaPassage(int placeType, long placeId, int direction) implements AdditionalItem {
    @Override
    public int id() {
      return 0x12;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u8(placeType).u32(placeId).u8(direction);
    }
  }

  /**
   * 0x13, a segment was driven too fast or too slowly.
   *
   * @param result 0 too short a time, 1 too long
   */
  record SegmentTime(long segmentId, int seconds, int result) implements AdditionalItem {
    @Override
    public int id() {
      return 0x13;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u32(segmentId).u16(seconds).u8(result);
    }
  }

  /**
   * 0x14, video alarms.
   *
   * @param bits 0 signal lost, 1 covered, 2 storage, 3 other device, 4 passengers, 5 abnormal
   *     driving, 6 recording full
   */
  record VideoAlarms(long bits) implements AdditionalItem {
    @Override
    public int id() {
      return 0x14;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u32(bits);
    }
  }

  /**
   * 0x15, channels without a signal.
   *
   * @param channels bit n: channel n + 1
   */
  record LostVideoChannels(long channels) implements AdditionalItem {
    @Override
    public int id() {
      return 0x15;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u32(channels);
    }
  }

  /**
   * 0x16, channels whose camera is covered.
   *
   * @param channels bit n: channel n + 1
   */
  record CoveredVideoChannels(long channels) implements AdditionalItem {
    @Override
    public int id() {
      return 0x16;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u32(channels);
    }
  }

  /**
   * 0x17, faults of video storage.
   *
   * @param stores bits 0–11 main, 12–15 backup
   */
  record VideoStorageFaults(int stores) implements AdditionalItem {
    @Override
    public int id() {
      return 0x17;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u16(stores);
    }
  }

  /**
   * 0x18, abnormal driving. The standard's table has 2 bytes, its structure 3: both occur.
   *
   * @param bits 0 fatigue, 1 phone, 2 smoking, 11–15 custom
   * @param fatigue 0–100
   */
  record AbnormalDriving(int bits, OptionalInt fatigue) implements AdditionalItem {
    @Override
    public int id() {
      return 0x18;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u16(bits);
      fatigue.ifPresent(out::u8);
    }
  }

  /**
   * 0x25, extended vehicle signals.
   *
   * @param bits 0 low beam, 1 high beam, 2 right turn, 3 left turn, 4 brake, 5 reverse … 14 clutch
   */
  record VehicleSignals(long bits) implements AdditionalItem {
    @Override
    public int id() {
      return 0x25;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u32(bits);
    }
  }

  /**
   * 0x2A, inputs and outputs.
   *
   * @param bits 0 deep sleep, 1 sleep, the others reserved
   */
  record InputOutput(int bits) implements AdditionalItem {
    @Override
    public int id() {
      return 0x2a;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u16(bits);
    }
  }

  /**
   * 0x2B, analogue inputs.
   *
   * @param word AD0 in the low, AD1 in the high 16 bits
   */
  record AnalogInputs(long word) implements AdditionalItem {
    @Override
    public int id() {
      return 0x2b;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u32(word);
    }
  }

  /**
   * 0x30, strength of the mobile network's signal.
   *
   * @param strength 0–255, the modem's own scale
   */
  record SignalStrength(int strength) implements AdditionalItem {
    @Override
    public int id() {
      return 0x30;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u8(strength);
    }
  }

  /**
   * 0x31, satellites used for the fix.
   *
   * @param count 0–255
   */
  record Satellites(int count) implements AdditionalItem {
    @Override
    public int id() {
      return 0x31;
    }

    @Override
    public void encode(BodyWriter out) {
      out.u8(count);
    }
  }

  /** Anything else: vendors' items, and standard ids with a length of their own. */
  record Unknown(int id, Bytes value) implements AdditionalItem {
    public Unknown {
      if (value.length() > 0xff) {
        throw new IllegalArgumentException("an item has at most 255 bytes, not " + value.length());
      }
    }

    @Override
    public void encode(BodyWriter out) {
      out.bytes(value);
    }
  }
}
