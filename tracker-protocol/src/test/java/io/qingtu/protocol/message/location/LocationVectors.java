package io.qingtu.protocol.message.location;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.item.AbnormalDriving;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.AlarmToConfirm;
import io.qingtu.protocol.message.item.AnalogInputs;
import io.qingtu.protocol.message.item.AreaPassage;
import io.qingtu.protocol.message.item.CabinTemperature;
import io.qingtu.protocol.message.item.CoveredVideoChannels;
import io.qingtu.protocol.message.item.Fuel;
import io.qingtu.protocol.message.item.InputOutput;
import io.qingtu.protocol.message.item.LostVideoChannels;
import io.qingtu.protocol.message.item.Mileage;
import io.qingtu.protocol.message.item.OverspeedPlace;
import io.qingtu.protocol.message.item.RecorderSpeed;
import io.qingtu.protocol.message.item.SafetyAlarmTest;
import io.qingtu.protocol.message.item.Satellites;
import io.qingtu.protocol.message.item.SegmentTime;
import io.qingtu.protocol.message.item.SignalStrength;
import io.qingtu.protocol.message.item.TyrePressures;
import io.qingtu.protocol.message.item.UnknownItem;
import io.qingtu.protocol.message.item.VehicleSignals;
import io.qingtu.protocol.message.item.VideoAlarms;
import io.qingtu.protocol.message.item.VideoStorageFaults;
import io.qingtu.protocol.table.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Vectors of location reports, with every additional item. */
public final class LocationVectors {
  private static final Instant TIME = Instant.parse("2026-03-09T16:05:06Z");
  private static final LocationReport PLAIN =
      new LocationReport(
          0, 0x3, 31_230_416, 121_473_701, 0, 0, 0, DeviceTime.of(TIME), List.of(), Bytes.EMPTY);

  private LocationVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      PacketBuilder packets = Vector.packets(version);
      all.add(location(version, packets));
      all.add(locationWithEveryItem(version, packets));
      all.add(batch(version, packets));
    }
    return all;
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
            List.of(PLAIN, with(List.of(new Satellites(12)), Bytes.EMPTY)),
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
  public static List<AdditionalItem> everyItem() {
    List<AdditionalItem> items = new ArrayList<>(plainItems());
    items.addAll(SafetyAlarmTest.alarms());
    return items;
  }

  private static List<AdditionalItem> plainItems() {
    return List.of(
        new Mileage(0xfffffffeL),
        new Fuel(455),
        new RecorderSpeed(601),
        new AlarmToConfirm(1),
        new TyrePressures(bytes("ff".repeat(30))),
        new CabinTemperature(0x8005),
        new OverspeedPlace(0, OptionalLong.empty()),
        new OverspeedPlace(4, OptionalLong.of(77)),
        new AreaPassage(1, 9, 1),
        new SegmentTime(3, 600, 1, 1),
        new VideoAlarms(0x3),
        new LostVideoChannels(0x80000001L),
        new CoveredVideoChannels(2),
        new VideoStorageFaults(0x8001),
        new AbnormalDriving(1, OptionalInt.empty()),
        new AbnormalDriving(1, OptionalInt.of(80)),
        new VehicleSignals(0x10),
        new InputOutput(0x4),
        new AnalogInputs(0x00020001L),
        new SignalStrength(31),
        new Satellites(12),
        new UnknownItem(0xf3, bytes("0102030405060708")),
        new UnknownItem(0x01, bytes("010203")),
        new UnknownItem(0xe1, Bytes.EMPTY));
  }

  private static Bytes bytes(String hex) {
    return Bytes.ofHex(hex);
  }
}
