package io.qingtu.route;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static io.qingtu.route.track.Switch.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: from positions of cleaning vehicles to the ledger of the city. */
class CityAnalysisTest {
  /** Three roads: swept on both sides, on one side, and driven along with the brush up. */
  private static CleaningScene city() {
    CleaningScene scene = new CleaningScene();
    for (int i = 0; i < 3; i++) {
      double y = 1000 * i;
      scene
          .street("S" + i, "Road " + i, RoadGrade.SECOND, 0, y, 1000, y)
          .place("K" + i, PlaceKind.DEPOT, -220, y - 20, -180, y + 20)
          .requires("S" + i, null, SWEEP, 1, "06:00-07:00")
          .sweeper("A" + i)
          .drive("A" + i, "06:05", 7, 10, i == 2 ? OFF : ON, 0, y - 4, 1000, y - 4);
      if (i == 0) {
        scene.drive("A0", "06:14", 7, 10, ON, 1000, 4, -200, 4);
      } else {
        scene.drive("A" + i, "06:14", 36, 10, OFF, 1000, y + 4, -200, y + 4);
      }
      // standing on duty until the alerts are settled
      for (int minute = i == 0 ? 25 : 17; minute <= 95; minute++) {
        String time = (6 + minute / 60) + ":" + (minute % 60);
        scene.fix("A" + i, at(time), -200, y, 0, -1, OFF);
      }
    }
    return scene;
  }

  private static List<Position> positions(CleaningScene scene) {
    List<Position> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      scene.fixes("A" + i).stream().map(CleanFix::position).forEach(all::add);
    }
    return all;
  }

  @Test
  void rulesOfVehiclesAndRoadsStandInOneLedger() {
    CleaningScene scene = city();
    Ledger ledger = BatchAnalysis.run(scene.rules(), positions(scene));
    assertEquals(
        List.of(
            "S0 FWD DONE",
            "S0 REV DONE",
            "S1 FWD DONE",
            "S1 REV MISSED",
            "S2 FWD MISSED",
            "S2 REV MISSED"),
        ledger.passes().stream()
            .map(p -> p.segmentId() + " " + p.side() + " " + p.result())
            .toList());
    assertEquals(
        List.of("S01  S2 ENDED", "S01  S2 ENDED", "S03  S1 ENDED", "S05 A2 S2 ENDED"),
        ledger.alerts().stream()
            .map(a -> a.rule() + " " + a.plate() + " " + a.segmentIds().get(0) + " " + a.status())
            .toList());
  }

  @Test
  void aBrushThatSaysNothingOnTheSegmentLeavesItsPassUnobserved() {
    CleaningScene scene = new CleaningScene().mainRoad().sweeper("A1");
    scene.street("S9", "Far road", RoadGrade.SECOND, 0, 3000, 1000, 3000);
    scene.requires("S1", Side.FWD, SWEEP, 1, "06:00-07:00");
    scene.requires("S9", Side.FWD, SWEEP, 1, "06:00-07:00");
    scene.drive("A1", "06:05", 7, 10, UNKNOWN, 0, -4, 1000, -4);
    scene.drive("A1", "06:14", 7, 10, OFF, 1000, 4, 0, 4);
    scene.fix("A1", at("06:23"), 0, 4, 0, -1, OFF);
    scene.fix("A1", at("07:30"), 0, 4, 0, -1, OFF);
    List<Position> fixes = scene.fixes("A1").stream().map(CleanFix::position).toList();
    assertEquals(
        List.of("S1 UNOBSERVED", "S9 MISSED"),
        BatchAnalysis.run(scene.rules(), fixes).passes().stream()
            .map(p -> p.segmentId() + " " + p.result())
            .toList());
  }

  @Test
  void aBrushThatSaysNothingAllDayLeavesEveryPassUnobserved() {
    CleaningScene scene = new CleaningScene().mainRoad().sweeper("A1");
    scene.street("S9", "Far road", RoadGrade.SECOND, 0, 3000, 1000, 3000);
    scene.requires("S1", Side.FWD, SWEEP, 1, "06:00-07:00");
    scene.requires("S9", Side.FWD, SWEEP, 1, "06:00-07:00");
    scene.drive("A1", "06:05", 7, 10, UNKNOWN, 0, -4, 1000, -4);
    scene.drive("A1", "06:14", 36, 10, UNKNOWN, 1000, 4, 0, 4);
    scene.fix("A1", at("07:30"), 0, 4, 0, -1, UNKNOWN);
    List<Position> fixes = scene.fixes("A1").stream().map(CleanFix::position).toList();
    assertEquals(
        List.of("S1 UNOBSERVED", "S9 UNOBSERVED"),
        BatchAnalysis.run(scene.rules(), fixes).passes().stream()
            .map(p -> p.segmentId() + " " + p.result())
            .toList());
  }

  @Test
  void completeDataNeedNoTimeToSettle() {
    CleaningScene scene = city();
    List<Position> untilSeven = positions(scene);
    untilSeven.removeIf(p -> p.fixTime().isAfter(at("07:01")));
    List<AlertStatus> statuses =
        BatchAnalysis.run(scene.rules(), untilSeven).alerts().stream()
            .map(Alert::status)
            .distinct()
            .toList();
    assertEquals(List.of(AlertStatus.ENDED), statuses);
    assertEquals(
        List.of(AlertStatus.CANDIDATE),
        CityAnalysis.judge(scene.rules(), List.of(), at("06:00"), at("07:01")).alerts().stream()
            .map(Alert::status)
            .distinct()
            .toList());
  }

  @Test
  void anyOrderAndRepetitionOfPositionsGivesTheSameLedger() {
    CleaningScene scene = city();
    List<Position> positions = new ArrayList<>(positions(scene));
    Ledger expected = BatchAnalysis.run(scene.rules(), positions);
    Random random = new Random(5);
    positions.addAll(positions.subList(50, 150));
    Collections.shuffle(positions, random);
    Ledger shuffled = BatchAnalysis.run(scene.rules(), positions);
    assertEquals(expected.alerts(), shuffled.alerts());
    assertEquals(expected.passes(), shuffled.passes());
  }

  @Test
  void theOrderOfThePlanChangesNothing() {
    CleaningScene scene = city();
    CityPlan p = scene.rules().plan();
    List<Segment> segments = new ArrayList<>(p.segments());
    List<Requirement> requirements = new ArrayList<>(p.requirements());
    List<Vehicle> vehicles = new ArrayList<>(p.vehicles());
    Collections.reverse(segments);
    Collections.reverse(requirements);
    Collections.reverse(vehicles);
    CityPlan turned =
        new CityPlan(
            vehicles,
            p.places(),
            p.routes(),
            p.permits(),
            p.waybills(),
            p.gateEvents(),
            segments,
            requirements,
            p.collectionPoints(),
            p.exemptions(),
            p.records());
    assertEquals(
        BatchAnalysis.run(scene.rules(), positions(scene)),
        BatchAnalysis.run(new RuleSet(turned, Parameters.DEFAULTS), positions(scene)));
  }
}
