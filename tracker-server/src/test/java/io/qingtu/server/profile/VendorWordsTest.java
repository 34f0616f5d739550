package io.qingtu.server.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile says beside the plain channels: whom it is for, names, other sources, healing. */
class VendorWordsTest {
  private static final Instant TIME = Instant.parse("2026-03-09T16:05:06Z");

  private static TerminalProfile parse(String... lines) {
    return ProfileFile.parse("test.yaml", "name: t\n" + String.join("\n", lines));
  }

  private static LocationReport report(LocationBody body) {
    BodyReader in = new BodyReader(Bytes.copyOf(body.toBytes()));
    return (LocationReport) TerminalMessageType.decode(0x0200, in, ProtocolVersion.V2013);
  }

  private static LocationBody body() {
    return LocationBody.at(31.2, 121.4, TIME);
  }

  private static TerminalIdentity terminal(String maker, String model, String firmware) {
    return new TerminalIdentity(maker, model, "", "440300", "", firmware);
  }

  @Test
  void namesTheFieldsOfAWaybillAndBytesThatAreNoNumber() {
    TerminalProfile profile =
        parse(
            "waybill:",
            "  minLength: 8",
            "  name: load",
            "  fields:",
            "    - {name: number, length: 4}",
            "    - {name: reader, offset: 4, length: 3, kind: bytes}",
            "    - {name: rest, offset: 7, kind: bytes}");
    assertEquals(Optional.empty(), profile.vocabulary().waybill(7));
    VendorData waybill = profile.vocabulary().waybill(9).orElseThrow();
    assertEquals("load", waybill.name());
    assertEquals(
        List.of(
            new NamedValue("number", "", 0, 4, 7L),
            new NamedValue("reader", "", 4, 3, "a1b2c3"),
            new NamedValue("rest", "", 7, 2, "0d0e")),
        waybill.read(Bytes.ofHex("00000007" + "a1b2c3" + "0d0e")));
    assertEquals(Optional.empty(), parse().vocabulary().waybill(9));
  }

  @Test
  void theExampleOfAVendorsItemsNamesThem() {
    Vocabulary words = Profiles.builtIn().find("gps51").orElseThrow().vocabulary();
    VendorData wifi = words.item(0x54, 15).orElseThrow();
    assertEquals(
        List.of(
            new NamedValue("count", "", 0, 1, 2L),
            new NamedValue("address1", "", 1, 6, "0102030405aa"),
            new NamedValue("strength1", "", 7, 1, 200L),
            new NamedValue("address2", "", 8, 6, "0102030405ab"),
            new NamedValue("strength2", "", 14, 1, 199L)),
        wifi.read(Bytes.ofHex("02" + "0102030405aac8" + "0102030405abc7")));
    assertEquals(75.0, words.item(0x61, 2).orElseThrow().read(Bytes.ofHex("1d4c")).get(0).value());
  }

  @Test
  void theStandardKnowsItsItemsByIdAndLength() {
    Vocabulary standard = Profiles.builtIn().standard().vocabulary();
    assertTrue(standard.knows(0x01, 4));
    assertFalse(standard.knows(0x01, 3));
    assertTrue(standard.knows(0x01));
    assertFalse(standard.knows(0x5a));
    assertTrue(standard.knows(0x11, 1));
    assertTrue(standard.knows(0x11, 5));
    assertFalse(standard.knows(0x11, 4));
  }

  @Test
  void namesItemsAndTheirFields() {
    TerminalProfile profile =
        parse(
            "items:",
            "  - id: 0x51",
            "    minLength: 2",
            "    maxLength: 16",
            "    name: cargo",
            "    fields:",
            "      - {name: inner, length: 2, kind: signed, scale: 0.1, unit: °C}",
            "      - {name: outer, offset: 2, length: 2, endian: little}",
            "      - {name: label, offset: 4, kind: text}",
            "  - {id: 0x06, length: 1, name: battery, unit: '%'}");
    VendorData cargo = profile.vocabulary().item(0x51, 6).orElseThrow();
    assertEquals(
        List.of(
            new NamedValue("inner", "°C", 0, 2, -1.5),
            new NamedValue("outer", "", 2, 2, 0x0201L),
            new NamedValue("label", "", 4, 2, "AB")),
        cargo.read(Bytes.ofHex("fff101024142")));
    assertEquals(
        List.of(new NamedValue("inner", "°C", 0, 2, 0.3), new NamedValue("label", "", 4, 0, "")),
        cargo.read(Bytes.ofHex("00030102")).stream().filter(v -> v.offset() != 2).toList(),
        "the label begins with its end");
    assertTrue(profile.vocabulary().item(0x51, 1).isEmpty());
    assertTrue(profile.vocabulary().item(0x51, 17).isEmpty());
    assertTrue(profile.vocabulary().knows(0x51, 16));
    assertTrue(profile.overrides(0x06, 1));
    assertFalse(profile.overrides(0x06, 2), "two bytes of 0x06 are the standard's temperature");
    assertEquals(
        List.of(new NamedValue("battery", "%", 0, 1, 88L)),
        profile.vocabulary().item(0x06, 1).orElseThrow().read(Bytes.ofHex("58")));
  }

  @Test
  void anItemFromWhichAChannelIsReadNeedsNoName() {
    TerminalProfile profile =
        parse("cover: {source: item, item: 0x57, offset: 2, length: 2, values: {1: OPEN}}");
    assertFalse(profile.vocabulary().knows(0x57, 3));
    assertTrue(profile.vocabulary().knows(0x57, 4));
    assertTrue(profile.vocabulary().knows(0x57, 255));
  }

  @Test
  void carriesTransparentDataToThePositionsOfTheNextMinuteOnly() {
    TerminalProfile profile =
        parse(
            "lift: {source: transparent, type: 0xF0, offset: 1, values: {1: UP, 2: DOWN},"
                + " maxAgeMs: 5000}",
            "cover: {source: can, id: 0x18FF01A0, offset: 7, bit: 3, values: {0: CLOSED, 1:"
                + " OPEN}}");
    SensorReader reader = profile.newReader();
    assertEquals(Lift.UNKNOWN, reader.read(report(body()), TIME).lift());
    assertTrue(reader.carry(new TransparentData(0xf0, Bytes.ofHex("0001")), TIME));
    assertFalse(reader.carry(new TransparentData(0xf1, Bytes.ofHex("0002")), TIME));
    assertTrue(reader.carryCan(0x18ff01a0, Bytes.ofHex("0000000000000008"), TIME));
    assertEquals(Lift.UP, reader.read(report(body()), TIME).lift());
    assertEquals(Lift.UP, reader.read(report(body()), TIME.plusMillis(5000)).lift());
    assertEquals(Lift.UNKNOWN, reader.read(report(body()), TIME.plusMillis(5001)).lift());
    assertEquals(Cover.OPEN, reader.read(report(body()), TIME.plusSeconds(60)).cover());
    assertEquals(Cover.UNKNOWN, reader.read(report(body()), TIME.plusSeconds(61)).cover());
    // blind-spot data of long before know nothing of it
    assertEquals(Cover.UNKNOWN, reader.read(report(body()), TIME.minusSeconds(61)).cover());
  }

  @Test
  void readsWeightsWithASign() {
    TerminalProfile profile =
        parse(
            "weight: {source: item, item: 0x55, length: 2, signed: true, scale: 0.01,"
                + " invalid: [0x8000]}");
    assertEquals(-0.02, weight(profile, 0xff, 0xfe), 1e-9);
    assertEquals(327.67, weight(profile, 0x7f, 0xff), 1e-9);
    assertTrue(Double.isNaN(weight(profile, 0x80, 0x00)));
  }

  private static double weight(TerminalProfile profile, int high, int low) {
    return profile.read(report(body().item(0x55, (byte) high, (byte) low))).weightT();
  }

  @Test
  void takesTheProfileThatFitsBest(@TempDir Path folder) throws IOException {
    write(folder, "maker", "{manufacturer: YUSHI}");
    write(folder, "model", "{manufacturer: yushi, model: 'YS-7*'}");
    write(folder, "exact", "{manufacturer: YUSHI, model: 'YS-7?0'}");
    write(folder, "firmware", "{manufacturer: YUSHI, model: 'YS-7*', firmware: V2}");
    write(folder, "region", "{region: '4403'}");
    Profiles profiles = Profiles.load(folder);
    assertEquals("maker", name(profiles, terminal("YUSHI", "X", "")));
    assertEquals("model", name(profiles, terminal("YUSHI", "ys-71", "")));
    assertEquals("exact", name(profiles, terminal("YUSHI", "YS-710", "")));
    assertEquals("firmware", name(profiles, terminal("YUSHI", "YS-710", "V2.1")));
    assertEquals("region", name(profiles, terminal("OTHER", "YS-710", "V2.1")));
    assertTrue(profiles.match(TerminalIdentity.UNKNOWN).isEmpty());
    write(folder, "twin", "{manufacturer: YUSHI}");
    ProfileException e = assertThrows(ProfileException.class, () -> Profiles.load(folder));
    assertTrue(e.getMessage().endsWith("twin.yaml: match: is that of profile maker too"));
  }

  private static String name(Profiles profiles, TerminalIdentity terminal) {
    return profiles.match(terminal).orElseThrow().name();
  }

  private static void write(Path folder, String name, String match) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), "name: " + name + "\nmatch: " + match);
  }

  @Test
  void healsNothingUnlessItIsTold() {
    assertEquals(new Healing(false, false, false, false), parse("").healing());
    assertEquals(
        new Healing(true, true, true, true),
        parse("healing: {checksum: accept, phone: imei, registration: open, batch0210: true}")
            .healing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "match: {} | match: names nothing",
        "match: {maker: X} | match: names nothing",
        "match: {model: X, maker: X} | match.maker: is no key",
        "match: {region: Beijing} | match.region: Beijing is not",
        "healing: {checksum: maybe} | healing.checksum: maybe is none of refuse, accept",
        "healing: {crc: accept} | healing.crc: is no key",
        "healing: {registration: true} | healing.registration: true is no text",
        "items: {id: 1} | items: must be a list",
        "items: [5] | items[0]: must be a mapping",
        "items: [{id: 256, name: x}] | items[0].id: 256 is not between 0 and 255",
        "items: [{id: 1}] | items[0].name: is missing",
        "items: [{id: 1, length: 4, minLength: 1, name: x}] | items[0].minLength: is no key",
        "items: [{id: 1, length: 9, unit: kg, name: x}] | items[0].unit: goes with a length of 1",
        "items: [{id: 1, name: x}, {id: 1, length: 3, name: y}] | items[1].id: 0x01 has a name",
        "items: [{id: 1, length: 2, name: x, fields: [{name: y, length: 3}]}] |"
            + " items[0].fields[0].length: byte 3 is behind",
        "items: [{id: 1, name: x, fields: [{name: y, kind: float}]}] |"
            + " items[0].fields[0].kind: float is none of number, signed, text",
        "messages: [{id: 0x0200, name: x}] | messages[0].id: 0x0200 is the standard's own",
        "transparent: [{id: 1, name: x}] | transparent[0].type: is missing",
        "lift: {source: can, values: {0: UP}} | lift.id: is missing",
        "lift: {source: can, id: 1, offset: 7, length: 2, values: {0: UP}} | lift.length: a CAN",
        "weight: {source: status, signed: true, scale: 1} | weight.signed: goes with bytes",
        "weight: {source: item, item: 1, bit: 1, signed: true, scale: 1} | weight.signed: goes with"
      })
  void aWrongKeyIsNamedWithItsFile(String yaml, String message) {
    ProfileException e = assertThrows(ProfileException.class, () -> parse(yaml));
    assertTrue(e.getMessage().startsWith("test.yaml: " + message), e.getMessage());
  }
}
