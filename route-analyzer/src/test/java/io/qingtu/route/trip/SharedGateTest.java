package io.qingtu.route.trip;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Scene;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: the gate of S1 lies on the ground of a smaller site.
 *
 * <pre>
 *   +--S1--------+
 *   |  loads   +-S2-+
 *   |          |gate| ---> D1
 *   |          +----+
 *   +------------+
 * </pre>
 */
class SharedGateTest {
  private static SensorKind[] kit(boolean sensors) {
    return sensors ? new SensorKind[] {LIFT, WEIGHT} : new SensorKind[0];
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTruckIsOfTheSiteInWhichItWasLoaded(boolean sensors) {
    Scene scene = Scene.haul().place("S2", PlaceKind.SITE, 110, 0, 30).route("R1", 0, 0, 6000, 0);
    scene.permit("A1");
    scene
        .truck("A1", 0, 0, "22:00:00", kit(sensors))
        .load()
        .to(100, 0, 20)
        .stand(30)
        .to(6000, 0, 40)
        .tip()
        .to(3000, 0, 40);
    assertEquals(List.of(), scene.codes());
    assertEquals(List.of("S1 OK"), ends(scene));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofSitesInEachOtherTheSmallestCounts(boolean sensors) {
    Scene scene = new Scene().place("S9", PlaceKind.SITE, 100, 0, 300);
    scene.place("S1", PlaceKind.SITE, 0, 0, 60).place("D1", PlaceKind.DISPOSAL, 6000, 0, 100);
    scene.route("R1", 0, 0, 6000, 0).permit("A1");
    scene
        .truck("A1", 0, 0, "22:00:00", kit(sensors))
        .load()
        .to(200, 0, 20)
        .stand(60)
        .to(6000, 0, 40)
        .tip()
        .to(3000, 0, 40);
    assertEquals(List.of(), scene.codes());
    assertEquals(List.of("S1 OK"), ends(scene));
  }

  private static List<String> ends(Scene scene) {
    return scene.run().trips().stream().map(t -> t.siteId() + " " + t.endKind()).toList();
  }
}
