package io.qingtu.protocol.message.general;

import static io.qingtu.fixtures.packet.PacketBuilder.Version.V2013;
import static io.qingtu.fixtures.packet.PacketBuilder.Version.V2019;

import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.table.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Vectors of replies, heartbeat, registration and authentication. */
public final class GeneralVectors {
  private GeneralVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      PacketBuilder packets = Vector.packets(version);
      all.add(Vector.of(version, 0x0001, "0007 8103 03", new TerminalGeneralReply(7, 0x8103, 3)));
      all.add(Vector.of(version, 0x8001, "fffe 0200 04", new PlatformGeneralReply(0xfffe, 512, 4)));
      all.add(Vector.of(version, 0x0002, "", new Heartbeat(Bytes.EMPTY)));
      all.add(Vector.of(version, 0x0002, "09", new Heartbeat(Bytes.ofHex("09"))));
      all.add(Vector.of(version, 0x0003, "", new Logout(Bytes.EMPTY)));
      all.add(registration(version, packets, "粤B12345"));
      all.add(registration(version, packets, ""));
      String end = version.name().equals("V2011") ? " 00" : "";
      all.add(
          Vector.of(
              version, 0x8100, "0009 00 71742d31" + end, new RegistrationReply(9, 0, "qt-1")));
      all.add(Vector.of(version, 0x8100, "0009 02", new RegistrationReply(9, 2, "")));
      all.add(authentication(version, packets));
      all.add(Vector.of(version, 0x0f01, "05", new UnknownMessage(0x0f01, Bytes.ofHex("05"))));
    }
    all.addAll(lostParts());
    all.addAll(keys());
    all.add(Vector.of(V2019, 0x0004, "", new ServerTimeQuery(Bytes.EMPTY)));
    Instant time = Instant.parse("2026-03-09T16:05:06Z");
    all.add(Vector.of(V2019, 0x8004, "260309160506", ServerTimeReply.of(time)));
    return all;
  }

  private static List<Vector> lostParts() {
    String three = "0001 0002 ffff";
    List<Integer> indexes = List.of(1, 2, 0xffff);
    return List.of(
        Vector.of(V2013, 0x8003, "0102 03" + three, new ResendPartsCommand(0x102, indexes)),
        Vector.of(V2013, 0x8003, "0102 00", new ResendPartsCommand(0x102, List.of())),
        Vector.of(V2019, 0x8003, "0102 0003" + three, new ResendPartsCommand(0x102, indexes)),
        Vector.of(V2019, 0x8003, "0102 0000", new ResendPartsCommand(0x102, List.of())),
        Vector.of(V2019, 0x0005, "fffe 0003" + three, new ResendPartsRequest(0xfffe, indexes)),
        Vector.of(V2019, 0x0005, "fffe 0000", new ResendPartsRequest(0xfffe, List.of())));
  }

  private static List<Vector> keys() {
    String modulus = "c0" + "5a".repeat(126) + "01";
    Bytes bytes = Bytes.ofHex(modulus);
    List<Vector> keys = new ArrayList<>();
    for (Version version : Version.values()) {
      keys.add(
          Vector.of(version, 0x8a00, "00010001" + modulus, new PlatformPublicKey(65537, bytes)));
      keys.add(
          Vector.of(version, 0x0a00, "00010001" + modulus, new TerminalPublicKey(65537, bytes)));
    }
    return keys;
  }

  private static Vector registration(Version version, PacketBuilder packets, String plate) {
    return new Vector(
        version,
        packets.register(new Registration(44, 300, "QTSIM", "QT-1", "T000001", 2, plate)),
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

  private static Vector authentication(Version version, PacketBuilder packets) {
    boolean since2019 = version == V2019;
    return new Vector(
        version,
        packets.authenticate("qt-0001", "860000000000001", "QT 1.0"),
        new Authentication(
            "qt-0001", since2019 ? "860000000000001" : "", since2019 ? "QT 1.0" : ""));
  }
}
