package io.qingtu.protocol.message.location;

import static io.qingtu.fixtures.packet.PacketBuilder.Version.V2011;
import static io.qingtu.fixtures.packet.PacketBuilder.Version.V2013;
import static io.qingtu.fixtures.packet.PacketBuilder.Version.V2019;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.item.Satellites;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Vectors of queries for a location, tracking and confirmed alarms. */
public final class TrackingVectors {
  private static final String LOCATION =
      "00000001 00000003 01dc8ad0 073d8aa5 000a 0258 005a 260309000506 31 01 0c";
  private static final LocationReport REPORT =
      new LocationReport(
          1,
          3,
          31_230_672,
          121_473_701,
          10,
          600,
          90,
          new DeviceTime(0x260309000506L),
          List.of(new Satellites(12)),
          Bytes.EMPTY);

  private TrackingVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.add(Vector.of(version, 0x8201, "", new QueryLocationCommand()));
      all.add(Vector.of(version, 0x8202, "000a 00000e10", new TrackingCommand(10, 3600)));
      all.add(Vector.of(version, 0x8202, "0000", new TrackingCommand(0, 0)));
      if (version != V2011) {
        all.add(Vector.of(version, 0x8203, "0009 00100001", new ConfirmAlarmCommand(9, 0x100001)));
      }
    }
    LocationReply answer = new LocationReply(OptionalInt.of(0x0102), REPORT);
    all.add(Vector.of(V2011, 0x0201, LOCATION, new LocationReply(OptionalInt.empty(), REPORT)));
    all.add(Vector.of(V2013, 0x0201, "0102" + LOCATION, answer));
    all.add(Vector.of(V2019, 0x0201, "0102" + LOCATION, answer));
    all.add(Vector.of(V2019, 0x8204, "", new LinkTestCommand()));
    return all;
  }
}
