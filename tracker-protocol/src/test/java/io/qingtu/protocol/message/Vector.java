package io.qingtu.protocol.message;

import io.netty.buffer.Unpooled;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A packet written from the standard's tables, and the message that it must be read as. */
record Vector(Version version, byte[] packet, TerminalMessage message) {
  private static final Instant TIME = Instant.parse("2026-03-09T16:05:06Z");
  private static final LocationReport PLAIN =
      new LocationReport(
          0, 0x3, 31_230_416, 121_473_701, 0, 0, 0, DeviceTime.of(TIME), List.of(), Bytes.EMPTY);

  /** Every type in every version, and the shapes that a type can take. */
  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      PacketBuilder builder = new PacketBuilder(version, "13800000001").serial(0x7d7e);
      all.add(
          new Vector(
              version, builder.generalReply(7, 0x8103, 3), new TerminalGeneralReply(7, 0x8103, 3)));
      all.add(new Vector(version, builder.heartbeat(), new Heartbeat(Bytes.EMPTY)));
      all.add(new Vector(version, builder.packet(2, (byte) 9), new Heartbeat(bytes("09"))));
      all.add(new Vector(version, builder.logout(), new Logout(Bytes.EMPTY)));
      all.add(registration(version, builder, "粤B12345"));
      all.add(registration(version, builder, ""));
      all.add(authentication(version, builder));
      all.add(location(version, builder));
      all.add(locationWithEveryItem(version, builder));
      all.add(batch(version, builder));
      all.add(
          new Vector(
              version,
              builder.transparent(0x41, (byte) 0x7e, (byte) 1),
              new TransparentData(0x41, bytes("7e01"))));
      all.add(
          new Vector(
              version, builder.packet(0x0f01, (byte) 5), new UnknownMessage(0x0f01, bytes("05"))));
    }
    return all;
  }

  Frame frame() {
    return FrameCodec.decode(Unpooled.wrappedBuffer(packet, 1, packet.length - 2));
  }

  @Override
  public String toString() {
    return message.getClass().getSimpleName() + " " + version;
  }

  private static Vector registration(Version version, PacketBuilder builder, String plate) {
    return new Vector(
        version,
        builder.register(new Registration(44, 300, "QTSIM", "QT-1", "T000001", 2, plate)),
        new TerminalRegistration(
            ProtocolVersion.valueOf(version.name()),
            44,
            300,
            "QTSIM",
            "QT-1",
            "T000001",
            2,
            plate));
  }

  private static Vector authentication(Version version, PacketBuilder builder) {
    boolean since2019 = version == Version.V2019;
    return new Vector(
        version,
        builder.authenticate("qt-0001", "860000000000001", "QT 1.0"),
        new Authentication(
            "qt-0001", since2019 ? "860000000000001" : "", since2019 ? "QT 1.0" : ""));
  }

  private static Vector location(Version version, PacketBuilder builder) {
    LocationBody body =
        LocationBody.at(-33.5, -70.25, TIME)
            .alarm(0xffffffffL)
            .altitudeMetres(-12)
            .speedKmh(54.3)
            .directionDegrees(359);
    return new Vector(
        version,
        builder.location(body),
        new LocationReport(
            0xffffffffL,
            0xf,
            33_500_000,
            70_250_000,
            -12,
            543,
            359,
            DeviceTime.of(TIME),
            List.of(),
            Bytes.EMPTY));
  }

  private static Vector locationWithEveryItem(Version version, PacketBuilder builder) {
    LocationBody body = LocationBody.at(31.230416, 121.473701, TIME);
    List<AdditionalItem> items = everyItem();
    for (AdditionalItem item : items) {
      // the values' own bytes are held to the tables in AdditionalItemTest
      body.item(item.id(), item.value().toArray());
    }
    return new Vector(version, builder.location(body.tail((byte) 1)), with(items, bytes("01")));
  }

  private static Vector batch(Version version, PacketBuilder builder) {
    LocationBody body = LocationBody.at(31.230416, 121.473701, TIME);
    LocationBody second = LocationBody.at(31.230416, 121.473701, TIME).satellites(12);
    return new Vector(
        version,
        builder.batch(1, body, second),
        new BatchLocationReport(
            BatchLocationReport.BLIND_SPOT,
            List.of(PLAIN, with(List.of(new AdditionalItem.Satellites(12)), Bytes.EMPTY)),
            Bytes.EMPTY));
  }

  private static LocationReport with(List<AdditionalItem> items, Bytes trailing) {
    return new LocationReport(
        PLAIN.alarms(),
        PLAIN.status(),
        PLAIN.latitudeE6(),
        PLAIN.longitudeE6(),
        0,
        0,
        0,
        PLAIN.time(),
        items,
        trailing);
  }

  /** One item of each kind; {@link AdditionalItem} itself proves that none is left out. */
  static List<AdditionalItem> everyItem() {
    return List.of(
        new AdditionalItem.Mileage(0xfffffffeL),
        new AdditionalItem.Fuel(455),
        new AdditionalItem.RecorderSpeed(601),
        new AdditionalItem.AlarmToConfirm(1),
        new AdditionalItem.TyrePressures(bytes("ff".repeat(30))),
        new AdditionalItem.CabinTemperature(0x8005),
        new AdditionalItem.OverspeedPlace(0, OptionalLong.empty()),
        new AdditionalItem.OverspeedPlace(4, OptionalLong.of(77)),
        new AdditionalItem.AreaPassage(1, 9, 1),
        new AdditionalItem.SegmentTime(3, 600, 1),
        new AdditionalItem.VideoAlarms(0x3),
        new AdditionalItem.LostVideoChannels(0x80000001L),
        new AdditionalItem.CoveredVideoChannels(2),
        new AdditionalItem.VideoStorageFaults(0x8001),
        new AdditionalItem.AbnormalDriving(1, OptionalInt.empty()),
        new AdditionalItem.AbnormalDriving(1, OptionalInt.of(80)),
        new AdditionalItem.VehicleSignals(0x10),
        new AdditionalItem.InputOutput(0x4),
        new AdditionalItem.AnalogInputs(0x00020001L),
        new AdditionalItem.SignalStrength(31),
        new AdditionalItem.Satellites(12),
        new AdditionalItem.Unknown(0xf3, bytes("0102030405060708")),
        new AdditionalItem.Unknown(0x01, bytes("010203")),
        new AdditionalItem.Unknown(0xe1, Bytes.EMPTY));
  }

  private static Bytes bytes(String hex) {
    return Bytes.ofHex(hex);
  }
}
