package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M14, trucks that gather by night. */
class NightGatheringTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0);

  /** Four trucks of so many companies come five minutes after each other and stay together. */
  private void four(int companies, String first, int togetherSeconds, double apart) {
    int come = Integer.parseInt(first.substring(3, 5));
    for (int i = 0; i < 4; i++) {
      String time = first.substring(0, 3) + String.format("%02d:00", come + 5 * i);
      scene
          .truckOf("company " + i % companies, "A" + i, 3000 + apart * i, 300, time)
          .stand(900 - 300 * i + togetherSeconds)
          .to(4500, 0, 40);
    }
  }

  private void permitted() {
    for (int i = 0; i < 4; i++) {
      scene.permit("A" + i);
    }
  }

  @Test
  void fourTrucksOfThreeCompaniesForTwentyMinutesAreAHint() {
    permitted();
    four(3, "23:00:00", 1210, 30);
    Alert a = scene.alerts("M14").get(0);
    assertEquals(List.of("M14"), scene.codes());
    assertEquals(Scene.at("23:15:00"), a.start());
    assertEquals(Scene.at("23:35:00"), a.decided());
    assertEquals("A0", a.plate());
    assertEquals(1, a.severity());
    assertEquals(Grade.C, a.grade());
    assertEquals(4, a.measured());
  }

  @Test
  void whoComesLaterJoinsTheSameGathering() {
    four(3, "23:00:00", 3000, 30);
    for (int i = 4; i < 8; i++) {
      scene.truckOf("company " + i % 3, "A" + i, 3000, 330, "23:30:00").stand(2400);
    }
    assertEquals(List.of("M14"), scene.codes());
    assertEquals("A0", scene.alerts("M14").get(0).plate());
  }

  @Test
  void whoStoodElsewhereForHoursBeforeIsThereFromTheFirstMinute() {
    permitted();
    four(2, "23:00:00", 1210, 30);
    // of the 1,200 reports of a day in a yard a tenth may lie elsewhere, but not the last of all
    scene
        .truckOf("company 2", "A9", 3600, 300, "12:58:20")
        .every(30)
        .stand(36_000)
        .every(10)
        .to(3000, 330, 40)
        .stand(2000);
    assertEquals(List.of("M14"), scene.codes());
    assertEquals(Scene.at("23:10:00"), scene.alerts("M14").get(0).start());
  }

  @Test
  void nineteenMinutesAreTooShort() {
    permitted();
    four(3, "23:00:00", 1140, 30);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void twoCompaniesWithPermitsMayRestTogetherAndWithoutPermitsMayNot() {
    four(2, "23:00:00", 1210, 30);
    assertEquals(List.of("M14"), scene.codes());
    permitted();
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void byDayNobodyIsLookedAt() {
    permitted();
    four(3, "14:00:00", 3600, 30);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void whoCameBeforeTheNightIsCountedFromItsBegin() {
    permitted();
    four(3, "21:00:00", 4000, 30);
    assertEquals(Scene.at("22:00:00"), scene.alerts("M14").get(0).start());
  }

  @Test
  void allMustStandWithinHundredAndFiftyMetresOfOneOfThem() {
    permitted();
    four(3, "23:00:00", 1210, 60);
    // the first and the last are 180 m apart, yet all lie within 150 m of the second
    assertEquals(List.of("M14"), scene.codes());
    Scene wider = Scene.haul();
    for (int i = 0; i < 4; i++) {
      wider.truckOf("company " + i, "A" + i, 3000 + 110 * i, 300, "23:00:00").stand(2000);
    }
    assertEquals(List.of(), wider.codes());
  }

  @Test
  void aDepotAndItsSurroundingsAreTheirPlace() {
    permitted();
    scene.place("K1", PlaceKind.DEPOT, 3045, 300, 100);
    four(3, "23:00:00", 1210, 30);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void threeTrucksAndThreeCompaniesAreTooFew() {
    for (int i = 0; i < 3; i++) {
      scene.truckOf("company " + i, "A" + i, 3000, 300, "23:00:00").stand(3000);
    }
    assertEquals(List.of(), scene.codes());
  }
}
