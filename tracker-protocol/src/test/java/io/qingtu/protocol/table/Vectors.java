package io.qingtu.protocol.table;

import io.qingtu.protocol.message.area.AreaVectors;
import io.qingtu.protocol.message.general.GeneralVectors;
import io.qingtu.protocol.message.location.LocationVectors;
import io.qingtu.protocol.message.location.TrackingVectors;
import io.qingtu.protocol.message.management.ManagementVectors;
import io.qingtu.protocol.message.media.MediaVectors;
import io.qingtu.protocol.message.record.RecordVectors;
import io.qingtu.protocol.message.safety.SafetyVectors;
import io.qingtu.protocol.message.text.TextVectors;
import io.qingtu.protocol.message.transparent.TransparentVectors;
import io.qingtu.protocol.message.vehicle.VehicleVectors;
import io.qingtu.protocol.message.video.VideoVectors;
import java.util.List;
import java.util.stream.Stream;

/** The vectors of all families of messages, uplink and downlink. */
public final class Vectors {
  private Vectors() {}

  /** Every type in every version, and the shapes that a type can take. */
  public static List<Vector> all() {
    return Stream.of(
            RecordVectors.all(),
            AreaVectors.all(),
            VehicleVectors.all(),
            MediaVectors.all(),
            GeneralVectors.all(),
            LocationVectors.all(),
            TrackingVectors.all(),
            ManagementVectors.all(),
            TextVectors.all(),
            TransparentVectors.all(),
            VideoVectors.all(),
            SafetyVectors.all())
        .flatMap(List::stream)
        .toList();
  }
}
