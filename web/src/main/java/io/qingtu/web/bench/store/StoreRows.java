package io.qingtu.web.bench.store;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.SimProfile;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.PositionRow;
import io.qingtu.web.bench.SyntheticFleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Days of the simulated fleet as rows, in the order in which they arrive, with what was sent. */
final class StoreRows {
  private static final int BASIC_BYTES = 28;

  private StoreRows() {}

  /**
   * @param ids of the vehicles by their plates
   * @param most rows; the first of them
   */
  static List<PositionRow> of(SyntheticFleet fleet, Map<String, Integer> ids, int most) {
    List<PositionRow> rows = new ArrayList<>();
    for (Position p : fleet.driven()) {
      byte[] items = items(p);
      for (int copy = 0; copy < fleet.copies(p.plate()); copy++) {
        Position own = SyntheticFleet.of(p, copy);
        rows.add(new PositionRow(ids.get(own.plate()), own, items));
      }
    }
    rows.sort(Comparator.comparing(row -> row.position().receivedTime()));
    return rows.subList(0, Math.min(most, rows.size()));
  }

  /** The additional items of the simulator's terminals. */
  private static byte[] items(Position p) {
    LocationBody body = LocationBody.at(p.latitude(), p.longitude(), p.fixTime());
    if (!Double.isNaN(p.odometerKm())) {
      body.odometerKm(p.odometerKm());
    }
    if (!Double.isNaN(p.vssKmh())) {
      body.recorderSpeedKmh(p.vssKmh());
    }
    if (p.satellites() >= 0) {
      body.satellites(p.satellites());
    }
    body.sensors(
        SimProfile.Cover.valueOf(p.sensors().cover().name()),
        SimProfile.Lift.valueOf(p.sensors().lift().name()),
        SimProfile.Load.valueOf(p.sensors().load().name()),
        SimProfile.Work.valueOf(p.sensors().brush().name()),
        SimProfile.Work.valueOf(p.sensors().pump().name()),
        p.sensors().weightT());
    byte[] bytes = body.toBytes();
    return Arrays.copyOfRange(bytes, BASIC_BYTES, bytes.length);
  }
}
