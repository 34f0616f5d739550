package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Lift;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M11, too heavy at the exit (a), lighter on the way (b); 15 t are rated. */
class PayloadRulesTest {
  private static final SensorKind[] FULL = {LIFT, WEIGHT};

  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  private Drive leaving(double tonnes, SensorKind... kit) {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", kit).stand(360).weight(tonnes).stand(120);
    return d.to(3000, 0, 40);
  }

  private static void arrive(Drive d) {
    d.to(6000, 0, 40).tip().to(5000, 0, 40).stand(60);
  }

  @Test
  void elevenTenthsOfTheRatedLoadAreToleratedAndMoreIsNot() {
    arrive(leaving(16.5, FULL));
    assertEquals(List.of(), scene.codes());
    Scene heavier = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive d = heavier.truck("A1", 0, 0, "22:00:00", FULL).stand(360).weight(16.6).stand(120);
    arrive(d.to(3000, 0, 40));
    Alert a = heavier.alerts("M11a").get(0);
    assertEquals(List.of("M11a"), heavier.codes());
    assertEquals(16.6, a.measured(), 1e-9);
    assertEquals(16.5, a.allowed(), 1e-9);
    assertEquals(2, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals("S1", a.placeId());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void aThirdMoreThanRatedIsSerious() {
    arrive(leaving(19.6, FULL));
    assertEquals(3, scene.alerts("M11a").get(0).severity());
  }

  @Test
  void aReadingWhileDrivingIsNoWeight() {
    Drive d = leaving(15, FULL);
    arrive(d.weight(20).to(4000, 0, 40).weight(15));
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void theMedianOfTheStandCountsAndNotOneSwingOfTheBucket() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", FULL).stand(360).weight(15).stand(120);
    d.weight(19).stand(10).weight(15).stand(20);
    arrive(d.to(3000, 0, 40));
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aTonneLessAtTheNextStandIsALoss() {
    Drive d = leaving(15, FULL);
    Instant rolled = d.now();
    d.stand(120).weight(14).to(4000, 0, 40);
    Instant stopped = d.now();
    arrive(d.stand(120));
    Alert a = scene.alerts("M11b").get(0);
    assertEquals(List.of("M11b"), scene.codes());
    assertEquals(rolled.plusSeconds(120), a.start());
    assertEquals(stopped.plusSeconds(10), a.end());
    assertEquals(14, a.measured());
    assertEquals(15, a.allowed());
    assertEquals(2, a.severity());
  }

  @Test
  void lessThanEightTenthsOfATonneAreNoLoss() {
    arrive(leaving(15, FULL).weight(14.21).stand(120));
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void eightTenthsAreOneAndAQuarterOfTheLoadIsSerious() {
    arrive(leaving(15, FULL).weight(14.2).stand(120).to(4000, 0, 40).weight(11).stand(120));
    assertEquals(List.of("M11b"), scene.codes());
    assertEquals(3, scene.alerts("M11b").get(0).severity());
  }

  @Test
  void betweenStandsThatLastAMinuteNothingIsCompared() {
    arrive(leaving(15, FULL).weight(10).stand(50).weight(15));
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aLiftThatWasUpOrNotSeenExplainsOrHidesTheLoss() {
    Drive d = leaving(15, FULL).stand(120).lift(Lift.UP).weight(12).stand(10).lift(Lift.DOWN);
    arrive(d.stand(120));
    assertEquals(List.of(), scene.alerts("M11b"));
    Scene blind = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive b = blind.truck("A1", 0, 0, "22:00:00", WEIGHT).stand(360).weight(15).stand(120);
    arrive(b.to(3000, 0, 40).weight(13).stand(120));
    assertEquals(List.of(), blind.alerts("M11b"));
  }

  @Test
  void whatGoesMissingInAGapIsNotSeenToBeLost() {
    Drive d = leaving(15, FULL).stand(120).reporting(false).to(4500, 0, 30).reporting(true);
    arrive(d.weight(13).stand(120));
    assertEquals(List.of(), scene.alerts("M11b"));
  }
}
