package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M06a, M06b and M06c, the permits of a trip. */
class PermitRulesTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0);

  private Drive trip(SensorKind... kit) {
    return scene.truck("A1", 0, 0, "22:00:00", kit).load().to(6000, 0, 40).tip();
  }

  private void permit(Instant entered, String validTo) {
    scene.permit("P1", "A1", List.of("D1"), List.of("R1"), null, entered, Instant.parse(validTo));
  }

  @Test
  void aTripWithoutAPermitIsOneAlertAndEndsWhereItUnloads() {
    trip(LIFT, WEIGHT);
    assertEquals(List.of("M06a"), scene.codes());
    Alert a = scene.alerts("M06a").get(0);
    assertEquals(3, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(AlertStatus.ENDED, a.status());
    assertEquals(Trip.EndKind.OK, scene.run().trips().get(0).endKind());
  }

  @Test
  void withoutSensorsItIsOnlyAnInference() {
    trip().to(3000, 0, 40);
    assertEquals(Grade.C, scene.alerts("M06a").get(0).grade());
  }

  @Test
  void aPermitTypedInWithinADayRetractsIt() {
    permit(Scene.at("22:08:00").plus(Duration.ofHours(10)), "2026-12-31T00:00:00Z");
    trip(LIFT, WEIGHT);
    Alert a = scene.alerts("M06a").get(0);
    assertEquals(AlertStatus.RETRACTED, a.status());
    assertEquals("permit_late", a.reason());
  }

  @Test
  void aPermitTypedInTwoDaysLaterDoesNot() {
    permit(Scene.at("22:08:00").plus(Duration.ofHours(48)), "2026-12-31T00:00:00Z");
    trip(LIFT, WEIGHT);
    assertEquals(AlertStatus.ENDED, scene.alerts("M06a").get(0).status());
  }

  @Test
  void aPermitThatRanOutAtMidnightIsExpired() {
    permit(null, "2026-11-02T16:00:00Z");
    scene.truck("A1", 0, 0, "00:10:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    assertEquals(List.of("M06b"), scene.codes());
    assertEquals("P1", scene.alerts("M06b").get(0).permitId());
  }

  @Test
  void thirtyDaysAreExpiredAndLongerIsNoPermit() {
    permit(null, "2026-10-04T16:00:00Z");
    trip(LIFT, WEIGHT);
    assertEquals(List.of("M06b"), scene.codes());
    Scene older = Scene.haul().route("R1", 0, 0, 6000, 0);
    older.permit(
        "P1", "A1", List.of("D1"), List.of(), null, null, Instant.parse("2026-10-03T00:00:00Z"));
    older.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    assertEquals(List.of("M06a"), older.codes());
  }

  @Test
  void theGroundAtWhichTheLoadWentCountsNotTheOneReachedWhenItIsBelieved() {
    scene.permit("A1").place("D2", PlaceKind.DISPOSAL, 3000, 0, 100);
    Drive d = scene.truck("A1", 0, 0, "22:00:00", WEIGHT).load().to(3000, 0, 40).stand(60);
    d.weight(0).stand(20).to(0, 0, 40).stand(60);
    assertEquals(List.of("M06c"), scene.codes());
    assertEquals(Trip.EndKind.WRONG_SITE, scene.run().trips().get(0).endKind());
  }

  @Test
  void aPermitThatNamesNoEndAllowsAnyEndPlace() {
    scene.permit("P1", "A1", List.of(), List.of(), null, null);
    scene.place("D2", PlaceKind.DISPOSAL, 3000, 0, 100);
    scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(3000, 0, 40).tip().to(2000, 0, 40);
    assertEquals(List.of(), scene.codes());
    assertEquals(Trip.EndKind.OK, scene.run().trips().get(0).endKind());
    assertEquals("P1", scene.run().trips().get(0).permitId());
  }

  @Test
  void drivingThroughAForeignGroundNeverCounts() {
    scene.permit("A1").place("D2", PlaceKind.DISPOSAL, 3000, 0, 200);
    scene.truck("A1", 0, 0, "22:00:00").load().to(6000, 0, 30).stand(240).to(0, 0, 40).stand(60);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void fourMinutesInAForeignGroundAndBackIsTheWrongGround() {
    scene.permit("A1").place("D2", PlaceKind.DISPOSAL, 3000, 0, 100);
    scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 0, 40).stand(240).to(0, 0, 40).stand(60);
    assertEquals(List.of("M06c"), scene.codes());
    assertEquals(Grade.C, scene.alerts("M06c").get(0).grade());
    assertEquals("D2", scene.alerts("M06c").get(0).placeId());
  }

  @Test
  void aStopShorterThanTheDwellIsDrivingPast() {
    scene.permit("A1").place("D2", PlaceKind.DISPOSAL, 3000, 0, 100);
    Drive d = scene.truck("A1", 0, 0, "22:00:00").load().to(3000, 0, 40).stand(120);
    d.to(6000, 0, 40).stand(240).to(0, 0, 40).stand(60);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void ofEndPlacesInEachOtherTheSmallestCounts() {
    scene.permit("A1").place("D2", PlaceKind.PLANT, 6000, 0, 40);
    scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip().to(0, 0, 40);
    assertEquals(List.of("M06c"), scene.codes());
    assertEquals("D2", scene.alerts("M06c").get(0).placeId());
    Scene named = Scene.haul().route("R1", 0, 0, 6000, 0);
    named.place("D2", PlaceKind.PLANT, 6000, 0, 40);
    named.permit("P1", "A1", List.of("D2"), List.of("R1"), null, null);
    named.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip().to(0, 0, 40);
    assertEquals(List.of(), named.codes());
  }

  @Test
  void aLiftAloneIsOfGradeB() {
    scene.permit("A1").place("D2", PlaceKind.DISPOSAL, 3000, 0, 100);
    scene.truck("A1", 0, 0, "22:00:00", LIFT).load().to(3000, 0, 40).tip().to(0, 0, 40).stand(60);
    assertEquals(List.of("M06c"), scene.codes());
    assertEquals(Grade.B, scene.alerts("M06c").get(0).grade());
  }
}
