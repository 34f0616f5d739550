package io.qingtu.protocol.message.vehicle;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.media.MediaVectors;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;

/** Vectors of vehicle control. */
public final class VehicleVectors {
  private VehicleVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.add(
          Vector.of(
              version,
              0x0500,
              "fffe" + MediaVectors.LOCATION,
              new VehicleControlReply(0xfffe, MediaVectors.PLACE)));
      if (version == Version.V2019) {
        all.add(
            Vector.of(
                version,
                0x8500,
                "0002 0001 01 f001 0a0b0c",
                new VehicleControlCommand(
                    0,
                    List.of(
                        VehicleControl.door(false),
                        new VehicleControl(0xf001, Bytes.ofHex("0a0b0c"))))));
      } else {
        all.add(Vector.of(version, 0x8500, "01", new VehicleControlCommand(1, List.of())));
      }
    }
    return all;
  }
}
