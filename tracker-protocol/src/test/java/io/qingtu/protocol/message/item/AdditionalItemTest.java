package io.qingtu.protocol.message.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.TerminalMessageType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditionalItemTest {
  private static final String BASIC =
      "00000000" + "00000003" + "01dc8ad0" + "073d8aa5" + "0010" + "0000" + "0000" + "260309000506";

  private static LocationReport report(String items) {
    BodyReader in = new BodyReader(Bytes.ofHex(BASIC + items));
    return (LocationReport) TerminalMessageType.decode(0x0200, in, ProtocolVersion.V2013);
  }

  private static AdditionalItem item(int id, String hex) {
    Bytes value = Bytes.ofHex(hex);
    return AdditionalItem.decode(id, value.length(), new BodyReader(value));
  }

  @Test
  void readsTheFieldsOfAnItemInTheirOrder() {
    assertEquals(new Mileage(0x01020304L), item(0x01, "01020304"));
    assertEquals(new OverspeedPlace(0, OptionalLong.empty()), item(0x11, "00"));
    assertEquals(new OverspeedPlace(4, OptionalLong.of(0x0a0b0c0dL)), item(0x11, "040a0b0c0d"));
    assertEquals(new AreaPassage(1, 0x0a0b0c0dL, 1), item(0x12, "010a0b0c0d01"));
    assertEquals(new SegmentTime(0x0a0b0c0dL, 600, 1, 1), item(0x13, "0a0b0c0d025801"));
    assertEquals(new SegmentTime(0x0a0b0c0dL, 600, 1, 2), item(0x13, "0a0b0c0d02580001"));
    assertEquals(new AbnormalDriving(0x8001, OptionalInt.empty()), item(0x18, "8001"));
    assertEquals(new AbnormalDriving(0x8001, OptionalInt.of(80)), item(0x18, "800150"));
    assertEquals(new AnalogInputs(0x00020001L), item(0x2b, "00020001"));
  }

  @ParameterizedTest
  @CsvSource({"0019, 25", "8005, -5", "0000, 0", "8000, 0", "7fff, 32767"})
  void temperatureHasASignBit(String hex, int celsius) {
    CabinTemperature temperature = (CabinTemperature) item(0x06, hex);
    assertEquals(celsius, temperature.celsius());
    assertEquals(hex, temperature.value().hex());
  }

  @Test
  void aKnownIdWithAnotherLengthStaysRaw() {
    for (int id = 0; id <= 0xff; id++) {
      for (int length : new int[] {0, 9, 31, 255}) {
        String hex = "5a".repeat(length);
        assertEquals(new UnknownItem(id, Bytes.ofHex(hex)), item(id, hex));
      }
    }
  }

  @Test
  void anItemThatOverrunsStopsTheReadingAndLosesNothing() {
    LocationReport report = report("310109" + "0109000003e8");
    assertEquals(List.of(new Satellites(9)), report.items());
    assertEquals("0109000003e8", report.trailing().hex());
  }

  @Test
  void aLoneByteAtTheEndIsKept() {
    LocationReport report = report("310109" + "01");
    assertEquals(List.of(new Satellites(9)), report.items());
    assertEquals("01", report.trailing().hex());
  }

  @Test
  void anEmptyItemIsAnItem() {
    assertEquals(List.of(new UnknownItem(0x31, Bytes.EMPTY)), report("3100").items());
  }

  @Test
  void anItemCannotBeLongerThanItsLengthCanSay() {
    Bytes tooLong = Bytes.copyOf(new byte[256]);
    assertThrows(IllegalArgumentException.class, () -> new UnknownItem(0xe1, tooLong));
    assertEquals(255, new UnknownItem(0xe1, tooLong.slice(0, 255)).value().length());
  }

  @Test
  void findsTheFirstItemOfAKindOrId() {
    LocationReport report = report("310109" + "31010a" + "f30102");
    assertEquals(Optional.of(new Satellites(9)), report.item(Satellites.class));
    assertEquals(Optional.empty(), report.item(Mileage.class));
    assertEquals(Optional.of(Bytes.ofHex("02")), report.itemValue(0xf3));
    assertEquals(Optional.empty(), report.itemValue(0xf4));
  }

  @Test
  void readsNumbersWhereTheyLie() {
    AdditionalItems items =
        report("0104fffffffe" + "020201c7" + "0302ffff" + "250480000000" + "3001ff" + "310109")
            .items();
    assertEquals(0xfffffffeL, items.mileageDeciKm());
    assertEquals(455, items.fuelDeciLitres());
    assertEquals(0xffff, items.recorderDeciKmh());
    assertEquals(0x80000000L, items.vehicleSignals());
    assertEquals(255, items.signalStrength());
    assertEquals(9, items.satellites());
  }

  @Test
  void aNumberOfAnotherLengthIsAVendorsAndTheNextOneCounts() {
    assertEquals(7, report("31020005" + "310107" + "310108").items().satellites());
    assertEquals(AdditionalItems.ABSENT, report("31020005").items().satellites());
    assertEquals(AdditionalItems.ABSENT, report("").items().mileageDeciKm());
  }

  @Test
  void itemsAreTheSameListWhetherReadOrGiven() {
    AdditionalItems read = report("310109" + "f30102" + "0100").items();
    List<AdditionalItem> given =
        List.of(
            new Satellites(9),
            new UnknownItem(0xf3, Bytes.ofHex("02")),
            new UnknownItem(0x01, Bytes.EMPTY));
    assertEquals(given, read);
    assertEquals(read, given);
    assertEquals(given.hashCode(), read.hashCode());
    assertEquals(read, AdditionalItems.of(given));
    assertEquals(given.get(2), read.get(2));
    assertEquals(given.toString(), read.toString());
    assertNotEquals(read, AdditionalItems.of(given.subList(0, 2)));
    assertThrows(IndexOutOfBoundsException.class, () -> read.get(3));
    assertThrows(UnsupportedOperationException.class, () -> read.remove(0));
  }
}
