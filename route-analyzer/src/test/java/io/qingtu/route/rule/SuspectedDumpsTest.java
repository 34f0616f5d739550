package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.CityAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.VehicleAnalysis;
import io.qingtu.route.VehicleFindings;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.IncidentReport.Kind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: M02, loads of trucks without sensors that were dumped as far as tracks tell.
 *
 * <pre>
 *  S1 ------------------- road y = 0 ------------------ D1
 *   0            field (3000, 45)                     6000
 * </pre>
 */
class SuspectedDumpsTest {
  private final Scene scene = city();

  private static Scene city() {
    return Scene.haul()
        .route("R1", 0, 0, 6000, 0)
        .permit("A1")
        .segment("E1", 60, false, 0, 0, 6000, 0);
  }

  private Drive loaded(String plate, String time) {
    return scene.truck(plate, 0, 0, time).load().to(3000, 0, 40);
  }

  /** Turns round at walking speed and stays in the field. */
  private static Drive inField(Drive d, int seconds) {
    d.to(3000, 45, 20).every(5).to(3006, 51, 8).to(3000, 45, 8).every(10);
    return d.stand(seconds);
  }

  private static Drive home(Drive d) {
    return d.to(3000, 0, 20).to(0, 0, 40).stand(60);
  }

  private static Drive arrive(Drive d) {
    return d.to(d.x(), 0, 20).to(6000, 0, 40).stand(240).to(5000, 0, 40);
  }

  private double score() {
    return scene.run().suspects().get(0).score();
  }

  @Test
  void aTurnAndEightMinutesInAFieldAndBackToTheSiteAreADumpByDay() {
    Drive d = loaded("A1", "12:00:00");
    Instant left = d.now();
    inField(d, 480);
    home(d);
    Ledger ledger = scene.run();
    Alert a = ledger.alerts().get(0);
    assertEquals(List.of("M02"), scene.codes());
    assertEquals(0.75, a.measured());
    assertEquals(0.60, a.allowed());
    assertEquals(3, a.severity());
    assertEquals(Grade.C, a.grade());
    assertEquals(AlertStatus.ENDED, a.status());
    assertTrue(Duration.between(left, a.start()).toSeconds() < 40);
    assertEquals(EndKind.ELSEWHERE, ledger.trips().get(0).endKind());
    assertEquals(a.start(), ledger.trips().get(0).endTime());
    assertEquals(1, ledger.suspects().size());
  }

  @Test
  void fifteenMinutesAtTheRoadsideAndOnToThePermittedGroundAreARest() {
    arrive(loaded("A1", "12:00:00").stand(900));
    Ledger ledger = scene.run();
    assertEquals(List.of("M13"), scene.codes());
    assertEquals(List.of(), ledger.suspects());
    assertEquals(EndKind.OK, ledger.trips().get(0).endKind());
  }

  @Test
  void aRedLightIsNoStayAndTwoMinutesAreOne() {
    home(inField(loaded("A1", "23:00:00"), 70));
    assertEquals(List.of("M07"), scene.codes());
    Scene other = city();
    Drive d = other.truck("A1", 0, 0, "23:00:00").load().to(3000, 0, 40);
    home(inField(d, 130));
    assertEquals(List.of("M02"), other.codes());
  }

  @Test
  void fortyMinutesAreTheLongest() {
    home(inField(loaded("A1", "23:00:00"), 2500));
    assertEquals(List.of("M07", "M13"), scene.codes().stream().sorted().toList());
  }

  @Test
  void aJamOfFourTrucksExplainsTheStay() {
    Drive d = loaded("A1", "23:00:00");
    Instant stopped = d.now();
    home(d.stand(1200));
    for (int i = 0; i < 3; i++) {
      Drive other = scene.truck("B" + i, 2700, 0, "23:00:00");
      other.stand((int) (stopped.getEpochSecond() - other.now().getEpochSecond()));
      other.to(2950 + 20 * i, 0, 40).stand(900).to(5000, 0, 40);
    }
    Ledger ledger = scene.run();
    assertEquals(List.of(), ledger.suspects());
    assertEquals(List.of("M07"), stands(ledger));
  }

  private static List<String> stands(Ledger ledger) {
    return ledger.alerts().stream().filter(Alert::stands).map(Alert::rule).toList();
  }

  @Test
  void atASignalJunctionAStayIsTheTraffics() {
    Scene crossing = city().segment("X1", 60, false, 3000, 0, 3000, 800);
    crossing.segment("E0", 60, false, -500, 0, 3000, 0);
    Drive d = crossing.truck("A1", 0, 0, "23:00:00").load().to(2960, 0, 40).stand(300);
    home(d.every(5).to(2966, 6, 8).to(2960, 0, 8).every(10));
    assertEquals(List.of("M07"), crossing.codes());
  }

  @Test
  void twoTrucksInOneFieldByNightAreListedBeforeEitherIsBack() {
    inTheField("A1", "23:00:00");
    inTheField("A2", "23:20:00");
    Ledger ledger = scene.run();
    assertEquals(List.of(0.40, 0.40), scores(ledger));
    assertEquals(List.of(false, false), ledger.suspects().stream().map(s -> s.isFinal()).toList());
    assertEquals(List.of(), scene.alerts("M02"));
  }

  @Test
  void byDayTheyAreNotListed() {
    inTheField("A1", "12:00:00");
    inTheField("A2", "12:20:00");
    assertEquals(List.of(), scene.run().suspects());
  }

  private void inTheField(String plate, String time) {
    scene.permit("A2");
    loaded(plate, time).to(3000, 45, 20).stand(480).to(3000, 0, 20).to(4000, 0, 40);
  }

  private static List<Double> scores(Ledger ledger) {
    return ledger.suspects().stream().map(SuspectedDump::score).toList();
  }

  @Test
  void aReportWithinHundredAndFiftyMetresIsAFeatureAndAnOutsideSource() {
    Drive d = inField(loaded("A1", "12:00:00"), 480);
    home(d);
    scene.report("H1", Kind.HOTSPOT, Scene.at("12:00:00").minus(Duration.ofDays(90)), 3000, 190);
    assertEquals(0.90, score());
    assertEquals(Grade.C, scene.alerts("M02").get(0).grade());
    scene.report("R1", Kind.CITIZEN, d.now().plus(Duration.ofHours(13)), 3000, 190);
    assertEquals(Grade.C, scene.alerts("M02").get(0).grade());
    scene.report("R2", Kind.CITIZEN, d.now().plus(Duration.ofHours(11)), 3000, 190);
    assertEquals(0.90, score());
    assertEquals(Grade.B, scene.alerts("M02").get(0).grade());
  }

  @Test
  void aReportTwoHundredMetresAwayOrTwoMonthsOldIsNone() {
    Drive d = inField(loaded("A1", "12:00:00"), 480);
    home(d);
    scene.report("R1", Kind.PATROL, d.now(), 3000, 200);
    scene.report("R2", Kind.CAMERA, d.now().minus(Duration.ofDays(60)), 3000, 45);
    assertEquals(0.75, score());
    assertEquals(Grade.C, scene.alerts("M02").get(0).grade());
  }

  @Test
  void fasterOnTheWayBackSpeaksForAnEmptyTruck() {
    home(inField(scene.truck("A1", 0, 0, "12:00:00").load().to(3000, 0, 34), 480));
    assertEquals(0.80, score());
  }

  @Test
  void aSecondTripToTheSameSpotSpeaksForBoth() {
    Drive d = home(inField(loaded("A1", "12:00:00"), 480));
    home(inField(d.load().to(3000, 0, 40), 480));
    assertEquals(List.of(0.90, 0.90), scores(scene.run()));
  }

  @Test
  void aCandidateUnderWayIsRaisedWhereTheCityKnowsEnough() {
    scene.report("H1", Kind.HOTSPOT, Scene.at("12:00:00"), 3000, 45).permit("A2");
    Drive d = inField(loaded("A1", "12:00:00"), 480);
    inField(loaded("A2", "12:20:00"), 480).to(3000, 0, 20).to(4000, 0, 40);
    d.to(3000, 0, 20).to(4000, 0, 40);
    Alert a = scene.alerts("M02").get(0);
    assertEquals(2, scene.alerts("M02").size());
    assertEquals(AlertStatus.CANDIDATE, a.status());
    assertEquals(0.65, a.measured());
    arrive(d);
    assertEquals(AlertStatus.ENDED, scene.alerts("M02").get(0).status());
    assertEquals(EndKind.OK, scene.run().trips().get(0).endKind());
  }

  @Test
  void aQueueThatMovesUpToTheGateIsNoSuspicion() {
    scene.report("H1", Kind.HOTSPOT, Scene.at("12:00:00"), 5700, 60);
    Drive d = loaded("A1", "23:00:00").to(5600, 0, 40).to(5600, 45, 20).stand(480);
    d.to(6000, 0, 20).stand(240).to(5000, 0, 40);
    assertEquals(List.of(), scene.run().suspects());
    // whoever comes to the gate an hour later has not queued there
    Scene later = city().report("H1", Kind.HOTSPOT, Scene.at("12:00:00"), 5600, 60);
    Drive slow = later.truck("A1", 0, 0, "23:00:00").load().to(5600, 0, 40).to(5600, 45, 20);
    slow.stand(480).to(5600, 0, 20).to(3000, 0, 10).to(6000, 0, 10).stand(240).to(5000, 0, 40);
    assertEquals(List.of(0.40), scores(later.run()));
  }

  @Test
  void afterFiveHarmlessStaysTheSpotIsProposedAsARestPlace() {
    scene.report("H1", Kind.HOTSPOT, Scene.at("12:00:00"), 3000, 45);
    Drive d = scene.truck("A1", 0, 0, "20:00:00");
    for (int i = 0; i < 4; i++) {
      restAndArrive(d);
    }
    assertEquals(List.of(), scene.run().restPlaces());
    restAndArrive(d);
    Ledger ledger = scene.run();
    RestPlace rest = ledger.restPlaces().get(0);
    assertEquals(1, ledger.restPlaces().size());
    assertEquals(5, rest.stays());
    assertEquals(List.of(), ledger.suspects());
  }

  private static void restAndArrive(Drive d) {
    d.load().to(3000, 0, 40).to(3000, 45, 20).stand(300).to(3000, 0, 20).to(6000, 0, 40);
    d.stand(240).to(0, 0, 40);
  }

  @Test
  void aUsableLiftOrWeightTellsByItselfAndOneThatIsSilentDoesNot() {
    Scene weighed = city();
    Drive w = weighed.truck("A1", 0, 0, "12:00:00", WEIGHT).load().to(3000, 0, 40);
    home(inField(w, 480));
    assertEquals(List.of(), weighed.run().suspects());
    Scene silent = city();
    Drive s = silent.truck("A1", 0, 0, "12:00:00", LIFT).lift(Lift.UNKNOWN).stand(120).load();
    home(inField(s.to(3000, 0, 40), 480));
    assertEquals(List.of("M02"), silent.codes());
  }

  @Test
  void aGapThatMayHideTheVisitOfAnEndPlaceLeavesTheReturnUnproved() {
    // there and back at 60 km/h; some of the unloading may have been seen before or after
    Drive d = inField(loaded("A1", "12:00:00"), 480).to(3000, 0, 20).reporting(false).stand(580);
    home(d.reporting(true));
    assertEquals(List.of(), stands(scene.run()));
    assertEquals("gap", scene.alerts("M07").get(0).reason());
    Scene shorter = city();
    Drive s = shorter.truck("A1", 0, 0, "12:00:00").load().to(3000, 0, 40);
    home(inField(s, 480).to(3000, 0, 20).reporting(false).stand(300).reporting(true));
    assertEquals(List.of("M02"), shorter.codes());
  }

  @Test
  void aStayWithAGapInItWasNotSeen() {
    Drive d = loaded("A1", "12:00:00");
    inField(d, 120).reporting(false).stand(200).reporting(true).stand(120);
    home(d);
    assertEquals(List.of("M07"), scene.codes());
  }

  @Test
  void theReturnThatNothingExplainsNamesTheStaysItKnows() {
    home(loaded("A1", "12:00:00").stand(300));
    assertTrue(
        scene.alerts("M07").get(0).decision().stream()
            .anyMatch(c -> c.name().startsWith("may have unloaded at ")));
  }

  @Test
  void theOrderOfTheVehiclesChangesNothing() {
    inTheField("A1", "23:00:00");
    home(inField(loaded("A2", "23:20:00"), 480));
    RuleSet rules = scene.rules();
    List<VehicleFindings> findings = new ArrayList<>();
    for (Vehicle v : rules.plan().vehicles()) {
      VehicleAnalysis analysis = new VehicleAnalysis(rules, v);
      List<Position> own = scene.positions().filter(p -> p.plate().equals(v.plate())).toList();
      own.forEach(analysis::accept);
      findings.add(analysis.findings());
    }
    Instant end = Scene.at("03:00:00");
    Ledger one = CityAnalysis.conclude(rules, findings, Scene.at("22:00:00"), end);
    Collections.reverse(findings);
    assertEquals(one, CityAnalysis.conclude(rules, findings, Scene.at("22:00:00"), end));
    assertEquals(2, one.suspects().size());
  }
}
