package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.web.packet.PacketAnnotation.Problem;
import io.qingtu.web.packet.PacketAnnotation.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketAnnotatorTest {
  private static final Instant TIME = Instant.parse("2026-03-09T16:05:06Z");

  private final PacketBuilder v2013 = new PacketBuilder(Version.V2013, "13800000001").serial(15);
  private final PacketBuilder v2019 = new PacketBuilder(Version.V2019, "13800000001").serial(15);
  private final PacketAnnotator annotator = new PacketAnnotator(false, Optional.empty());

  private static String hex(byte[] packet) {
    return HexFormat.of().formatHex(packet);
  }

  private PacketAnnotation one(byte[] packet) {
    List<PacketAnnotation> annotations = annotator.annotate(hex(packet));
    assertEquals(1, annotations.size(), annotations::toString);
    return annotations.get(0);
  }

  /** Rows as text: section, bytes, hex, path, value, unit; a detail has a star and its bits. */
  private static String rows(PacketAnnotation annotation) {
    StringBuilder text = new StringBuilder();
    for (Row row : annotation.rows()) {
      String place =
          row.detail() ? "* " + row.bits() : row.section() + " " + row.from() + "-" + row.to();
      text.append(place).append(row.from() == row.wireFrom() ? "" : " @" + row.wireFrom());
      text.append(row.detail() ? "" : " " + row.hex()).append(" ").append(row.path());
      text.append(" = ").append((row.value() + " " + row.unit()).strip()).append("\n");
    }
    return text.toString();
  }

  @Test
  void explainsALocationOf2013() {
    LocationBody body =
        LocationBody.at(31.230416, 121.473701, TIME)
            .alarm(1L << 1 | 1L << 31)
            .load(1)
            .altitudeMetres(-3)
            .speedKmh(54.3)
            .directionDegrees(359)
            .odometerKm(1234.5)
            .item(0xe1, (byte) 0x0a, (byte) 0x0b);
    PacketAnnotation annotation = one(v2013.location(body));
    assertTrue(annotation.ok());
    assertEquals(
        new PacketAnnotation.Message(
            "0x0200", "LocationReport", "位置信息汇报", "JT/T 808-2013 8.18", "2013"),
        annotation.message());
    assertEquals(
        """
        HEADER 0-2 0200 messageId = 0x0200
        HEADER 2-4 0026 bodyAttributes = 38
        * 0-9 bodyAttributes.bodyLength = 38 bytes
        * 10-12 bodyAttributes.encryption = 0
        * 13 bodyAttributes.subPackaged = 0
        * 14 bodyAttributes.versionFlag = 0
        * 15 bodyAttributes.reserved = 0
        HEADER 4-10 013800000001 phone = 013800000001
        HEADER 10-12 000f serialNumber = 15
        BODY 12-16 80000002 alarms = 2147483650
        * 1 alarms.OVERSPEED = 1
        * 31 alarms.ILLEGAL_DOOR_OPENING = 1
        BODY 16-20 00000103 status = 259
        * 0 status.ACC_ON = 1
        * 1 status.FIXED = 1
        * 8-9 status.load = HALF
        BODY 20-24 01dc89d0 latitude = 31.230416 °
        BODY 24-28 073d8aa5 longitude = 121.473701 °
        BODY 28-30 fffd altitude = -3 m
        BODY 30-32 021f speed = 54.3 km/h
        BODY 32-34 0167 direction = 359 °
        BODY 34-40 260310000506 time = 2026-03-10 00:05:06 GMT+8
        BODY 40-41 01 items[0].id = 0x01
        BODY 41-42 04 items[0].length = 4 bytes
        BODY 42-46 00003039 items[0].mileage = 1234.5 km
        BODY 46-47 e1 items[1].id = 0xe1
        BODY 47-48 02 items[1].length = 2 bytes
        BODY 48-50 0a0b items[1].value = %2$s
        CHECKSUM 50-51 %1$s checksum = 0x%1$s
        *  checksum.expected = 0x%1$s
        """
            .formatted(annotation.hex().substring(100), ""),
        rows(annotation));
  }

  @Test
  void explainsAnAuthenticationOf2019() {
    PacketAnnotation annotation = one(v2019.authenticate("qt", "860000000000000", "1.0"));
    assertTrue(annotation.ok());
    assertEquals("2019", annotation.message().version());
    assertEquals(
        """
        HEADER 0-2 0102 messageId = 0x0102
        HEADER 2-4 4026 bodyAttributes = 16422
        * 0-9 bodyAttributes.bodyLength = 38 bytes
        * 10-12 bodyAttributes.encryption = 0
        * 13 bodyAttributes.subPackaged = 0
        * 14 bodyAttributes.versionFlag = 1
        * 15 bodyAttributes.reserved = 0
        HEADER 4-5 01 protocolVersion = 1
        HEADER 5-15 00000000013800000001 phone = 00000000013800000001
        HEADER 15-17 000f serialNumber = 15
        BODY 17-18 02 authCodeLength = 2 bytes
        BODY 18-20 7174 authCode = qt
        BODY 20-35 383630303030303030303030303030 imei = 860000000000000
        BODY 35-55 312e300000000000000000000000000000000000 softwareVersion = 1.0
        CHECKSUM 55-56 %1$s checksum = 0x%1$s
        *  checksum.expected = 0x%1$s
        """
            .formatted(annotation.hex().substring(110)),
        rows(annotation));
  }

  @Test
  void theLastSubPackageIsFollowedByTheWholeMessage() {
    List<byte[]> parts = v2013.parts(0x0001, new byte[] {0, 7, (byte) 0x81, 3, 1}, 3);
    List<PacketAnnotation> annotations =
        annotator.annotate(hex(parts.get(1)) + " " + hex(parts.get(0)));
    assertEquals(3, annotations.size());
    assertEquals(
        """
        HEADER 0-2 0001 messageId = 0x0001
        HEADER 2-4 2002 bodyAttributes = 8194
        * 0-9 bodyAttributes.bodyLength = 2 bytes
        * 10-12 bodyAttributes.encryption = 0
        * 13 bodyAttributes.subPackaged = 1
        * 14 bodyAttributes.versionFlag = 0
        * 15 bodyAttributes.reserved = 0
        HEADER 4-10 013800000001 phone = 013800000001
        HEADER 10-12 0010 serialNumber = 16
        HEADER 12-14 0002 partTotal = 2
        HEADER 14-16 0002 partIndex = 2
        BODY 16-18 0301 unread = %n\
        """
            .formatted(),
        rows(annotations.get(0)).replaceAll("CHECKSUM[\\s\\S]*", ""));
    PacketAnnotation joined = annotations.get(2);
    assertTrue(joined.joined());
    assertEquals("0007810301", joined.hex());
    assertEquals(
        """
        BODY 0-2 0007 replySerialNumber = 7
        BODY 2-4 8103 replyMessageId = 0x8103
        BODY 4-5 01 result = 1
        """,
        rows(joined));
  }

  @Test
  void countsEscapesOnTheWireAndReadsAnEscapedChecksum() {
    PacketBuilder packets = new PacketBuilder(Version.V2013, "13800000001").serial(0x7d39);
    byte[] packet = packets.heartbeat();
    assertEquals("7e00020000013800000001" + "7d0139" + "7d02" + "7e", hex(packet));
    PacketAnnotation annotation = one(packet);
    assertTrue(annotation.ok());
    List<Row> bytes = annotation.rows().stream().filter(row -> !row.detail()).toList();
    Row serial = bytes.get(3);
    assertEquals("serialNumber 10-12 10-13 7d39", place(serial));
    Row checksum = bytes.get(4);
    assertEquals("checksum 12-13 13-15 7e", place(checksum));
  }

  private static String place(Row row) {
    return row.path()
        + (" " + row.from() + "-" + row.to())
        + (" " + row.wireFrom() + "-" + row.wireTo())
        + (" " + row.hex());
  }

  @Test
  void aChecksumThatWasNotEscapedIsADeviation() {
    for (String end : List.of("397e", "3a7d")) {
      String wire = "7e00020000013800000001" + "7d01" + end + "7e";
      PacketAnnotation annotation = annotator.annotate(wire).get(0);
      assertTrue(annotation.ok(), annotation::toString);
      assertEquals(List.of("UNESCAPED_CHECKSUM"), annotation.deviations());
      assertEquals("0x" + end.substring(2), value(annotation, "checksum"));
      PacketAnnotator strict = new PacketAnnotator(true, Optional.empty());
      assertFalse(strict.annotate(wire).get(0).ok());
    }
  }

  @Test
  void aWrongChecksumIsShownBesideTheRightOne() {
    byte[] packet = v2013.generalReply(7, 0x8103, 1);
    packet[packet.length - 2] ^= 0x01;
    PacketAnnotation annotation = one(packet);
    assertFalse(annotation.ok());
    String found = hex(new byte[] {packet[packet.length - 2]});
    String right = hex(new byte[] {(byte) (packet[packet.length - 2] ^ 0x01)});
    assertEquals("0x" + found, value(annotation, "checksum"));
    assertEquals("0x" + right, value(annotation, "checksum.expected"));
    assertEquals(
        List.of(
            new Problem(
                "checksum",
                "expected 0x"
                    + right.toUpperCase(Locale.ROOT)
                    + ", found 0x"
                    + found.toUpperCase(Locale.ROOT),
                17,
                18)),
        annotation.errors());
    assertEquals("1", value(annotation, "result"));
  }

  @Test
  void aTruncatedPacketIsExplainedAsFarAsItGoes() {
    byte[] whole = v2013.location(LocationBody.at(31, 121, TIME));
    String cut = hex(whole).substring(0, 2 + 2 * 30) + "7e";
    PacketAnnotation annotation = annotator.annotate(cut).get(0);
    assertFalse(annotation.ok());
    List<String> errors =
        annotation.errors().stream().map(e -> e.error() + " " + e.from() + "-" + e.to()).toList();
    assertEquals(List.of("length 2-4", "malformed 28-28", "checksum 29-30"), errors);
    assertEquals("31.000000", value(annotation, "latitude"));
    assertEquals("28-29 unread", lastOfBody(annotation));
    assertEquals("body declared as 28 bytes, found 17", annotation.errors().get(0).detail());
  }

  private static String lastOfBody(PacketAnnotation annotation) {
    Row last =
        annotation.rows().stream()
            .filter(row -> row.section() == PacketAnnotation.Section.BODY)
            .reduce((a, b) -> b)
            .orElseThrow();
    return last.from() + "-" + last.to() + " " + last.path();
  }

  @Test
  void anEscapeThatIsNoneIsNamedWhereItStands() {
    PacketAnnotation annotation = annotator.annotate("7e000200000138007d05000001000f357e").get(0);
    assertEquals(1, annotation.errors().stream().filter(e -> e.error().equals("escape")).count());
    Problem escape = annotation.errors().get(annotation.errors().size() - 1);
    assertEquals(new Problem("escape", "0x7D followed by 0x05 at byte 7", 7, 9), escape);
    assertEquals("0x0002", value(annotation, "messageId"));
  }

  @Test
  void anEncryptedBodyIsNotGuessedAt() {
    String packet = "7e" + "0002" + "0402" + "013800000001" + "000f" + "abcd";
    byte[] plain = HexFormat.of().parseHex(packet.substring(2));
    int xor = 0;
    for (byte b : plain) {
      xor ^= b;
    }
    PacketAnnotation annotation =
        annotator.annotate(packet + String.format("%02x", xor & 0xff) + "7e").get(0);
    assertEquals(List.of("encrypted"), annotation.errors().stream().map(Problem::error).toList());
    assertEquals("12-14 unread", lastOfBody(annotation));
  }

  @Test
  void whatIsNoHexadecimalIsAnError() {
    for (String line : List.of("7e0g", "7e0", "", "7e7e")) {
      List<PacketAnnotation> annotations = annotator.annotate(line);
      assertEquals("framing", annotations.get(0).errors().get(0).error(), line);
    }
  }

  @Test
  void aProfileNamesTheVendorsItemsAndTransparentData(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.yaml"),
            """
            name: p
            items:
              - id: 0x02
                length: 2
                name: battery
                fields:
                  - {name: percent, offset: 1, length: 1, unit: "%"}
            transparent:
              - type: 0x41
                name: scales
                fields:
                  - {name: gross, offset: 0, length: 2, scale: 0.01, unit: t}
            """);
    PacketAnnotator known = new PacketAnnotator(false, Optional.of(TerminalProfile.read(file)));
    byte[] location =
        v2013.location(LocationBody.at(31, 121, TIME).item(2, (byte) 0, (byte) 99).odometerKm(1));
    List<String> rows =
        rows(known.annotate(hex(location)).get(0))
            .lines()
            .filter(row -> row.contains("items["))
            .toList();
    assertEquals(
        List.of(
            "BODY 40-41 02 items[0].id = 0x02",
            "BODY 41-42 02 items[0].length = 2 bytes",
            "BODY 42-44 0063 items[0].battery = ",
            "*  items[0].battery.percent = 99 %",
            "BODY 44-45 01 items[1].id = 0x01",
            "BODY 45-46 04 items[1].length = 4 bytes",
            "BODY 46-50 0000000a items[1].mileage = 1.0 km"),
        rows);
    PacketAnnotation scales =
        known.annotate(hex(v2013.transparent(0x41, (byte) 0x04, (byte) 0xd2))).get(0);
    assertEquals("12.34", value(scales, "scales.gross"));
    assertEquals("nothing at scales.gross", value(one(v2013.transparent(0x41)), "scales.gross"));
  }

  @Test
  void aPackedMessageIsExplainedBehindItsPacket() {
    byte[] inside = v2013.generalReply(7, 0x8103, 1);
    byte[] compressed = v2013.packet(0x0901, CompressedBody.of(inside));
    List<PacketAnnotation> annotations = annotator.annotate(hex(compressed));
    assertEquals(2, annotations.size());
    assertTrue(annotations.get(1).ok());
    assertEquals("0x8103", value(annotations.get(1), "replyMessageId"));
    byte[] broken = v2013.packet(0x0901, new byte[] {0, 0, 0, 1, 5});
    assertFalse(annotator.annotate(hex(broken)).get(1).ok());
  }

  @Test
  void theRowsTileTheBytesOfWhateverComes() {
    Random random = new Random(7);
    List<byte[]> packets =
        List.of(
            v2013.location(LocationBody.at(31, 121, TIME).odometerKm(5).item(0xe1, (byte) 1)),
            v2019.authenticate("qt"),
            v2013.batch(1, LocationBody.at(31, 121, TIME)),
            v2019.parts(0x0200, LocationBody.at(31, 121, TIME).toBytes(), 20).get(0));
    for (int i = 0; i < 4000; i++) {
      byte[] packet = packets.get(i % packets.size()).clone();
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        packet[1 + random.nextInt(packet.length - 2)] = (byte) random.nextInt();
      }
      for (PacketAnnotation annotation : annotator.annotate(hex(packet))) {
        assertTiles(annotation);
      }
    }
  }

  private static void assertTiles(PacketAnnotation annotation) {
    int at = 0;
    StringBuilder hex = new StringBuilder();
    for (Row row : annotation.rows()) {
      if (row.detail()) {
        assertTrue(row.to() <= at, annotation::toString);
      } else {
        assertEquals(at, row.from(), annotation::toString);
        at = row.to();
        hex.append(row.hex());
      }
    }
    assertEquals(annotation.hex(), hex.toString());
    assertEquals(annotation.ok(), annotation.errors().isEmpty());
    for (Problem problem : annotation.errors()) {
      boolean inside = problem.from() >= 0 && problem.to() * 2 <= annotation.hex().length();
      assertTrue(inside && problem.from() <= problem.to(), problem::toString);
    }
  }

  private static String value(PacketAnnotation annotation, String path) {
    return annotation.rows().stream()
        .filter(row -> row.path().equals(path))
        .map(Row::value)
        .findFirst()
        .orElse("nothing at " + path);
  }
}
