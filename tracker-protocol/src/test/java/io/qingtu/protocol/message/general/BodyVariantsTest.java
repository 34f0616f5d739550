package io.qingtu.protocol.message.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.location.AlarmFlag;
import io.qingtu.protocol.message.location.BatchLocationReport;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.location.StatusFlag;
import io.qingtu.protocol.table.TerminalMessageType;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bodies as terminals send them, beside the standard: layouts, counts, bits. */
class BodyVariantsTest {
  private static final String LOCATION =
      "00000000" + "00000003" + "01dc8ad0" + "073d8aa5" + "0010" + "0000" + "0000" + "260309000506";

  private static TerminalMessage decode(int id, ProtocolVersion version, String hex) {
    return TerminalMessageType.decode(id, new BodyReader(Bytes.ofHex(hex)), version);
  }

  private static String padded(String hex, int bytes) {
    return hex + "00".repeat(bytes - hex.length() / 2);
  }

  private static TerminalRegistration register(ProtocolVersion header, String hex) {
    return (TerminalRegistration) decode(0x0100, header, hex);
  }

  @Test
  void aRegistrationsLengthTellsItsVersion() {
    String place = "002c" + "012c";
    String plate = "02" + "d4c1423132333435";
    String of2011 = place + padded("5154", 5) + padded("4d", 8) + padded("31", 7) + plate + "00";
    String of2013 = place + padded("5154", 5) + padded("4d", 20) + padded("31", 7) + plate;
    String of2019 = place + padded("5154", 11) + padded("4d", 30) + padded("31", 30) + plate;
    for (ProtocolVersion header : ProtocolVersion.values()) {
      // whatever the header says
      assertEquals(expected(ProtocolVersion.V2011), register(header, of2011));
      assertEquals(expected(ProtocolVersion.V2013), register(header, of2013));
      assertEquals(expected(ProtocolVersion.V2019), register(header, of2019));
    }
  }

  private static TerminalRegistration expected(ProtocolVersion layout) {
    return new TerminalRegistration(layout, 44, 300, "QT", "M", "1", 2, "粤B12345");
  }

  @Test
  void aLongPlateOf2011IsNotTakenForTheFieldsOf2013() {
    // colour 0 and a VIN: byte 36, where 2013 has the colour, is a letter
    String vin = "4c535648373138323258353031323334" + "35";
    String body = "002c012c" + padded("5154", 5) + padded("4d", 8) + padded("31", 7) + "00" + vin;
    TerminalRegistration registration = register(ProtocolVersion.V2013, body + "00");
    assertEquals(ProtocolVersion.V2011, registration.layout());
    assertEquals("LSVH71822X5012345", registration.plate());
  }

  @Test
  void aColourThatIsNoneLosesNoPlate() {
    String body = "002c012c" + padded("5154", 5) + padded("4d", 20) + padded("31", 7);
    TerminalRegistration registration =
        register(ProtocolVersion.V2013, body + "20" + "d4c1423132333435");
    assertEquals(ProtocolVersion.V2013, registration.layout());
    assertEquals("粤B12345", registration.plate());
  }

  @Test
  void textInFrontOfItsFillingOrBehindItIsTheSame() {
    String front = "002c012c" + "000000" + "5154" + padded("", 20) + padded("", 7) + "02";
    assertEquals("QT", register(ProtocolVersion.V2013, front).manufacturer());
  }

  @Test
  void aRegistrationWithoutAPlateIsAcceptedAndAShorterOneMalformed() {
    String zeros = "00".repeat(25);
    assertEquals("", register(ProtocolVersion.V2013, zeros).plate());
    assertThrows(MalformedException.class, () -> register(ProtocolVersion.V2013, "00".repeat(24)));
  }

  @Test
  void a2019HeaderMayCarryTheAuthenticationOf2013() {
    assertEquals(
        new Authentication("qt-0001", "", ""),
        decode(0x0102, ProtocolVersion.V2019, "71742d30303031"));
    // the code alone, its length in front; IMEI and software version are missing
    assertEquals(new Authentication("qt", "", ""), decode(0x0102, ProtocolVersion.V2019, "027174"));
    assertEquals(new Authentication("", "", ""), decode(0x0102, ProtocolVersion.V2019, ""));
  }

  @Test
  void aBatchTrustsLengthsNotItsCount() {
    String report = "001c" + LOCATION;
    assertEquals(2, batch("0001" + "01" + report + report).reports().size());
    assertEquals(2, batch("0005" + "01" + report + report).reports().size());
    assertEquals(0, batch("0000" + "00").reports().size());
  }

  @Test
  void fillingBehindTheLastReportOfABatchIsKept() {
    BatchLocationReport batch = batch("0001" + "00" + "001c" + LOCATION + "0000");
    assertEquals(1, batch.reports().size());
    assertEquals("0000", batch.trailing().hex());
  }

  @Test
  void aReportCutShortInsideABatchIsMalformed() {
    String body = "0002" + "00" + "001c" + LOCATION;
    for (String rest :
        new String[] {"00", "001c", "001c" + LOCATION.substring(2), "0002" + "0000"}) {
      assertThrows(MalformedException.class, () -> batch(body + rest), rest);
    }
  }

  private static BatchLocationReport batch(String hex) {
    return (BatchLocationReport) decode(0x0704, ProtocolVersion.V2013, hex);
  }

  @Test
  void hemispheresAndFixComeFromTheStatus() {
    LocationReport south =
        (LocationReport)
            decode(0x0200, ProtocolVersion.V2013, LOCATION.replace("00000003", "0000030d"));
    assertEquals(-31.230672, south.latitude());
    assertEquals(-121.473701, south.longitude());
    assertEquals(3, south.load());
    assertTrue(!south.fixed());
  }

  @Test
  void aSignInTheNumberIsTheHemisphereOnceMore() {
    String negative = LOCATION.replace("01dc8ad0", "fe237530");
    LocationReport south =
        (LocationReport)
            decode(0x0200, ProtocolVersion.V2013, negative.replace("00000003", "00000007"));
    assertEquals(-31.230672, south.latitude());
    LocationReport unflagged = (LocationReport) decode(0x0200, ProtocolVersion.V2013, negative);
    assertEquals(-31.230672, unflagged.latitude());
    assertEquals(121.473701, unflagged.longitude());
  }

  @Test
  void aLocationWithoutATimeIsStillALocation() {
    LocationReport report =
        (LocationReport)
            decode(0x0200, ProtocolVersion.V2013, LOCATION.replace("260309000506", "000000000000"));
    assertEquals(Optional.empty(), report.time().instant());
    assertEquals(31.230672, report.latitude());
  }

  @Test
  void everyFlagHasABitOfItsOwn() {
    assertEquals(32, Arrays.stream(AlarmFlag.values()).mapToInt(AlarmFlag::bit).distinct().count());
    assertEquals(
        StatusFlag.values().length,
        Arrays.stream(StatusFlag.values()).mapToInt(StatusFlag::bit).distinct().count());
    for (AlarmFlag flag : AlarmFlag.values()) {
      assertTrue(flag.in(1L << flag.bit()));
      assertTrue(!flag.in(~(1L << flag.bit())));
    }
  }
}
