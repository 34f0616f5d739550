package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.COVER;
import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.LOAD;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M01, a load that comes off where it must not. */
class DumpRuleTest {
  private static final SensorKind[] FULL = {COVER, LIFT, WEIGHT};

  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  private Drive loaded(SensorKind... kit) {
    return scene.truck("A1", 0, 0, "22:00:00", kit).load();
  }

  @Test
  void aLoadTippedInAFieldIsADumpOfGradeA() {
    Drive d = loaded(FULL).to(3000, 0, 40);
    Instant arrived = d.now();
    d.tip().to(3500, 0, 40).stand(60);
    List<Alert> found = scene.alerts("M01");
    assertEquals(1, found.size());
    Alert a = found.get(0);
    assertEquals(Grade.A, a.grade());
    assertEquals(4, a.severity());
    assertEquals(arrived.plusSeconds(130), a.start());
    assertEquals(15, a.allowed());
    assertEquals(0, a.measured());
    assertEquals(Trip.EndKind.ELSEWHERE, scene.run().trips().get(0).endKind());
  }

  @Test
  void theSameInThePermittedGroundIsATripThatEndedWell() {
    loaded(FULL).to(6000, 0, 40).tip().to(5000, 0, 40).stand(60);
    assertEquals(List.of(), scene.codes());
    assertEquals(Trip.EndKind.OK, scene.run().trips().get(0).endKind());
  }

  @Test
  void fortyMetresBeforeThePolygonIsAtThePlaceAndEightyIsNot() {
    // the ground's western edge lies at x = 5900
    loaded(FULL).to(5860, 0, 40).tip().to(5000, 0, 40).stand(60);
    assertEquals(List.of(), scene.codes());
    Scene farther = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    farther.truck("A1", 0, 0, "22:00:00", FULL).load().to(5820, 0, 40).tip().stand(60);
    assertEquals(List.of("M01"), farther.codes());
  }

  @Test
  void withoutAWeightSensorItIsOfGradeB() {
    loaded(COVER, LIFT).to(3000, 0, 40).tip().to(3500, 0, 40).stand(60);
    assertEquals(Grade.B, scene.alerts("M01").get(0).grade());
  }

  @Test
  void aLoadThatIsHalfOffIsWaitedFor() {
    Drive d = loaded(COVER, LIFT, LOAD).to(3000, 0, 40).lift(Lift.UP).stand(20).load(Load.PARTIAL);
    d.stand(20).load(Load.EMPTY).stand(60).lift(Lift.DOWN).to(3500, 0, 40).stand(60);
    assertEquals(1, scene.alerts("M01").size());
    assertEquals(Grade.A, scene.alerts("M01").get(0).grade());
  }

  @Test
  void aLoadThatStaysHalfOffIsSeenByTheLiftAlone() {
    Drive d = loaded(COVER, LIFT, LOAD).to(3000, 0, 40).lift(Lift.UP).stand(20).load(Load.PARTIAL);
    d.stand(60).lift(Lift.DOWN).stand(700);
    assertEquals(List.of(Grade.B), scene.alerts("M01").stream().map(Alert::grade).toList());
  }

  @Test
  void aSwitchThatBouncesIsNoDump() {
    Drive d = loaded(FULL).to(3000, 0, 40);
    for (int i = 0; i < 5; i++) {
      d.lift(Lift.UP).stand(10).lift(Lift.DOWN).stand(10);
    }
    d.stand(600).to(6000, 0, 40).tip();
    assertEquals(List.of(), scene.alerts("M01"));
  }

  @Test
  void aBodyUpWhileTheWeightStaysIsNoDump() {
    loaded(FULL)
        .to(3000, 0, 40)
        .lift(Lift.UP)
        .stand(60)
        .lift(Lift.DOWN)
        .stand(700)
        .to(6000, 0, 40)
        .tip();
    assertEquals(List.of(), scene.alerts("M01"));
  }

  @Test
  void whatComesOffAtTheNextLiftDidNotComeOffAtTheOneBefore() {
    Drive d = loaded(FULL).to(4500, 0, 40).stand(60);
    d.lift(Lift.UP).stand(40).lift(Lift.DOWN).stand(20); // a bouncing switch, or a look at the load
    d.to(6000, 0, 40).tip().to(5000, 0, 40).stand(60);
    assertEquals(List.of(), scene.codes());
    assertEquals(Trip.EndKind.OK, scene.run().trips().get(0).endKind());
  }

  @Test
  void aLoadThatComesOffAfterASecondLiftAtTheSameSpotIsADumpOfTheFirst() {
    Drive d = loaded(FULL).to(3000, 0, 40).stand(60);
    Instant raised = d.now();
    d.lift(Lift.UP).stand(40).lift(Lift.DOWN).stand(40);
    d.lift(Lift.UP).stand(40).weight(0).stand(40).lift(Lift.DOWN).to(3500, 0, 40).stand(60);
    assertEquals(raised.plusSeconds(10), scene.alerts("M01").get(0).start());
  }

  @Test
  void aBodyThatIsSaidToBeUpWhileItIsLoadedIsNoDump() {
    scene.permit("A1");
    Drive d = scene.truck("A1", 0, 0, "22:00:00", FULL).stand(60).lift(Lift.UP).stand(300);
    d.weight(15).stand(300).lift(Lift.DOWN).stand(60).to(6000, 0, 40).tip().to(5000, 0, 40);
    assertEquals(List.of(), scene.alerts("M01"));
  }

  @Test
  void aBodyUpAtSpeedIsAFaultOfTheSensor() {
    loaded(FULL)
        .to(1000, 0, 40)
        .lift(Lift.UP)
        .to(4300, 0, 40)
        .lift(Lift.DOWN)
        .to(6000, 0, 40)
        .tip();
    assertEquals(List.of("D08", "M10"), scene.codes());
    assertEquals(AlertStatus.RETRACTED, scene.alerts("M10").get(0).status());
  }

  @Test
  void twoSecondsOfTheSwitchFiveTimesAreNoDump() {
    Drive d = loaded(COVER, LIFT).to(3000, 0, 40).stand(60).every(2);
    for (int i = 0; i < 5; i++) {
      d.lift(Lift.UP).stand(2).lift(Lift.DOWN).stand(10);
    }
    d.every(10).to(6000, 0, 40).tip();
    assertEquals(List.of(), scene.alerts("M01"));
  }

  @Test
  void tenSecondsUpAreNoDumpAndTwentyAre() {
    loaded(COVER, LIFT).to(3000, 0, 40).stand(60).lift(Lift.UP).stand(20).lift(Lift.DOWN).stand(60);
    assertEquals(List.of(), scene.alerts("M01"));
    Scene longer = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive d = longer.truck("A1", 0, 0, "22:00:00", COVER, LIFT).load().to(3000, 0, 40).stand(60);
    d.lift(Lift.UP).stand(30).lift(Lift.DOWN).stand(60);
    assertEquals(1, longer.alerts("M01").size());
  }

  @Test
  void aLoadSpreadAtWalkingSpeedIsADumpBySpreading() {
    Drive d = loaded(FULL).to(3000, 0, 40);
    Instant before = d.now();
    spread(d, 12);
    Alert a = scene.alerts("M01").get(0);
    assertEquals("spread", a.reason());
    assertEquals(Grade.A, a.grade());
    assertEquals(4, a.severity());
    assertEquals(before.getEpochSecond(), a.start().getEpochSecond(), 10);
    assertEquals(Trip.EndKind.ELSEWHERE, scene.run().trips().get(0).endKind());
  }

  @Test
  void aBodyUpAtWalkingSpeedProvesNothingByItself() {
    spread(loaded(COVER, LIFT).to(3000, 0, 40), 12);
    assertEquals(List.of(), scene.alerts("M01"));
  }

  @Test
  void atSixteenKilometresAnHourNothingIsSpread() {
    spread(loaded(FULL).to(3000, 0, 40), 16);
    assertEquals(List.of(), scene.alerts("M01"));
    assertEquals(1, scene.alerts("M10").size());
  }

  @Test
  void aTruckThatRollsWithItsBodyUpAndThenStandsHasDumped() {
    Drive d = loaded(COVER, LIFT).to(3000, 0, 40).lift(Lift.UP).to(3080, 0, 10).stand(30);
    d.lift(Lift.DOWN).stand(60).to(3500, 0, 40).stand(60);
    assertEquals(List.of(Grade.B), scene.alerts("M01").stream().map(Alert::grade).toList());
    assertEquals("", scene.alerts("M01").get(0).reason());
  }

  private static void spread(Drive d, double kmh) {
    d.lift(Lift.UP);
    for (int i = 1; i <= 10; i++) {
      d.weight(15 - 1.4 * i).to(3000 + 20 * i, 0, kmh);
    }
    d.lift(Lift.DOWN).to(3500, 0, 40).stand(60);
  }

  @Test
  void theTraceHoldsTheWeightsAndTheDistancesOfPlaces() {
    // the ground's western edge lies at x = 5900
    loaded(FULL).to(5820, 0, 40).tip().stand(60);
    List<Condition> trace = scene.alerts("M01").get(0).decision();
    assertTrue(trace.contains(new Condition("DISPOSAL D1 within place_buf", "80 m", false)));
    assertTrue(
        trace.contains(new Condition("load gone by a second sensor", "15.0 t to 0.0 t", true)));
  }

  @Test
  void anEmptyTruckMayRaiseItsBodyInTheDepot() {
    scene.place("Y1", PlaceKind.DEPOT, -2000, 0, 100);
    scene.truck("A1", -2000, 0, "22:00:00", FULL).stand(300).lift(Lift.UP).stand(300);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void levellingTheLoadInTheOwnSiteIsANote() {
    loaded(FULL).stand(60).lift(Lift.UP).stand(60).weight(2).lift(Lift.DOWN).stand(60);
    Alert a = scene.alerts("M01").get(0);
    assertEquals(1, a.severity());
    assertEquals("relevel", a.reason());
  }

  @Test
  void unloadingAtAForeignGroundIsTheWrongGround() {
    scene.place("D2", PlaceKind.DISPOSAL, 3000, 300, 100);
    loaded(FULL).to(3000, 0, 40).to(3000, 300, 30).tip().to(3000, 0, 30).stand(60);
    assertEquals(List.of("M06c"), scene.alerts("M06c").stream().map(Alert::rule).toList());
    assertEquals(Grade.A, scene.alerts("M06c").get(0).grade());
    assertEquals(List.of(), scene.alerts("M01"));
    assertEquals(Trip.EndKind.WRONG_SITE, scene.run().trips().get(0).endKind());
  }

  @Test
  void threeTrucksOnOneSpotBesideAGroundAskForANewPolygon() {
    besideTheGround("A1", 300, "22:00:00");
    besideTheGround("A2", 310, "22:10:00");
    besideTheGround("A1", 300, "23:30:00");
    assertEquals(List.of("", "", ""), reasons());
    besideTheGround("A3", 290, "22:20:00");
    String outdated = "place_outdated";
    assertEquals(List.of(outdated, outdated, outdated, outdated), reasons());
  }

  @Test
  void threeTrucksFarFromAnyGroundAreThreeDumps() {
    besideTheGround("A1", 410, "22:00:00");
    besideTheGround("A2", 410, "22:10:00");
    besideTheGround("A3", 410, "22:20:00");
    assertEquals(List.of("", "", ""), reasons());
  }

  /** Unloads north of D1, whose edge lies at y = 100. */
  private void besideTheGround(String plate, double y, String time) {
    Drive d = scene.truck(plate, 0, 0, time, FULL).load().to(6000, 1000, 40).to(6000, y, 40);
    d.tip().to(6000, 1000, 40).stand(120);
  }

  private List<String> reasons() {
    return scene.alerts("M01").stream().map(Alert::reason).toList();
  }

  @Test
  void aDumpInBackfilledDataIsTheSameDump() {
    Drive d = loaded(FULL).delayed(java.time.Duration.ofHours(3)).to(3000, 0, 40).tip();
    d.delayed(java.time.Duration.ofSeconds(1)).to(3500, 0, 40).stand(60);
    assertEquals(1, scene.alerts("M01").size());
  }
}
