package io.qingtu.server.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveVehicleTest {
  private static final Instant T = Instant.parse("2026-11-10T02:00:00Z");
  private static final Vehicle TRUCK =
      new Vehicle("鲁V00001", VehicleKind.MUCK_TRUCK, "示例", 16, Set.of());

  private final LiveVehicle live =
      new LiveVehicle(
          new RuleSet(CityPlan.EMPTY, Parameters.DEFAULTS).centredAt(119.1, 36.7),
          TRUCK,
          Instant.EPOCH,
          Instant.EPOCH,
          e -> {
            throw e;
          });

  private List<Alert> drive(int seconds) {
    Instant t = T.plusSeconds(seconds);
    return live.accept(
        new Position(
            TRUCK.plate(),
            t,
            t,
            119.1 + seconds * 0.0001,
            36.7,
            true,
            32,
            Double.NaN,
            90,
            0,
            true,
            12,
            Double.NaN,
            0,
            3,
            Sensors.UNKNOWN,
            false));
  }

  private List<String> afterSilenceOf(int seconds) {
    List<Alert> raised = new ArrayList<>();
    for (int t = 0; t <= 300; t += 10) {
      raised.addAll(drive(t));
    }
    raised.addAll(drive(300 + seconds));
    return raised.stream().map(a -> a.rule() + " " + a.start()).toList();
  }

  @Test
  void aSilenceIsToldByTheFixThatEndsItWhereNobodyLookedMeanwhile() {
    assertEquals(List.of("D01 " + T.plusSeconds(300)), afterSilenceOf(601));
  }

  @Test
  void aShorterSilenceIsNone() {
    assertEquals(List.of(), afterSilenceOf(599));
  }
}
