package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Packets of a recorder, written from the tables of GB/T 19056-2012, appendix A. */
public final class RecorderVectors {
  /**
   * @param packet hexadecimal, with its checksum
   * @param query whether it asks: then its data are a period, whatever the command
   */
  public record Example(String packet, boolean query, RecorderPacket meaning) {
    /** The command word. */
    public int command() {
      return meaning.command();
    }

    public Bytes bytes() {
      return Bytes.ofHex(packet);
    }
  }

  private static final String CLOCK = "260309160506";
  private static final DeviceTime TIME = new DeviceTime(0x260309160506L);
  private static final DeviceTime LATER = new DeviceTime(0x260309160606L);
  private static final String LICENCE = "110101199001011234";
  private static final String LICENCE_HEX = "313130313031313939303031303131323334";

  /** 121.473701° = 7288.4221′ east, 33.8568° = 2031.4080′ south, 12 m below the sea. */
  private static final String PLACE_HEX = "04581ffd" + "feca0820" + "fff4";

  private static final RecorderPosition PLACE = new RecorderPosition(72884221, -20314080, -12);

  private RecorderVectors() {}

  public static List<Example> all() {
    List<Example> all = new ArrayList<>();
    settings(all);
    all.addAll(logs());
    all.add(answer(0x00, "1200", new StandardEdition(Bytes.ofHex("12"), 0)));
    all.add(answer(0x01, LICENCE_HEX, new CurrentDriver(LICENCE)));
    all.add(
        answer(
            0x07,
            "43313233343536"
                + "4d4f44454c2d31"
                + "00".repeat(9)
                + "251231"
                + "00000007"
                + "0000000000",
            new RecorderIdentity(
                "C123456",
                "MODEL-1",
                Bytes.ofHex("251231"),
                Bytes.ofHex("00000007"),
                Bytes.ofHex("0000000000"))));
    all.add(example(RecorderPacket.ANSWER, 0x82, "", false, List.of()));
    all.add(failed(RecorderPacket.QUERY_FAILED));
    all.add(failed(RecorderPacket.SETTING_FAILED));
    all.add(example(RecorderPacket.QUESTION, 0x02, "", true, List.of()));
    all.add(example(RecorderPacket.QUESTION, 0x05, "", true, List.of()));
    all.add(
        example(
            RecorderPacket.QUESTION,
            0x08,
            CLOCK + "260309160606" + "0105",
            true,
            List.of(new RecorderPeriod(TIME, LATER, 0x105))));
    return all;
  }

  /** Those that are read by one command and set by another. */
  private static void settings(List<Example> all) {
    both(all, 0x02, 0xc2, CLOCK, new RecorderClock(TIME));
    all.add(setting(0x83, CLOCK, new RecorderClock(TIME)));
    both(
        all,
        0x03,
        0xc4,
        CLOCK + "260309160606" + "00001000" + "01234567",
        new MileageState(TIME, LATER, Bytes.ofHex("00001000"), Bytes.ofHex("01234567")));
    both(all, 0x04, 0xc3, CLOCK + "0e10", new PulseCoefficient(TIME, 3600));
    both(
        all,
        0x05,
        0x82,
        "4c56424130303030303030303030303031"
            + "bba6413132333435"
            + "00".repeat(4)
            + "b4f3d0cdc6fbb3b500000000",
        new RecorderVehicle("LVBA0000000000001", "沪A12345", "大型汽车"));
    both(
        all,
        0x06,
        0x84,
        CLOCK
            + "01"
            + ("b5b9b3b5" + "00".repeat(6))
            + "00".repeat(60)
            + "d6c6b6af"
            + "00".repeat(6),
        new SignalNames(TIME, 1, List.of("倒车", "", "", "", "", "", "", "制动")));
  }

  private static List<Example> logs() {
    RecorderEvent event = new RecorderEvent(TIME, 2);
    String samples = "3c80".repeat(60);
    return List.of(
        answer(
            0x08,
            (CLOCK + samples).repeat(2),
            new SpeedMinute(TIME, Collections.nCopies(60, new SpeedSample(60, 0x80))),
            new SpeedMinute(TIME, Collections.nCopies(60, new SpeedSample(60, 0x80)))),
        answer(
            0x09,
            CLOCK + (PLACE_HEX + "ff").repeat(60),
            new PositionHour(TIME, Collections.nCopies(60, new PositionMinute(PLACE, 0xff)))),
        answer(
            0x10,
            CLOCK + LICENCE_HEX + "3c80".repeat(100) + PLACE_HEX,
            new AccidentPoint(
                TIME, LICENCE, Collections.nCopies(100, new SpeedSample(60, 0x80)), PLACE)),
        answer(
            0x11,
            LICENCE_HEX + CLOCK + "260309160606" + PLACE_HEX + "000000010000000200ff",
            new OvertimeDriving(LICENCE, TIME, LATER, PLACE, new RecorderPosition(1, 2, 255))),
        answer(0x12, CLOCK + LICENCE_HEX + "01", new DriverChange(TIME, LICENCE, 1)),
        answer(0x13, CLOCK + "02" + CLOCK + "02", event, event),
        answer(0x14, CLOCK + "82", new RecorderEvent(TIME, 0x82)),
        answer(
            0x15,
            "02" + CLOCK + "260309160606" + "3c3b".repeat(60),
            new SpeedCheck(2, TIME, LATER, Collections.nCopies(60, new SpeedPair(60, 59)))));
  }

  private static void both(List<Example> all, int get, int set, String data, RecorderData read) {
    all.add(answer(get, data, read));
    all.add(setting(set, data, read));
  }

  private static Example answer(int command, String data, RecorderData... read) {
    return example(RecorderPacket.ANSWER, command, data, false, List.of(read));
  }

  private static Example setting(int command, String data, RecorderData read) {
    return example(RecorderPacket.QUESTION, command, data, false, List.of(read));
  }

  private static Example failed(int command) {
    String head = String.format("%04x%02x00", RecorderPacket.ANSWER, command);
    return new Example(
        head + checksum(head),
        false,
        new RecorderPacket(RecorderPacket.ANSWER, command, 0, List.of()));
  }

  private static Example example(
      int start, int command, String data, boolean query, List<RecorderData> read) {
    String head = String.format("%04x%02x%04x00", start, command, data.length() / 2) + data;
    return new Example(head + checksum(head), query, new RecorderPacket(start, command, 0, read));
  }

  private static String checksum(String hex) {
    int checksum = 0;
    for (byte b : Bytes.ofHex(hex).toArray()) {
      checksum ^= b;
    }
    return String.format("%02x", checksum & 0xff);
  }
}
