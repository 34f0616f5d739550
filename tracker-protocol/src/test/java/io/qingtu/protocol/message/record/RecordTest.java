package io.qingtu.protocol.message.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Recorder, driver and CAN bus as terminals send them: layouts told by content, bad digits. */
class RecordTest {
  private static final String DRIVER = RecordVectors.DRIVER.replace(" ", "");
  private static final String TIME = "260309160506";

  private static BodyReader in(String hex) {
    return new BodyReader(Bytes.ofHex(hex));
  }

  private static DriverIdentity driver(String hex) {
    return DriverIdentity.decode(in(hex), ProtocolVersion.V2013);
  }

  private static RecorderReport recorder(String hex) {
    return RecorderReport.decode(in(hex), ProtocolVersion.V2013);
  }

  @Test
  void aStateAndATimeTellDriversOf2013FromThoseOf2011() {
    String of2011 = "02" + "4c69" + "00".repeat(60) + "02" + "4142";
    assertEquals(OptionalInt.empty(), driver(of2011).state());
    assertEquals("Li", driver(of2011).driver().orElseThrow().name());
    assertEquals("AB", driver(of2011).driver().orElseThrow().issuer());
    assertEquals(OptionalInt.of(2), driver("02" + TIME + "ff".repeat(60)).state());
    assertEquals(OptionalInt.of(1), driver("01" + TIME + "00" + DRIVER).state());
  }

  @Test
  void aStateWithoutAClockIsNotTheLengthOfAName() {
    DriverIdentity out = driver("02" + "000000000000");
    assertEquals(OptionalInt.of(2), out.state());
    assertEquals(Optional.empty(), out.driver());
    DriverIdentity in = driver("01" + "260301010060" + "00" + DRIVER + "00".repeat(20));
    assertEquals(OptionalInt.of(1), in.state());
    assertTrue(in.driver().isPresent());
  }

  @Test
  void anIdNumberIsReadWhereItIsWhateverTheHeaderSays() {
    String body = "01" + TIME + "00" + DRIVER + RecordVectors.ID_NUMBER;
    assertEquals(Optional.of("110101199001011234"), driver(body).driver().orElseThrow().idNumber());
    DriverIdentity without =
        DriverIdentity.decode(in("01" + TIME + "00" + DRIVER), ProtocolVersion.V2019);
    assertEquals(Optional.empty(), without.driver().orElseThrow().idNumber());
  }

  @Test
  void anIdNumberCutShortIsKeptBehind() {
    DriverIdentity cut = driver("01" + TIME + "00" + DRIVER + "31".repeat(19));
    assertEquals(Optional.empty(), cut.driver().orElseThrow().idNumber());
    assertEquals("31".repeat(19), cut.trailing().hex());
  }

  @Test
  void aDriverCutShortIsMalformedAndFillingBehindACardPulledOutIsNot() {
    assertThrows(MalformedException.class, () -> driver("01" + TIME + "00" + "04d5c5"));
    assertEquals("0004d5c5", driver("02" + TIME + "0004d5c5").trailing().hex());
    assertEquals("ff00", driver("02" + TIME + "ff00").trailing().hex());
  }

  @Test
  void anExpiryIsADateOnlyIfItsDigitsAre() {
    assertEquals(Optional.of(LocalDate.of(2030, 12, 31)), expiring(0x20301231));
    for (long none : List.of(0L, 0x20301331L, 0x20300230L, 0x2030123aL, 0xffffffffL)) {
      assertEquals(Optional.empty(), expiring(none), Long.toHexString(none));
    }
    assertEquals(
        Optional.empty(),
        new Driver("", Optional.empty(), "", "", OptionalLong.empty()).validUntil());
  }

  private static Optional<LocalDate> expiring(long expiry) {
    return new Driver("", Optional.empty(), "", "", OptionalLong.of(expiry)).validUntil();
  }

  @Test
  void theLengthTellsARecordersAnswerOf2011() {
    assertEquals(OptionalInt.of(3), recorder("05" + "0003" + "0003" + "0a0b0c").total());
    // more than its total, another length than its own
    for (String other :
        List.of("05" + "0002" + "0003" + "0a0b0c", "05" + "0009" + "0004" + "0a0b0c")) {
      assertEquals(OptionalInt.empty(), recorder(other).total());
      assertEquals(6, recorder(other).block().length() + 1);
    }
    // a packet of GB/T 19056 as long as its own first two bytes
    RecorderReport packet = recorder("05ffff" + "557a" + "00".repeat(0x557a));
    assertEquals(OptionalInt.of(0x05ff), packet.replySerialNumber());
  }

  @Test
  void aCanFramesWordHasFourParts() {
    Bytes data = Bytes.ofHex("0102030405060708");
    CanFrame all = new CanFrame(0xffffffffL, data);
    assertEquals(2, all.channel());
    assertTrue(all.extended());
    assertTrue(all.averaged());
    assertEquals(0x1fffffff, all.busId());
    CanFrame extended = new CanFrame(0x40000001L, data);
    assertEquals(1, extended.channel());
    assertTrue(extended.extended());
    assertFalse(extended.averaged());
    assertEquals(1, extended.busId());
    assertThrows(IllegalArgumentException.class, () -> new CanFrame(1, data.slice(0, 7)));
  }

  @Test
  void framesAreCountedByTheBody() {
    CanBusReport report =
        CanBusReport.decode(
            in("ffff" + "1605060123" + "00000001" + "0102030405060708" + "0000"),
            ProtocolVersion.V2013);
    assertEquals(1, report.frames().size());
    assertEquals(0xffff, report.count());
    assertEquals("0000", report.trailing().hex());
    assertEquals(Optional.of(LocalTime.of(16, 5, 6, 123_000_000)), report.timeOfDay());
  }

  @Test
  void digitsThatAreNoTimeOfDayAreNone() {
    for (String none :
        List.of("2400000000", "1660000000", "1605600000", "1605061000", "160506000a")) {
      CanBusReport report = new CanBusReport(0, Bytes.ofHex(none), List.of(), Bytes.EMPTY);
      assertEquals(Optional.empty(), report.timeOfDay(), none);
    }
  }

  @Test
  void codesBesideTheStandardsHaveNoName() {
    assertEquals(Optional.of(DriverCard.BAD_CHECKSUM), DriverCard.find(4));
    assertEquals(Optional.empty(), DriverCard.find(5));
  }
}
