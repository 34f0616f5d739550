package io.qingtu.protocol.message.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.item.TyreStateAlarm.Tyre;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items of active safety, written by hand from the tables of T/JSATL 12-2017. */
public class SafetyAlarmTest {
  private static final DeviceTime TIME = new DeviceTime(0x260309101112L);
  private static final AlarmScene SCENE =
      new AlarmScene(0x3c, -2, 0x01dc8ad0L, 0x073d8aa5L, TIME, 0x0411);
  // km/h, m, 1e-6°, 1e-6°, time, state
  private static final String SCENE_HEX = "3c fffe 01dc8ad0 073d8aa5 260309101112 0411";
  private static final String SHORT_HEX = "31323334353637 260309101112 03 02 00";
  private static final String LONG_HEX =
      "3132333435363738" + "00".repeat(22) + "260309101112 03 02 0000";
  private static final AlarmId SHORT =
      new AlarmId(Bytes.ofHex("31323334353637"), TIME, 3, 2, Bytes.ofHex("00"));
  private static final AlarmId LONG =
      new AlarmId(
          Bytes.ofHex("3132333435363738" + "00".repeat(22)), TIME, 3, 2, Bytes.ofHex("0000"));

  /** One item of each kind, as the vectors of location reports carry them. */
  public static List<AdditionalItem> alarms() {
    return List.of(
        new DrivingAssistanceAlarm(0x0a0b0c0dL, 1, 2, 1, 50, 9, 2, 1, 80, SCENE, SHORT),
        new DriverStateAlarm(1, 1, 1, 2, 7, 0, SCENE, SHORT),
        new TyreStateAlarm(2, 0, SCENE, SHORT, 1, List.of(new Tyre(3, 4, 700, -10, 90))),
        new BlindSpotAlarm(3, 1, 1, SCENE, SHORT),
        new HarshDrivingAlarm(4, 1, 2, 5, 40, 0, SCENE, SHORT));
  }

  private static AdditionalItem read(int id, String hex) {
    Bytes value = Bytes.ofHex(hex.replace(" ", ""));
    AdditionalItem item = AdditionalItem.decode(id, value.length(), new BodyReader(value));
    assertEquals(value, item.value(), "written as it was read");
    return item;
  }

  @Test
  void readsTheDrivingAssistance() {
    String head = "0a0b0c0d 01 02 01 32 09 02 01 50";
    assertEquals(
        new DrivingAssistanceAlarm(0x0a0b0c0dL, 1, 2, 1, 0x32, 9, 2, 1, 0x50, SCENE, SHORT),
        read(0x64, head + SCENE_HEX + SHORT_HEX));
    assertEquals(
        new DrivingAssistanceAlarm(0x0a0b0c0dL, 1, 2, 1, 0x32, 9, 2, 1, 0x50, SCENE, LONG),
        read(0x64, head + SCENE_HEX + LONG_HEX));
  }

  @Test
  void readsTheDriversState() {
    String head = "0a0b0c0d 02 01 02 07 01020304";
    assertEquals(
        new DriverStateAlarm(0x0a0b0c0dL, 2, 1, 2, 7, 0x01020304L, SCENE, SHORT),
        read(0x65, head + SCENE_HEX + SHORT_HEX));
    assertEquals(
        new DriverStateAlarm(0x0a0b0c0dL, 2, 1, 2, 7, 0x01020304L, SCENE, LONG),
        read(0x65, head + SCENE_HEX + LONG_HEX));
  }

  @Test
  void readsTheBlindSpot() {
    String head = "0a0b0c0d 01 03";
    assertEquals(
        new BlindSpotAlarm(0x0a0b0c0dL, 1, 3, SCENE, SHORT),
        read(0x67, head + SCENE_HEX + SHORT_HEX));
    assertEquals(
        new BlindSpotAlarm(0x0a0b0c0dL, 1, 3, SCENE, LONG),
        read(0x67, head + SCENE_HEX + LONG_HEX));
  }

  @Test
  void readsHarshDriving() {
    String head = "0a0b0c0d 01 04 0005 0028 0320";
    assertEquals(
        new HarshDrivingAlarm(0x0a0b0c0dL, 1, 4, 5, 40, 800, SCENE, SHORT),
        read(0x70, head + SCENE_HEX + SHORT_HEX));
    assertEquals(
        new HarshDrivingAlarm(0x0a0b0c0dL, 1, 4, 5, 40, 800, SCENE, LONG),
        read(0x70, head + SCENE_HEX + LONG_HEX));
  }

  @Test
  void theSizeOfATyreIsWhatRemainsDividedByTheirCount() {
    String head = "0a0b0c0d 01" + SCENE_HEX;
    Tyre left = new Tyre(1, 6, 700, -10, 90);
    Tyre right = new Tyre(2, 0x80, 850, 60, 5);
    List<Tyre> both = List.of(left, right);
    String nine = "02 01 0006 02bc fff6 005a 02 0080 0352 003c 0005";
    String ten = "02 0001 0006 02bc fff6 005a 0002 0080 0352 003c 0005";
    assertEquals(
        new TyreStateAlarm(0x0a0b0c0dL, 1, SCENE, SHORT, 1, both),
        read(0x66, head + SHORT_HEX + nine));
    assertEquals(
        new TyreStateAlarm(0x0a0b0c0dL, 1, SCENE, SHORT, 2, both),
        read(0x66, head + SHORT_HEX + ten));
    assertEquals(
        new TyreStateAlarm(0x0a0b0c0dL, 1, SCENE, LONG, 1, both),
        read(0x66, head + LONG_HEX + nine));
    assertEquals(
        new TyreStateAlarm(0x0a0b0c0dL, 1, SCENE, LONG, 2, both),
        read(0x66, head + LONG_HEX + ten));
    assertEquals(
        new TyreStateAlarm(0x0a0b0c0dL, 1, SCENE, SHORT, 1, List.of()),
        read(0x66, head + SHORT_HEX + "00"));
  }

  @Test
  void whereBothIdsFitTheOneWithATimeIsRead() {
    // the 17th byte of the long id could be a count of six tyres of ten bytes
    String head = "0a0b0c0d 01" + SCENE_HEX;
    String longId = "31323334353637383940414243444546 06" + "00".repeat(13);
    String tail = "260309101112 03 02 0000";
    String four = "04" + "01 0006 02bc fff6 005a".repeat(4);
    TyreStateAlarm alarm = (TyreStateAlarm) read(0x66, head + longId + tail + four);
    assertEquals(AlarmId.LONG, alarm.alarmId().length());
    assertEquals(4, alarm.tyres().size());
    // and the third of six tyres has a byte where the long id's count of four would be
    String six = "06" + "0001 0006 02bc fff6 005a".repeat(2) + "0003 0004 02bc fff6 005a".repeat(4);
    alarm = (TyreStateAlarm) read(0x66, head + SHORT_HEX + six);
    assertEquals(AlarmId.SHORT, alarm.alarmId().length());
    assertEquals(6, alarm.tyres().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {46, 48, 70, 72})
  void aLengthThatIsNotTheStandardsStaysRaw(int length) {
    Bytes value = Bytes.ofHex("01".repeat(length));
    for (int id : new int[] {0x64, 0x65, 0x70}) {
      assertEquals(
          new UnknownItem(id, value), AdditionalItem.decode(id, length, new BodyReader(value)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 42, 64, 66, 4, 0})
  void aBlindSpotOfAnotherLengthStaysRaw(int length) {
    Bytes value = Bytes.ofHex("01".repeat(length));
    assertEquals(
        new UnknownItem(0x67, value), AdditionalItem.decode(0x67, length, new BodyReader(value)));
  }

  @Test
  void tyresWhoseCountLiesStayRaw() {
    String head = "0a0b0c0d 01" + SCENE_HEX + SHORT_HEX;
    for (String tyres :
        List.of("02 010006 02bc fff6 005a", "00 01", "ff", "01 010006 02bc fff6 00")) {
      Bytes value = Bytes.ofHex((head + tyres).replace(" ", ""));
      assertEquals(
          new UnknownItem(0x66, value),
          AdditionalItem.decode(0x66, value.length(), new BodyReader(value)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x64, 0x01, 前向碰撞报警",
    "0x64, 0x12, 实线变道报警（粤标）",
    "0x65, 0x05, 驾驶员异常报警",
    "0x65, 0x05, 驾驶员异常报警",
    "0x65, 0x0d, 玩手机报警（粤标）",
    "0x67, 0x03, 右侧后方接近报警",
    "0x70, 0x07, 发动机超转报警",
    "0x65, 0x0e, 未知类型 0x0E"
  })
  void namesATypeAndKeepsTheCodeOfOneThatHasNone(String item, String code, String title) {
    assertEquals(
        List.of(title), SafetyAlarmType.titles(Integer.decode(item), Integer.decode(code)));
  }

  @Test
  void tyresHaveANameForEachBit() {
    TyreStateAlarm alarm =
        new TyreStateAlarm(
            1,
            1,
            SCENE,
            SHORT,
            1,
            List.of(new Tyre(1, 2, 900, 20, 90), new Tyre(2, 0x102, 100, 20, 90)));
    assertEquals(List.of("胎压过高报警", "未知类型 0x100"), alarm.titles());
  }

  @Test
  void anAlarmIdHasOneOfTwoSizes() {
    assertEquals(16, SHORT.length());
    assertEquals(40, LONG.length());
    assertEquals(16, SHORT.bytes().length());
    assertEquals(40, LONG.bytes().length());
    Bytes seven = Bytes.ofHex("31323334353637");
    assertThrows(
        IllegalArgumentException.class, () -> new AlarmId(seven, TIME, 0, 0, Bytes.ofHex("0000")));
  }
}
