package io.qingtu.protocol.message.record;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.recorder.RecorderPacket;
import io.qingtu.protocol.message.recorder.RecorderVectors;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Vectors of recorder, driver, waybill and CAN bus. */
public final class RecordVectors {
  /** 张三, 20 bytes of a licence, an issuer, an expiry. */
  static final String DRIVER =
      "04 d5c5c8fd" + "51303031" + "00".repeat(16) + "04 d4cbb9dc" + "20301231";

  /** 20 bytes of an id number. */
  static final String ID_NUMBER = "313130313031313939303031303131323334" + "0000";

  private static final Optional<String> ID = Optional.of("110101199001011234");
  private static final DeviceTime TIME = new DeviceTime(0x260309160506L);

  private RecordVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.addAll(recorder(version));
      RecorderVectors.all().forEach(example -> all.add(recorder(version, example)));
      all.addAll(version == Version.V2011 ? drivers2011() : drivers(version));
      all.add(
          Vector.of(
              version, 0x0701, "00000003 7e7d00", new WaybillReport(3, Bytes.ofHex("7e7d00"))));
      if (version != Version.V2011) {
        all.add(Vector.of(version, 0x8702, "", new DriverIdentityQuery()));
        all.add(can(version));
      }
    }
    return all;
  }

  private static List<Vector> recorder(Version version) {
    Bytes packet = Bytes.ofHex("557a00000200190135");
    List<Vector> recorder = new ArrayList<>();
    recorder.add(Vector.of(version, 0x8700, "02", new RecorderQuery(2, Bytes.EMPTY)));
    recorder.add(
        Vector.of(version, 0x8700, "08 aa7508", new RecorderQuery(8, Bytes.ofHex("aa7508"))));
    recorder.add(
        Vector.of(
            version, 0x8701, "82 aa7582", new RecorderSettingCommand(0x82, Bytes.ofHex("aa7582"))));
    if (version == Version.V2011) {
      recorder.add(
          Vector.of(
              version,
              0x0700,
              "05 0100 0003 0a0b0c",
              new RecorderReport(
                  OptionalInt.empty(), 5, OptionalInt.of(256), Bytes.ofHex("0a0b0c"))));
    } else {
      recorder.add(
          Vector.of(
              version,
              0x0700,
              "fffe 00 557a00000200190135",
              new RecorderReport(OptionalInt.of(0xfffe), 0, OptionalInt.empty(), packet)));
    }
    return recorder;
  }

  /** A message around a recorder's packet. */
  private static Vector recorder(Version version, RecorderVectors.Example example) {
    Bytes packet = example.bytes();
    int command = example.command();
    String hex = String.format("%02x", command);
    if (example.query()) {
      return Vector.of(version, 0x8700, hex + packet, new RecorderQuery(command, packet));
    } else if (example.meaning().start() == RecorderPacket.QUESTION) {
      return Vector.of(version, 0x8701, hex + packet, new RecorderSettingCommand(command, packet));
    } else if (version == Version.V2011) {
      String lengths = String.format("%04x%<04x", packet.length());
      return Vector.of(
          version,
          0x0700,
          hex + lengths + packet,
          new RecorderReport(
              OptionalInt.empty(), command, OptionalInt.of(packet.length()), packet));
    }
    return Vector.of(
        version,
        0x0700,
        "0001" + hex + packet,
        new RecorderReport(OptionalInt.of(1), command, OptionalInt.empty(), packet));
  }

  private static Driver driver(Optional<String> idNumber) {
    return new Driver("张三", idNumber, "Q001", "运管", OptionalLong.of(0x20301231));
  }

  private static Vector driver(
      Version version, String hex, int state, OptionalInt result, Optional<Driver> driver) {
    return Vector.of(
        version,
        0x0702,
        hex,
        new DriverIdentity(OptionalInt.of(state), Optional.of(TIME), result, driver, Bytes.EMPTY));
  }

  private static List<Vector> drivers(Version version) {
    Optional<String> id = version == Version.V2019 ? ID : Optional.empty();
    String driver = DRIVER + (version == Version.V2019 ? ID_NUMBER : "");
    OptionalInt read = OptionalInt.of(0);
    return List.of(
        driver(version, "01 260309160506 00" + driver, 1, read, Optional.of(driver(id))),
        // which terminals send, the standard does not have it
        driver(version, "02 260309160506 00" + driver, 2, read, Optional.of(driver(id))),
        driver(version, "01 260309160506 03", 1, OptionalInt.of(3), Optional.empty()),
        driver(version, "02 260309160506", 2, OptionalInt.empty(), Optional.empty()));
  }

  private static List<Vector> drivers2011() {
    Driver driver = new Driver("张三", ID, "Q001", "运管", OptionalLong.empty());
    return List.of(
        Vector.of(
            Version.V2011,
            0x0702,
            "04 d5c5c8fd" + ID_NUMBER + "51303031" + "00".repeat(36) + "04 d4cbb9dc",
            new DriverIdentity(
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(driver),
                Bytes.EMPTY)));
  }

  private static Vector can(Version version) {
    return Vector.of(
        version,
        0x0705,
        "0002 1605069990 e0000123 0102030405060708 18fef100 ffffffffffffffff",
        new CanBusReport(
            2,
            Bytes.ofHex("1605069990"),
            List.of(
                new CanFrame(0xe0000123L, Bytes.ofHex("0102030405060708")),
                new CanFrame(0x18fef100L, Bytes.ofHex("ffffffffffffffff"))),
            Bytes.EMPTY));
  }
}
