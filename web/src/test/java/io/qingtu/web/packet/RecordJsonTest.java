package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.management.ParameterType;
import io.qingtu.protocol.message.management.TerminalParameter;
import io.qingtu.protocol.message.record.RecorderReport;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.protocol.table.MessageType;
import io.qingtu.protocol.table.PlatformMessageType;
import io.qingtu.protocol.table.TerminalMessageType;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {
  private static final int BODIES = 1000;

  private final RecordJson json = new RecordJson(new LocationJson(Optional.empty()));

  /** Everything that a component can be. */
  private record Everything(
      Optional<Thread.State> state,
      OptionalInt count,
      DeviceTime time,
      Bytes content,
      Bytes trailing,
      int replyMessageId,
      long size,
      boolean done,
      List<Inner> several,
      Map<Integer, String> named) {}

  private record Inner(String name) {}

  static Stream<MessageType> types() {
    return Stream.concat(
        Stream.of(TerminalMessageType.values()), Stream.of(PlatformMessageType.values()));
  }

  @Test
  void parametersShowWhatTheyAreAndVendorsTheirBytes() {
    assertEquals(
        "{\"id\":\"0x0055\",\"name\":\"maxSpeed\",\"title\":\"最高速度\",\"value\":80,"
            + "\"unit\":\"km/h\",\"hex\":\"00000050\"}",
        json.object(TerminalParameter.of(ParameterType.MAX_SPEED, 80)).toString());
    assertEquals(
        "{\"id\":\"0x0083\",\"name\":\"plate\",\"title\":\"机动车号牌\",\"value\":\"粤B1\","
            + "\"unit\":null,\"hex\":\"d4c14231\"}",
        json.object(TerminalParameter.of(ParameterType.PLATE, "粤B1")).toString());
    assertEquals(
        "{\"id\":\"0xf001\",\"name\":null,\"title\":null,\"value\":null,\"unit\":null,"
            + "\"hex\":\"0102\"}",
        json.object(new TerminalParameter(0xf001, Bytes.ofHex("0102"))).toString());
  }

  @Test
  void aParameterOfSeveralValuesShowsThem() {
    JsonNode channels =
        json.object(new TerminalParameter(0x0076, Bytes.ofHex("010001" + "01020000" + "0a")));
    assertEquals("videoChannels", channels.get("name").asText());
    assertEquals(
        "[{\"name\":\"audioVideoCount\",\"value\":1,\"unit\":null},"
            + "{\"name\":\"audioCount\",\"value\":0,\"unit\":null},"
            + "{\"name\":\"videoCount\",\"value\":1,\"unit\":null},"
            + "{\"name\":\"channels[0].physical\",\"value\":1,\"unit\":null},"
            + "{\"name\":\"channels[0].logical\",\"value\":2,\"unit\":null},"
            + "{\"name\":\"channels[0].kind\",\"value\":0,\"unit\":null},"
            + "{\"name\":\"channels[0].panTilt\",\"value\":0,\"unit\":null},"
            + "{\"name\":\"more\",\"value\":\"0a\",\"unit\":null}]",
        channels.get("fields").toString());
    JsonNode tyres =
        json.object(new TerminalParameter(0xf366, Bytes.ofHex("3930305232300000000000000002")));
    assertEquals("900R20", tyres.at("/fields/0/value").asText());
    assertEquals(2, tyres.at("/fields/1/value").asInt());
  }

  @Test
  void whatIsCarriedOfAnotherStandardStandsBesideItsBytes() {
    JsonNode report =
        json.object(
            RecorderReport.decode(
                new BodyReader(Bytes.ofHex("0001" + "04" + "557a0400080026030916050600fb" + "e1")),
                ProtocolVersion.V2013));
    assertEquals("557a0400080026030916050600fbe1", report.get("block").asText());
    assertEquals("2026-03-09T08:05:06Z", report.at("/inside/data/0/time").asText());
    assertEquals(251, report.at("/inside/data/0/pulsesPerKm").asInt());
    JsonNode peripherals = json.object(new TransparentData(0xf7, Bytes.ofHex("0164050200000001")));
    assertEquals(0x64, peripherals.at("/inside/0/peripheral").asInt());
    JsonNode unknown = json.object(new TransparentData(0xf7, Bytes.ofHex("01")));
    assertFalse(unknown.has("inside"));
  }

  @Test
  void alarmsOfActiveSafetyShowTheirFields() {
    String head = "00000000" + "00000000" + "00000000" + "00000000" + "0000" + "0000" + "0000";
    String time = "260309100500";
    String alarm =
        ("00000007" + "01" + "02" + "01" + "28" + "0a" + "01" + "00" + "00" + "32" + "0010")
            + ("01312d00" + "06c7ae00" + time + "0401")
            + ("30303030303031" + time + "03" + "02" + "00");
    Bytes body = Bytes.ofHex(head + time + "642f" + alarm);
    JsonNode shown =
        json.object(LocationReport.decode(new BodyReader(body), ProtocolVersion.V2013))
            .at("/safetyAlarms/0");
    assertEquals("0x64", shown.get("id").asText());
    assertEquals("车道偏离报警", shown.at("/titles/0").asText());
    assertEquals(7, shown.get("number").asInt());
    assertEquals(3, shown.at("/alarmId/sequence").asInt());
    assertEquals(2, shown.at("/alarmId/attachments").asInt());
  }

  @Test
  void namesEveryComponentAndWritesEveryKindOfValue() {
    Everything everything =
        new Everything(
            Optional.of(Thread.State.NEW),
            OptionalInt.of(7),
            new DeviceTime(0x260310_000506L),
            Bytes.EMPTY,
            Bytes.EMPTY,
            0x0200,
            0xffff_ffffL,
            true,
            List.of(new Inner("渣土"), new Inner("")),
            Map.of(0x13, "a"));
    assertEquals(
        "{\"state\":\"NEW\",\"count\":7,\"time\":\"2026-03-09T16:05:06Z\",\"content\":\"\","
            + "\"replyMessageId\":\"0x0200\",\"size\":4294967295,\"done\":true,"
            + "\"several\":[{\"name\":\"渣土\"},{\"name\":\"\"}],\"named\":{\"19\":\"a\"}}",
        json.object(everything).toString());
  }

  @Test
  void whatIsAbsentIsNullAndATimeThatIsNoneKeepsItsDigits() {
    Everything nothing =
        new Everything(
            Optional.empty(),
            OptionalInt.empty(),
            new DeviceTime(0x00ab_0000_0000L),
            Bytes.ofHex("7e"),
            Bytes.ofHex("00"),
            0,
            -1,
            false,
            List.of(),
            Map.of());
    assertEquals(
        "{\"state\":null,\"count\":null,\"time\":null,\"timeDigits\":\"00ab00000000\","
            + "\"content\":\"7e\",\"trailing\":\"00\",\"replyMessageId\":\"0x0000\",\"size\":-1,"
            + "\"done\":false,\"several\":[],\"named\":{}}",
        json.object(nothing).toString());
  }

  @ParameterizedTest
  @MethodSource("types")
  void writesWhateverAMessageOfTheTablesCanHold(MessageType type) {
    Random random = new Random(type.id());
    Set<String> written = new HashSet<>();
    int messages = 0;
    for (int i = 0; i < BODIES; i++) {
      byte[] body = new byte[random.nextInt(160)];
      if (i % 2 == 0) {
        random.nextBytes(body);
      }
      Optional<Object> message = decode(type, Bytes.copyOf(body), i);
      if (message.isPresent()) {
        messages++;
        json.object(message.get()).fieldNames().forEachRemaining(written::add);
      }
    }
    assertTrue(messages > 0, "no body was one");
    if (type.message() != LocationReport.class) {
      for (RecordComponent component : type.message().getRecordComponents()) {
        boolean shown = component.getType() != ProtocolVersion.class;
        String name = component.getName();
        if (!Set.of("trailing", "vendorBytes").contains(name)) {
          assertEquals(shown, written.contains(name), name);
        }
      }
    }
  }

  @Test
  void everyMessageOfTheTablesComesOutOfDecode() {
    PacketBuilder packets = new PacketBuilder(Version.V2013, "13800000001");
    PacketDecoder decoder = new PacketDecoder(false, Optional.empty());
    for (MessageType type : types().toList()) {
      ObjectNode shown =
          Stream.iterate(0, length -> length + 1)
              .map(length -> packets.packet(type.id(), new byte[length]))
              .map(packet -> decoder.decode(HexFormat.of().formatHex(packet)).get(0))
              .limit(200)
              .filter(packet -> packet.get("ok").asBoolean())
              .findFirst()
              .orElseThrow(() -> new AssertionError("no zeros are a " + type));
      assertEquals(type.messageName(), shown.get("message").asText());
      assertTrue(shown.get("body").isObject(), shown::toString);
    }
  }

  @Test
  void aLocationLooksTheSameWhereverItStands() {
    LocationReport report =
        LocationReport.decode(new BodyReader(Bytes.copyOf(new byte[28])), ProtocolVersion.V2013);
    record Answer(int replySerialNumber, Optional<LocationReport> location) {}
    JsonNode shown = json.object(new Answer(1, Optional.of(report)));
    assertEquals(json.object(report), shown.get("location"));
    assertFalse(shown.get("location").has("latitudeE6"));
    assertTrue(shown.at("/location/altitudeMetres").isInt());
  }

  private static Optional<Object> decode(MessageType type, Bytes body, int i) {
    ProtocolVersion version = ProtocolVersion.values()[i % 3];
    BodyReader in = new BodyReader(body);
    try {
      return type instanceof TerminalMessageType
          ? Optional.of(TerminalMessageType.decode(type.id(), in, version))
          : PlatformMessageType.decode(type.id(), in, version).map(Object.class::cast);
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }
}
