package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M07 and M02, loads that never arrive. */
class TripNotCompletedRuleTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  private EndKind endKind() {
    return scene.run().trips().get(0).endKind();
  }

  @Test
  void backEmptyByWeightWithoutAPlaceIsUnexplainedOfGradeB() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", WEIGHT).load().to(3000, 0, 40);
    d.weight(0).to(3500, 0, 20).to(100, 0, 40);
    Instant back = d.now();
    d.to(0, 0, 20).stand(60);
    Alert a = scene.alerts("M07").get(0);
    assertEquals(List.of("M07"), scene.codes());
    assertEquals("unexplained", a.reason());
    assertEquals(Grade.B, a.grade());
    assertEquals(3, a.severity());
    assertEquals(back, a.start());
    assertEquals(EndKind.UNEXPLAINED, endKind());
  }

  @Test
  void aGapOfThirtyFiveMinutesMakesItAnInference() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", WEIGHT).load().to(3000, 0, 40);
    d.reporting(false).stand(2100).weight(0).reporting(true).stand(120).to(0, 0, 40).stand(60);
    Alert a = scene.alerts("M07").get(0);
    assertEquals(Grade.C, a.grade());
    assertEquals(EndKind.GAP, endKind());
  }

  @Test
  void aLoadThatASensorStillShowsAfterTheGapIsOnTheRoadAgain() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", WEIGHT).load().to(3000, 0, 40);
    d.reporting(false).stand(2100).reporting(true).stand(120).to(4000, 0, 40);
    d.weight(0).to(4500, 0, 20).to(0, 0, 40).stand(60);
    assertEquals(Grade.B, scene.alerts("M07").get(0).grade());
    assertEquals(EndKind.UNEXPLAINED, endKind());
  }

  @Test
  void aShortGapAfterTheOneInWhichItWentDoesNotMakeItSeen() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", WEIGHT).load().to(5200, 0, 40);
    d.reporting(false).to(6000, 0, 40).stand(240).weight(0).to(4000, 0, 40).reporting(true);
    d.stand(10).reporting(false).to(2300, 0, 40).reporting(true).to(0, 0, 40).stand(60);
    assertEquals(Grade.C, scene.alerts("M07").get(0).grade());
    assertEquals(EndKind.GAP, endKind());
  }

  @Test
  void aScaleThatIsSilentAtTheGroundAndThenSaysEmptyHasNotSaidLoaded() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", WEIGHT).load().to(5800, 0, 40);
    d.weight(Double.NaN).to(6000, 0, 40).stand(240).to(5850, 0, 40);
    d.weight(0).to(0, 0, 40).stand(60);
    assertEquals(List.of(), scene.alerts("M07"));
    assertEquals(EndKind.OK, endKind());
  }

  @Test
  void aScaleThatIsSilentAtTheGroundAndThenSaysLoadedHasItsLoadStill() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", WEIGHT).load().to(5800, 0, 40);
    d.weight(Double.NaN).to(6000, 0, 40).stand(240).to(5850, 0, 40);
    d.weight(15).to(3000, 0, 40).weight(0).to(0, 0, 40).stand(60);
    assertEquals(EndKind.UNEXPLAINED, endKind());
  }

  @Test
  void aVisitThatAGapMayHideIsNotObserved() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load().to(5200, 0, 40);
    d.reporting(false).to(6000, 0, 40).stand(240).reporting(true).to(0, 0, 40).stand(60);
    Alert a = scene.alerts("M07").get(0);
    assertEquals(AlertStatus.SUPPRESSED, a.status());
    assertEquals("gap", a.reason());
    assertEquals(EndKind.GAP, endKind());
  }

  @Test
  void aGapTooShortToReachAnEndPlaceExplainsNothing() {
    // 3.9 km to the ground and back are not driven in 200 s
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load().to(2000, 0, 40);
    d.reporting(false).stand(200).reporting(true).to(0, 0, 40).stand(60);
    assertTrue(scene.alerts("M07").get(0).stands());
    assertEquals(EndKind.UNEXPLAINED, endKind());
  }

  @Test
  void whoStayedAtAForeignGroundMayBeEmptyAndParksAsHeLikes() {
    scene.place("D2", PlaceKind.DISPOSAL, 3000, 2000, 100).route("R2", 0, 0, 3000, 2000);
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 2000, 40).stand(240);
    d.to(6000, 4000, 40).stand(5400);
    assertEquals(List.of(), scene.alerts("M07"));
  }

  @Test
  void theLiftOfATruckThatMayBeEmptyTellsOfTheWrongGround() {
    scene.place("D2", PlaceKind.DISPOSAL, 9000, 0, 100);
    Drive d = scene.truck("A1", 0, 0, "22:00:00", LIFT).load().to(6000, 0, 40).stand(60);
    d.to(9000, 0, 40).tip().to(8000, 0, 40).stand(60);
    assertEquals(Grade.B, scene.alerts("M06c").get(0).grade());
    assertEquals(EndKind.WRONG_SITE, endKind());
  }

  @Test
  void aGapAloneIsForgottenWhenTheLoadArrives() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 0, 40);
    d.reporting(false).stand(2100).reporting(true).to(6000, 0, 40).stand(240).to(3000, 0, 40);
    assertEquals(List.of(), scene.alerts("M07"));
    assertEquals(EndKind.OK, endKind());
  }

  @Test
  void aTruckThatTheGateCameraSawEmptyMakesNoTrip() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load();
    scene.gateOut("A1", d.now(), false, null);
    d.to(3000, 0, 40).to(0, 0, 40).stand(60);
    assertEquals(List.of(), scene.codes());
    assertEquals(List.of(), scene.run().trips());
  }

  @Test
  void aPictureOfAnEarlierExitSaysNothingOfALaterOne() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load();
    scene.gateOut("A1", d.now(), true, null);
    d.to(250, 0, 40).stand(70).to(0, 0, 40).stand(60).to(3000, 0, 40);
    assertEquals(1, scene.run().trips().size());
    assertEquals(EndKind.UNEXPLAINED, endKind());
  }

  @Test
  void withoutSensorsAndAPlaceItIsUnexplainedOfGradeC() {
    scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 0, 40).to(0, 0, 40).stand(60);
    assertEquals(List.of("M07"), scene.codes());
    assertEquals(Grade.C, scene.alerts("M07").get(0).grade());
  }

  @Test
  void anHourLoadedInTheDepotIsANoteThatEndsWithTheParking() {
    scene.place("Y1", PlaceKind.DEPOT, 3000, 0, 100);
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 0, 40).stand(3700);
    d.to(6000, 0, 40).stand(240).to(3000, 0, 40);
    Alert a = scene.alerts("M07").get(0);
    assertEquals("parked_loaded", a.reason());
    assertEquals(1, a.severity());
    assertEquals(EndKind.OK, endKind());
  }

  @Test
  void fiftyNineMinutesAreNoParkingAndSixHoursAreMinor() {
    scene
        .truck("A1", 0, 0, "22:00:00")
        .load()
        .to(3000, 0, 40)
        .stand(3500)
        .to(6000, 0, 40)
        .stand(240);
    assertEquals(List.of("M13"), scene.codes());
    Scene longer = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    longer.truck("A1", 0, 0, "22:00:00").load().to(3000, 0, 40).stand(22_000);
    assertEquals(2, longer.alerts("M07").get(0).severity());
    assertEquals(EndKind.PARKED_LOADED, longer.run().trips().get(0).endKind());
    assertNull(longer.alerts("M07").get(0).end());
  }

  @Test
  void threeHoursOnTheRoadAreOverdue() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load();
    Instant out = d.now();
    for (int i = 0; i < 25; i++) {
      d.to(3000, 0, 30).to(1000, 0, 30);
    }
    List<Alert> found = scene.alerts("M07");
    assertEquals("overdue", found.get(0).reason());
    assertEquals(
        out.plusSeconds(3 * 3600).getEpochSecond(), found.get(0).start().getEpochSecond(), 60);
    assertEquals(EndKind.OVERDUE, endKind());
  }

  @Test
  void aNightStayOffTheRoadWithATurnIsASuspectedDump() {
    scene.segment("E1", 60, false, 0, 0, 6000, 0);
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 0, 40).to(3000, 45, 20);
    Instant stopped = d.now();
    d.stand(480).every(5).to(3005, 45, 8).to(3005, 35, 8).every(10).to(3000, 0, 8).to(0, 0, 40);
    d.stand(60);
    Alert a = scene.alerts("M02").get(0);
    assertEquals(List.of("M02"), scene.codes());
    assertEquals(Grade.C, a.grade());
    assertEquals(stopped.getEpochSecond(), a.start().getEpochSecond(), 20);
    assertEquals(EndKind.ELSEWHERE, endKind());
  }

  @Test
  void theSameBesideTheRoadIsOnlyUnexplained() {
    scene.segment("E1", 60, false, 0, 0, 6000, 0);
    scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 10, 40).stand(480).to(0, 0, 40).stand(60);
    assertEquals(List.of("M07"), scene.codes());
  }

  @Test
  void aRepairShopExplainsTheStay() {
    scene.segment("E1", 60, false, 0, 0, 6000, 0).place("X", PlaceKind.REPAIR, 3000, 80, 50);
    scene
        .truck("A1", 0, 0, "22:00:00")
        .load()
        .to(3000, 0, 40)
        .to(3000, 45, 20)
        .stand(480)
        .to(3000, 0, 20)
        .to(0, 0, 40)
        .stand(60);
    assertEquals(List.of("M07"), scene.codes());
  }
}
