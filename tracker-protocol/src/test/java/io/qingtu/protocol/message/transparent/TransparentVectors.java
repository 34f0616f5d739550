package io.qingtu.protocol.message.transparent;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Vectors of transparent data, and of messages packed. */
public final class TransparentVectors {
  /** Two peripherals, the second with a byte more than the standard has. */
  static final String STATES = "02 64 05 01 00000000 65 06 04 00000c01 aa";

  /** One peripheral: company, model, hardware, software, id, customer. */
  static final String DESCRIPTION =
      "01 64 12 02 5154 02 4131 02 4831 03 535631 02 4431 00 aa".replace(" ", "");

  private TransparentVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.add(up(version, 0x41, "7e01"));
      all.add(up(version, 0xf7, STATES));
      all.add(up(version, 0xf8, DESCRIPTION));
      all.add(up(version, 0xf7, "02 0102"));
      boolean of2011 = version == Version.V2011;
      all.add(
          Vector.of(
              version,
              0x8900,
              "f7" + (of2011 ? "00000003 0003" : "") + "02 64 65",
              TransparentCommand.peripheralQuery(0xf7, List.of(0x64, 0x65))));
      all.add(
          Vector.of(
              version, 0x0901, "00000002 1f8b", new CompressedMessage(2, Bytes.ofHex("1f8b"))));
    }
    all.add(
        Vector.of(
            Version.V2011,
            0x0900,
            "41 00000100 0002 7e01",
            new TransparentData(0x41, OptionalLong.of(256), Bytes.ofHex("7e01"))));
    return all;
  }

  private static Vector up(Version version, int type, String content) {
    Bytes bytes = Bytes.ofHex(content.replace(" ", ""));
    return Vector.of(
        version, 0x0900, Integer.toHexString(type) + content, new TransparentData(type, bytes));
  }
}
