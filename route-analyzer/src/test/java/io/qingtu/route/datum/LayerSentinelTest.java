package io.qingtu.route.datum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.datum.LayerSentinel.Finding;
import io.qingtu.route.datum.LayerSentinel.Layer;
import io.qingtu.route.geo.Datum;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: C12, a layer of another datum that does not say so. In the scene's city
 * GCJ-02 lies 528 m east and 51 m north of where things are.
 *
 * <pre>
 *                 D (3000, 3000)
 *                 |
 * S (0, 0) -------+ (3000, 0)
 * </pre>
 */
class LayerSentinelTest {
  private static final double EAST = 528;
  private static final double NORTH = 51;

  private final Scene scene = new Scene();

  private Scene roads(double east, double north) {
    return scene
        .segment("E", 50, false, east, north, 3000 + east, north)
        .segment("N", 50, false, 3000 + east, north, 3000 + east, 3000 + north);
  }

  private Scene route(double east, double north) {
    double far = 3000;
    return scene.route("R1", east, north, far + east, north, far + east, far + north);
  }

  private Scene places(double siteEast, double endEast) {
    scene.place("S1", PlaceKind.SITE, siteEast, siteEast == 0 ? 0 : NORTH, 100);
    return scene.place(
        "D1", PlaceKind.DISPOSAL, 3000 + endEast, 3000 + (endEast == 0 ? 0 : NORTH), 100);
  }

  /** One loaded trip at a report in two seconds: 270 moving fixes. */
  private Drive trip() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00").stand(400).every(2);
    return d.to(3000, 0, 40).to(3000, 3000, 40).every(10).stand(400);
  }

  private Optional<Finding> judge() {
    List<Position> positions = new ArrayList<>(scene.positions().toList());
    Collections.shuffle(positions, new Random(12));
    RuleSet rules = scene.rules();
    return new LayerSentinel(scene.plan(), rules.plane(), rules.roads(), Parameters.DEFAULTS)
        .judge(positions);
  }

  private void assertFound(Layer layer, String id) {
    Finding found = judge().orElseThrow();
    assertEquals(layer, found.layer());
    assertEquals(id, found.id());
    assertEquals(Datum.GCJ02, found.datum());
  }

  @Test
  void anHonestPlanIsBelieved() {
    roads(0, 0);
    route(0, 0);
    places(0, 0).permit("A1");
    trip();
    assertEquals(Optional.empty(), judge());
  }

  @Test
  void roadsBesideAllThatIsDrivenAreRefused() {
    roads(EAST, NORTH);
    trip();
    assertFound(Layer.SEGMENTS, "");
  }

  @Test
  void fewFixesProveNothingAgainstRoads() {
    roads(EAST, NORTH);
    scene.truck("A1", 0, 0, "22:00:00").every(4).to(3000, 0, 40).to(3000, 2000, 40);
    assertEquals(Optional.empty(), judge());
  }

  @Test
  void aRoadThatIsNotInThePlanBesideOneThatIsProvesNothing() {
    scene.segment("N", 50, false, EAST, -4000, EAST, 4000);
    scene.truck("A1", 0, -3500, "22:00:00").every(2).to(0, 3500, 40);
    assertEquals(Optional.empty(), judge());
  }

  @Test
  void aRouteBesideTheRoadsIsRefused() {
    roads(0, 0);
    route(EAST, NORTH);
    assertFound(Layer.ROUTES, "R1");
  }

  @Test
  void aStraightRouteBesideAnotherRoadProvesNothing() {
    scene.segment("N", 50, false, 0, -4000, 0, 4000);
    scene.route("R1", EAST, -3000, EAST, 3000);
    assertEquals(Optional.empty(), judge());
  }

  @Test
  void aPlaceWhereNeitherRouteNorTruckGoesIsRefused() {
    roads(0, 0);
    route(0, 0);
    places(0, EAST).permit("A1");
    trip();
    assertFound(Layer.PLACES, "D1");
  }

  @Test
  void staysAloneMustBeThree() {
    places(0, EAST).permit("A1");
    trip();
    assertEquals(Optional.empty(), judge());
    scene.permit("A2").permit("A3");
    scene.truck("A2", 3000, 3000, "21:00:00").stand(400);
    assertEquals(Optional.empty(), judge());
    scene.truck("A3", 3000, 3000, "21:00:00").stand(400);
    assertFound(Layer.PLACES, "D1");
  }

  @Test
  void allPlacesOfOneTripTogetherAreEnough() {
    places(EAST, EAST).permit("A1");
    trip();
    assertFound(Layer.PLACES, "S1");
  }

  @Test
  void oneWitnessForThePlaceAsDrawnIsEnoughToBelieveIt() {
    roads(0, 0);
    route(0, 0);
    places(0, EAST).permit("A1");
    trip().every(10).to(3000 + EAST, 3000, 40).stand(400);
    assertEquals(Optional.empty(), judge());
  }

  @Test
  void unloadingBesideAnOldPolygonIsNoDatum() {
    places(0, 200).permit("A1").permit("A2").permit("A3");
    for (String plate : List.of("A1", "A2", "A3")) {
      scene.truck(plate, 3000, 3000, "21:00:00").stand(400);
    }
    assertEquals(Optional.empty(), judge());
  }

  @Test
  void staysOfTrucksWithoutAPermitForThePlaceProveNothing() {
    places(0, EAST);
    for (String plate : List.of("A1", "A2", "A3")) {
      scene.truck(plate, 3000, 3000, "21:00:00").stand(400);
    }
    assertEquals(Optional.empty(), judge());
  }
}
