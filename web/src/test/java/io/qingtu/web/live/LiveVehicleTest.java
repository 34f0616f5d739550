package io.qingtu.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveVehicleTest {
  @Test
  void aWeighingTruckIsLoadedFromTwoFifthsOfItsRatedLoad() {
    assertEquals(Load.LOADED, shown(Load.UNKNOWN, 6.4, 16));
    assertEquals(Load.PARTIAL, shown(Load.UNKNOWN, 6.39, 16));
    assertEquals(Load.PARTIAL, shown(Load.UNKNOWN, 2.41, 16));
    assertEquals(Load.EMPTY, shown(Load.UNKNOWN, 2.4, 16));
  }

  @Test
  void theLoadSensorSpeaksBeforeTheWeight() {
    assertEquals(Load.EMPTY, shown(Load.EMPTY, 15, 16));
  }

  @Test
  void withoutEitherTheLoadIsUnknown() {
    assertEquals(Load.UNKNOWN, shown(Load.UNKNOWN, Double.NaN, 16));
  }

  private static Load shown(Load sensor, double weightT, double ratedT) {
    Sensors sensors =
        new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, sensor, weightT, Switch.UNKNOWN, Switch.UNKNOWN);
    Instant time = Instant.parse("2026-11-16T00:00:00Z");
    Position last =
        new Position(
            "鲁G1",
            time,
            time,
            119,
            36.7,
            true,
            0,
            Double.NaN,
            0,
            0,
            true,
            9,
            Double.NaN,
            0,
            3,
            sensors,
            false);
    VehicleRow vehicle = new VehicleRow(1, "鲁G1", "MUCK_TRUCK", 1, "甲", ratedT, List.of(), "1");
    return LiveVehicle.of(vehicle, last, VehicleState.MOVING).load();
  }
}
