package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Cover;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: parameters of one fleet, on top of the city's. */
class FleetParametersTest {
  private final Scene scene = openLoaded();

  /** A loaded truck of the company "haulier" drives a kilometre with its cover open. */
  private static Scene openLoaded() {
    Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    scene
        .truck("A1", 0, 0, "22:00:00", SensorKind.COVER, SensorKind.WEIGHT)
        .load()
        .to(1000, 0, 40)
        .cover(Cover.OPEN)
        .to(2000, 0, 40)
        .cover(Cover.CLOSED)
        .to(6000, 0, 40);
    return scene;
  }

  private long uncovered(Parameters parameters) {
    RuleSet rules = new RuleSet(scene.rules().plan(), parameters);
    return BatchAnalysis.run(rules, scene.positions().toList()).alerts().stream()
        .filter(a -> a.rule().equals("M03"))
        .count();
  }

  @Test
  void holdForTheVehiclesOfThatFleetAlone() {
    Map<String, Double> lenient = Map.of("t_cov", 3600.0);
    assertEquals(1, uncovered(Parameters.DEFAULTS));
    assertEquals(0, uncovered(Parameters.with(Map.of(), Map.of("haulier", lenient))));
    assertEquals(1, uncovered(Parameters.with(Map.of(), Map.of("another", lenient))));
    assertEquals(1, uncovered(Parameters.with(lenient, Map.of("haulier", Map.of("t_cov", 30.0)))));
  }
}
