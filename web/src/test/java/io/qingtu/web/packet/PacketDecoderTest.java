package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.fixtures.packet.SimProfile;
import io.qingtu.fixtures.packet.Wire;
import io.qingtu.server.profile.Profiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketDecoderTest {
  private static final Instant TIME = Instant.parse("2026-03-09T16:05:06Z");

  private final PacketBuilder v2013 = new PacketBuilder(Version.V2013, "13800000001");
  private final PacketDecoder lenient = new PacketDecoder(false, Optional.empty());
  private final PacketDecoder strict = new PacketDecoder(true, Optional.empty());

  private static String hex(byte[] packet) {
    return HexFormat.of().formatHex(packet);
  }

  private ObjectNode one(byte[] packet) {
    List<ObjectNode> packets = lenient.decode(hex(packet));
    assertEquals(1, packets.size());
    return packets.get(0);
  }

  @Test
  void showsALocationWithEverythingThatStandsInIt() {
    LocationBody body =
        LocationBody.at(31.230416, -121.473701, TIME)
            .alarm(1L << 1 | 1L << 31)
            .load(1)
            .altitudeMetres(-3)
            .speedKmh(54.3)
            .directionDegrees(359)
            .odometerKm(1234.5)
            .fuelLitres(45.5)
            .recorderSpeedKmh(53.9)
            .signalStrength(24)
            .satellites(11)
            .item(0xe1);
    assertEquals(
        "{\"ok\":true,\"messageId\":\"0x0200\",\"message\":\"LocationReport\",\"version\":\"2013\","
            + "\"phone\":\"013800000001\",\"serialNumber\":15,\"part\":null,\"body\":{"
            + "\"time\":\"2026-03-09T16:05:06Z\",\"valid\":true,\"latitude\":31.230416,"
            + "\"longitude\":-121.473701,\"altitudeMetres\":-3,\"speedKmh\":54.3,"
            + "\"directionDegrees\":359,\"alarms\":[\"OVERSPEED\",\"ILLEGAL_DOOR_OPENING\"],"
            + "\"status\":[\"ACC_ON\",\"FIXED\",\"WEST\"],\"alarmBits\":2147483650,"
            + "\"statusBits\":267,\"mileageKm\":1234.5,\"fuelLitres\":45.5,"
            + "\"recorderSpeedKmh\":53.9,\"signalStrength\":24,\"satellites\":11,"
            + "\"load\":\"HALF\",\"items\":["
            + "{\"id\":\"0x01\",\"length\":4,\"hex\":\"00003039\"},"
            + "{\"id\":\"0x02\",\"length\":2,\"hex\":\"01c7\"},"
            + "{\"id\":\"0x03\",\"length\":2,\"hex\":\"021b\"},"
            + "{\"id\":\"0x30\",\"length\":1,\"hex\":\"18\"},"
            + "{\"id\":\"0x31\",\"length\":1,\"hex\":\"0b\"},"
            + "{\"id\":\"0xe1\",\"length\":0,\"hex\":\"\"}]}}",
        one(v2013.serial(15).location(body)).toString());
  }

  @Test
  void aProfileNamesTheSensors() {
    LocationBody body =
        LocationBody.at(31, 121, TIME)
            .sensors(
                SimProfile.Cover.OPEN,
                SimProfile.Lift.UNKNOWN,
                SimProfile.Load.LOADED,
                SimProfile.Work.ON,
                SimProfile.Work.OFF,
                Double.NaN);
    PacketDecoder decoder = new PacketDecoder(false, Profiles.builtIn().find("qingtu-sim"));
    var shown = decoder.decode(hex(v2013.location(body))).get(0).get("body");
    assertEquals("OPEN", shown.get("cover").asText());
    assertEquals("UNKNOWN", shown.get("lift").asText());
    assertEquals("FULL", shown.get("load").asText());
    assertEquals("ON", shown.get("brush").asText());
    assertEquals("OFF", shown.get("pump").asText());
    assertTrue(shown.get("weightT").isNull());
    assertFalse(one(v2013.location(body)).get("body").has("cover"));
  }

  @Test
  void showsABatch() {
    LocationBody body = LocationBody.at(31, 121, TIME);
    var shown = one(v2013.batch(1, body, body.rawTime(new byte[6]))).get("body");
    assertEquals(1, shown.get("type").asInt());
    assertEquals(2, shown.get("reports").size());
    assertTrue(shown.at("/reports/1/time").isNull());
  }

  @Test
  void showsRegistrationAndAuthentication() {
    PacketBuilder v2011 = new PacketBuilder(Version.V2011, "1");
    PacketBuilder v2019 = new PacketBuilder(Version.V2019, "1");
    ObjectNode registration = one(v2011.register(Registration.of("T1", "粤B12345")));
    assertEquals("2011", registration.get("version").asText());
    assertEquals(
        "{\"province\":44,\"city\":300,\"manufacturer\":\"QTSIM\",\"model\":\"QT-SIM-1\","
            + "\"terminalId\":\"T1\",\"plateColor\":2,\"plate\":\"粤B12345\"}",
        registration.get("body").toString());
    assertEquals(
        "{\"authCode\":\"c\",\"imei\":\"860000000000000\",\"softwareVersion\":\"1\"}",
        one(v2019.authenticate("c", "860000000000000", "1")).get("body").toString());
    assertEquals("{\"authCode\":\"c\"}", one(v2011.authenticate("c")).get("body").toString());
  }

  @Test
  void showsRepliesInBothDirections() {
    String reply = "{\"replySerialNumber\":7,\"replyMessageId\":\"0x0200\",\"result\":3}";
    assertEquals(reply, one(v2013.generalReply(7, 0x0200, 3)).get("body").toString());
    ObjectNode platform = one(v2013.packet(0x8001, HexFormat.of().parseHex("0007020003")));
    assertEquals("PlatformGeneralReply", platform.get("message").asText());
    assertEquals(reply, platform.get("body").toString());
  }

  @Test
  void anUnknownMessageShowsItsBodyInHex() {
    ObjectNode packet = one(v2013.packet(0x0f01, (byte) 0xab));
    assertEquals("UnknownMessage", packet.get("message").asText());
    assertEquals("ab", packet.get("body").asText());
  }

  @Test
  void theLastSubPackageShowsTheWholeMessage() {
    byte[] body = LocationBody.at(31, 121, TIME).satellites(9).toBytes();
    List<byte[]> parts = v2013.parts(0x0200, body, 20);
    ObjectNode first = one(parts.get(0));
    assertEquals("LocationReport", first.get("message").asText());
    assertEquals("{\"total\":2,\"index\":1}", first.get("part").toString());
    assertEquals(HexFormat.of().formatHex(body, 0, 20), first.get("body").asText());
    ObjectNode last = one(parts.get(1));
    assertEquals("{\"total\":2,\"index\":2}", last.get("part").toString());
    assertEquals(9, last.at("/body/satellites").asInt());
  }

  @Test
  void aLineMayHoldGluedFramesWithSharedMarksOrNoneAtAll() {
    String beat = hex(v2013.heartbeat());
    String inner = beat.substring(2, beat.length() - 2);
    for (String line :
        List.of(beat + beat, "7e" + inner + "7e" + inner + "7e", "0x" + beat + " " + beat)) {
      assertEquals(2, lenient.decode(line).size());
      lenient.decode(line).forEach(packet -> assertTrue(packet.get("ok").asBoolean()));
    }
    for (PacketDecoder decoder : List.of(lenient, strict)) {
      assertTrue(decoder.decode(inner.toUpperCase(Locale.ROOT)).get(0).get("ok").asBoolean());
    }
  }

  @Test
  void bytesOutsideMarksAreShownAsSuch() {
    List<ObjectNode> packets = lenient.decode("0102" + hex(v2013.heartbeat()) + "03");
    assertEquals(List.of("false", "true", "false"), packets.stream().map(this::ok).toList());
    assertEquals("framing", packets.get(0).get("error").asText());
    assertEquals("0102", packets.get(0).get("hex").asText());
    assertEquals("03", packets.get(2).get("hex").asText());
  }

  private String ok(ObjectNode packet) {
    return packet.get("ok").asText();
  }

  @ParameterizedTest
  @CsvSource({
    "7e0002000001380000000100053e7e, checksum, 'expected 0x3F, found 0x3E'",
    "7e00020005013800000001000 53a7e, length, 'body declared as 5 bytes, found 0'",
    "7e00020000017d0300000100053e7e, escape, 0x7D followed by 0x03 at byte 5",
    "7e0102037e, framing, 3 bytes between marks: too short",
    "7e09000401013800000001000055617e, encrypted, body attributes name encryption 1",
    "7e02000001013800000001000055" + "6e7e, malformed, 'field of 4 bytes, 1 left'",
    "nothing!, framing, no pairs of hex digits",
    "7e7e, framing, marks alone",
    "7e0, framing, no pairs of hex digits"
  })
  void namesWhatIsWrong(String line, String error, String detail) {
    ObjectNode packet = lenient.decode(line).get(0);
    assertFalse(packet.get("ok").asBoolean());
    assertEquals(error, packet.get("error").asText());
    assertEquals(detail, packet.get("detail").asText());
  }

  @Test
  void strictRefusesWhatIsSeenThroughOtherwise() {
    String wrongFlag = "7e" + "00020000" + "01" + "00000000013800000001" + "0005" + "3e" + "7e";
    String bare7d = "7e" + "00020000013800000001" + "0047" + "7d" + "7e";
    String bare7e = "7e" + "00020000013800000001" + "0044" + "7e" + "7e";
    for (String line : List.of(wrongFlag, bare7d, bare7e)) {
      ObjectNode packet = lenient.decode(line).get(0);
      assertTrue(packet.get("ok").asBoolean(), line);
      assertEquals(1, packet.get("deviations").size());
    }
    assertEquals("length", strict.decode(wrongFlag).get(0).get("error").asText());
    assertEquals("escape", strict.decode(bare7d).get(0).get("error").asText());
    assertEquals("escape", strict.decode(bare7e).get(0).get("error").asText());
  }

  @Test
  void anErrorInTheBodyStillShowsTheHeader() {
    ObjectNode packet = one(v2013.serial(9).packet(0x0200, new byte[3]));
    assertEquals("0x0200", packet.get("messageId").asText());
    assertEquals("013800000001", packet.get("phone").asText());
    assertEquals(9, packet.get("serialNumber").asInt());
  }

  @Test
  void aCompressedMessageShowsTheOneInside() {
    byte[] inside = v2013.serial(7).generalReply(9, 0x8103, 0);
    byte[] bare = Wire.unframe(inside);
    byte[] summed = Arrays.copyOf(bare, bare.length + 1);
    summed[bare.length] = (byte) Wire.checksum(bare, bare.length);
    for (byte[] form : List.of(inside, bare, summed)) {
      ObjectNode packet = one(v2013.packet(0x0901, CompressedBody.of(form)));
      assertEquals("TerminalGeneralReply", packet.at("/body/message/message").asText());
      assertEquals(7, packet.at("/body/message/serialNumber").asInt());
      assertEquals("0x8103", packet.at("/body/message/body/replyMessageId").asText());
    }
    ObjectNode broken = one(v2013.packet(0x0901, new byte[] {0, 0, 0, 1, 5}));
    assertTrue(broken.get("ok").asBoolean());
    assertEquals("malformed", broken.at("/body/message/error").asText());
  }
}
