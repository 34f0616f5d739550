package io.qingtu.route.rule;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.CleaningScene;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: S01 missed, S02 incomplete, S03 one side only, on a road of 1,000 m. */
class CoverageRulesTest {
  private static CleaningScene forward(int passes) {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .sweeper("A2")
        .requires("S1", Side.FWD, SWEEP, passes, "06:00-10:00");
  }

  private static CleaningScene bothSides() {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .requires("S1", null, SWEEP, 1, "06:00-10:00");
  }

  private static List<Alert> alerts(CleaningScene scene) {
    return new CoverageRules(scene.rules())
        .judge(scene.verdicts(scene.works(), "00:00", "12:00"), at("12:00"));
  }

  private static List<String> rules(CleaningScene scene) {
    return alerts(scene).stream().map(Alert::rule).toList();
  }

  @Test
  void twoPassesTenMinutesApartAreOneOfTwoRequired() {
    Alert a =
        alerts(
                forward(2)
                    .drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4)
                    .drive("A2", "06:10", 6, 10, ON, 0, -4, 1000, -4))
            .get(0);
    assertEquals("S01", a.rule());
    assertEquals(2, a.severity());
    assertEquals(1, a.measured());
    assertEquals(2, a.allowed());
    assertEquals(at("06:00"), a.start());
    assertEquals(at("10:00"), a.end());
    assertEquals(at("10:30"), a.decided());
    assertEquals(List.of("S1"), a.segmentIds());
    assertEquals("", a.plate());
    assertEquals(Grade.B, a.grade());
  }

  @Test
  void twoTrucksThatTogetherCoverTheSideRaiseNothing() {
    assertEquals(
        List.of(),
        rules(
            forward(1)
                .drive("A1", "06:00", 6.45, 10, ON, 0, -4, 860, -4)
                .drive("A2", "06:50", 6.3, 10, ON, 860, -4, 1000, -4)));
  }

  @Test
  void rainFromFiveToEightExcusesAWindowInIt() {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .sweeper("A1")
            .requires("S1", Side.FWD, SWEEP, 1, "05:30-07:30");
    assertEquals(List.of("S01"), rules(scene));
    scene.exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "05:00", "08:00");
    assertEquals(List.of(), rules(scene));
  }

  @Test
  void noPassAtAllOnAFirstGradeRoadIsSerious() {
    assertEquals(3, alerts(forward(1)).get(0).severity());
    CleaningScene lane =
        new CleaningScene()
            .street("L1", "Back Lane", RoadGrade.LANE, 0, 0, 1000, 0)
            .sweeper("A1")
            .requires("L1", Side.FWD, SWEEP, 1, "06:00-10:00");
    assertEquals(2, alerts(lane).get(0).severity());
  }

  @Test
  void halfAPassIsIncomplete() {
    Alert a = alerts(forward(1).drive("A1", "06:00", 6, 10, ON, 0, -4, 500, -4)).get(0);
    assertEquals("S02", a.rule());
    assertEquals(2, a.severity());
    assertEquals(0.5, a.measured());
    assertEquals(0.9, a.allowed());
  }

  @Test
  void eachLackingPassHasItsOwnRule() {
    assertEquals(
        List.of("S01", "S02"), rules(forward(2).drive("A1", "06:00", 6, 10, ON, 0, -4, 500, -4)));
  }

  @Test
  void oneSideDoneAndTheOtherMissedIsOneSideOnly() {
    List<Alert> a = alerts(bothSides().drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4));
    assertEquals(1, a.size());
    assertEquals("S03", a.get(0).rule());
    assertEquals("SWEEP REV", a.get(0).reason());
    assertEquals(2, a.get(0).severity());
  }

  @Test
  void aSideThatIsHalfDoneIsIncompleteBesideADoneOne() {
    assertEquals(
        List.of("S02"),
        rules(
            bothSides()
                .drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4)
                .drive("A1", "06:11", 6, 10, ON, 1000, 4, 600, 4)));
  }

  @Test
  void twoMissedSidesAreTwoAlertsWithKeysOfTheirOwn() {
    List<Alert> a = alerts(bothSides());
    assertEquals(List.of("S01", "S01"), a.stream().map(Alert::rule).toList());
    assertNotEquals(a.get(0).key(), a.get(1).key());
  }

  @Test
  void theSegmentsOfARoadAreOneAlert() {
    CleaningScene road = new CleaningScene().sweeper("A1");
    for (int i = 0; i < 5; i++) {
      road.street("S" + i, "Main Road", RoadGrade.SECOND, i * 200, 0, i * 200 + 200, 0)
          .requires("S" + i, Side.FWD, SWEEP, 1, "06:00-10:00");
    }
    road.drive("A1", "07:00", 6, 10, ON, 400, -4, 600, -4);
    List<Alert> a = alerts(road);
    assertEquals(1, a.size());
    assertEquals(List.of("S0", "S1", "S3", "S4"), a.get(0).segmentIds());
  }

  @Test
  void aGapOfTheOnlyVehicleRaisesNothing() {
    assertEquals(
        List.of(),
        rules(
            new CleaningScene()
                .mainRoad()
                .sweeper("A1")
                .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00")
                .drive("A1", "07:00", 20, 10, OFF, -200, 0, 0, 0)
                .drive("A1", "08:00", 20, 10, OFF, 1000, 0, 1200, 0)));
  }

  @Test
  void aFleetFromWhichNothingCameAllDayRaisesNothing() {
    assertEquals(List.of("S01", "S01"), rules(bothSides()));
    assertEquals(List.of(), rules(bothSides().heardOn()));
  }

  @Test
  void untilLateDataHaveHadTheirTimeItIsACandidate() {
    CleaningScene scene = forward(1);
    CoverageRules rules = new CoverageRules(scene.rules());
    var verdicts = scene.verdicts(scene.works(), "00:00", "12:00");
    assertEquals(AlertStatus.CANDIDATE, rules.judge(verdicts, at("10:29:59")).get(0).status());
    assertEquals(AlertStatus.ENDED, rules.judge(verdicts, at("10:30")).get(0).status());
  }

  @Test
  void withoutAWorkSensorTheLackIsInferred() {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .vehicle("N1", VehicleKind.SWEEPER)
            .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
    Alert a = alerts(scene).get(0);
    assertEquals(Grade.C, a.grade());
    assertTrue(a.decision().size() >= 3);
  }
}
