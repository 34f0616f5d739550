package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LOAD;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Load;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M06f, a truck that is loaded where there is no site. */
class WrongSiteLoadRuleTest {
  private final Scene scene = Scene.haul();

  private Drive truck(double x, SensorKind... kit) {
    return scene.truck("A1", x - 1000, 0, "22:00:00", kit).stand(120).to(x, 0, 40);
  }

  private static Drive loadHere(Drive d) {
    d.stand(60);
    for (int bucket = 1; bucket <= 6; bucket++) {
      d.weight(2.5 * bucket).stand(50);
    }
    return d.stand(120);
  }

  @Test
  void anEmptyTruckThatIsFilledInAFieldIsAlertedFromTheMomentItCountsAsLoaded() {
    Drive d = truck(3000, WEIGHT);
    Instant arrived = d.now();
    loadHere(d).to(4000, 0, 40);
    Alert a = scene.alerts("M06f").get(0);
    assertEquals(List.of("M06f"), scene.codes());
    // 40 % of 15 t with the third bucket
    assertEquals(arrived.plusSeconds(60 + 100 + 10), a.start());
    assertEquals(arrived.plusSeconds(60 + 100 + 10 + 60), a.decided());
    assertEquals(3, a.severity());
    assertEquals(Grade.B, a.grade());
  }

  @Test
  void twoSensorsThatAgreeMakeItGradeA() {
    loadHere(truck(3000, WEIGHT, LOAD)).to(4000, 0, 40);
    assertEquals(Grade.A, scene.alerts("M06f").get(0).grade());
  }

  @Test
  void insideASiteAndFortyMetresBeforeItIsTheSite() {
    // the site's eastern edge lies at x = 100
    loadHere(truck(0, WEIGHT)).to(50, 0, 10);
    assertEquals(List.of(), scene.alerts("M06f"));
    Scene beside = Scene.haul();
    loadHere(beside.truck("A1", 140, 0, "22:00:00", WEIGHT).stand(120));
    assertEquals(List.of(), beside.alerts("M06f"));
    Scene farther = Scene.haul();
    loadHere(farther.truck("A1", 160, 0, "22:00:00", WEIGHT).stand(120));
    assertEquals(1, farther.alerts("M06f").size());
  }

  @Test
  void endPlacesHandMaterialOut() {
    scene.place("P1", PlaceKind.PLANT, 3000, 0, 100);
    loadHere(truck(3000, WEIGHT)).to(4000, 0, 40);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aSensorThatJumpsWhileDrivingHasLoadedNothing() {
    truck(1000, WEIGHT).weight(15).to(4000, 0, 40);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aWeightThatIsThereAtOnceIsASensorThatHadStuck() {
    truck(3000, WEIGHT).stand(120).weight(15).stand(300).to(4000, 0, 40);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void halfTheLoadAtOnceAndTheRestLaterIsALoading() {
    truck(3000, WEIGHT).stand(120).weight(8).stand(40).weight(15).stand(300).to(4000, 0, 40);
    assertEquals(List.of("M06f"), scene.codes());
  }

  @Test
  void aLoadBitSuffices() {
    truck(3000, LOAD).stand(120).load(Load.LOADED).stand(300).to(4000, 0, 40);
    assertEquals(List.of("M06f"), scene.codes());
    assertEquals(Grade.B, scene.alerts("M06f").get(0).grade());
  }

  @Test
  void whereTheLoadCameOnInAGapIsNotKnown() {
    truck(1500, WEIGHT).reporting(false).stand(1200).weight(15).reporting(true).stand(300);
    assertEquals(List.of(), scene.alerts("M06f"));
  }

  @Test
  void aTruckWithoutSensorsIsNeverSeenToBeLoaded() {
    loadHere(truck(3000)).to(4000, 0, 40);
    assertEquals(List.of(), scene.codes());
  }
}
