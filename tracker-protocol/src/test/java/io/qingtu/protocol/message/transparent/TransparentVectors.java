package io.qingtu.protocol.message.transparent;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;

/** Vectors of transparent data. */
public final class TransparentVectors {
  private TransparentVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.add(
          Vector.of(version, 0x0900, "41 7e01", new TransparentData(0x41, Bytes.ofHex("7e01"))));
    }
    return all;
  }
}
