package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.CityAnalysis;
import io.qingtu.route.VehicleAnalysis;
import io.qingtu.route.VehicleFindings;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.trip.LooseWaybill.Finding;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: B2, M06d and P06, waybills against trips. */
class WaybillRulesTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1").permit("A2");

  /** A trip from S1 at about 22:08 to D1 at about 22:18, then an hour and a half on the ground. */
  private Drive trip(String plate) {
    Drive d = scene.truck(plate, 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    return d.every(60).stand(5400);
  }

  private Drive parked(String plate, int seconds) {
    return scene.truck(plate, -3000, 0, "21:50:00").every(60).stand(seconds);
  }

  private List<String> matches() {
    return scene.run().trips().stream().map(Trip::waybillMatch).toList();
  }

  private List<Finding> findings(String plate) {
    RuleSet rules = scene.rules();
    return findings(rules, plate).waybills().stream().map(w -> w.finding()).toList();
  }

  private VehicleFindings findings(RuleSet rules, String plate) {
    Vehicle v =
        rules.plan().vehicles().stream().filter(x -> x.plate().equals(plate)).findFirst().get();
    VehicleAnalysis analysis = new VehicleAnalysis(rules, v);
    scene.positions().filter(p -> p.plate().equals(plate)).forEach(analysis::accept);
    return analysis.findings();
  }

  @Test
  void scansAMinuteOffMatch() {
    trip("A1");
    scene.waybill("W1", "A1", at("22:09:00"), at("22:19:00"));
    assertEquals(List.of("MATCHED"), matches());
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aVehicleThatStaysInTheDepotOnlineMadeAGhost() {
    parked("A1", 3 * 3600);
    scene.waybill("W1", "A1", at("22:01:00"), at("22:48:00"));
    Alert a = scene.alerts("P06").get(0);
    assertEquals(List.of("P06"), scene.codes());
    assertEquals(at("22:01:00"), a.start());
    assertEquals(Grade.B, a.grade());
    assertEquals("S1", a.placeId());
  }

  @Test
  void theSameOfATerminalThatIsOfflineIsUnobserved() {
    Drive d = scene.truck("A1", -3000, 0, "21:50:00").every(60).stand(300);
    d.reporting(false).stand(7200).reporting(true).stand(3600);
    scene.waybill("W1", "A1", at("22:01:00"), at("22:48:00"));
    assertEquals(List.of(), scene.codes());
    assertEquals(List.of(Finding.UNOBSERVED), findings("A1"));
  }

  @Test
  void aParkedTerminalThatReportsEveryFiveMinutesIsOnline() {
    scene.truck("A1", -3000, 0, "21:50:00").every(300).stand(3 * 3600);
    scene.waybill("W1", "A1", at("22:01:00"), at("22:48:00"));
    assertEquals(List.of("P06"), scene.codes());
  }

  @Test
  void aCameraThatSawOthersAndNotThisTruckMakesItCertain() {
    parked("A1", 3 * 3600);
    scene.waybill("W1", "A1", at("22:01:00"), at("22:48:00"));
    scene
        .gate("C1", "S1", false, at("20:00:00"), "X1")
        .gate("C1", "S1", false, at("23:00:00"), "X1");
    assertEquals(Grade.A, scene.alerts("P06").get(0).grade());
  }

  @Test
  void aCameraThatHasSeenNobodySinceProvesNothing() {
    parked("A1", 3 * 3600);
    scene.waybill("W1", "A1", at("22:01:00"), at("22:48:00"));
    scene.gate("C1", "S1", false, at("20:00:00"), "X1");
    assertEquals(Grade.B, scene.alerts("P06").get(0).grade());
  }

  @Test
  void aCameraThatSawTheTruckPutsTheTrackInDoubtAndNotThePaper() {
    parked("A1", 3 * 3600);
    scene.waybill("W1", "A1", at("22:01:00"), at("22:48:00"));
    scene.gate("C1", "S1", false, at("22:02:00"), "A1");
    assertEquals(List.of(), scene.alerts("P06"));
  }

  @Test
  void aTripWithinTheHourIsNoGhostAndOneLaterIs() {
    trip("A1").stand(3600);
    Instant out = scene.run().trips().get(0).outTime();
    scene.waybill("W1", "A1", out.minusSeconds(3600), null);
    assertEquals(List.of(), scene.alerts("P06"));
    assertEquals(List.of(Finding.NOT_MATCHED), findings("A1"));
    scene.waybill("W2", "A1", out.plusSeconds(3601 + 900), null);
    assertEquals(List.of(Finding.NOT_MATCHED, Finding.GHOST), findings("A1"));
  }

  @Test
  void aTruckThatWasLoadedTooFastForATripWasThereAllTheSame() {
    scene.truck("A1", -600, 0, "22:00:00").to(0, 0, 40).stand(120).to(6000, 0, 40).stand(7200);
    scene.waybill("W1", "A1", at("22:03:00"), at("22:14:00"));
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aGhostIsNotCalledBeforeItsHourIsOver() {
    parked("A1", 117 * 60);
    scene.waybill("W1", "A1", at("22:01:00"), at("22:48:00"));
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aLoadedTripWithoutAWaybill() {
    trip("A1");
    scene.waybill("W1", "A2", at("22:09:00"), at("22:19:00"));
    Alert a = scene.alerts("M06d").get(0);
    assertEquals(List.of("M06d"), scene.codes());
    assertEquals(Grade.B, a.grade());
    assertEquals(2, a.severity());
    assertEquals("S1", a.placeId());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void withoutSensorsItIsAnInference() {
    scene.truck("A1", 0, 0, "22:00:00").load().to(6000, 0, 40).stand(400).to(3000, 0, 40);
    scene.waybill("W1", "A2", at("22:09:00"), at("22:19:00"));
    assertEquals(Grade.C, scene.alerts("M06d").get(0).grade());
  }

  @Test
  void aCityWithoutWaybillsAsksForNone() {
    trip("A1");
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aWaybillMayStillBeFiledForADay() {
    trip("A1");
    scene.waybill("W1", "A2", at("22:09:00"), at("22:19:00"));
    RuleSet rules = scene.rules();
    List<VehicleFindings> found = List.of(findings(rules, "A1"));
    Instant out = scene.run().trips().get(0).outTime();
    assertEquals(AlertStatus.CANDIDATE, status(rules, found, out.plusSeconds(86_399)));
    assertEquals(AlertStatus.ENDED, status(rules, found, out.plusSeconds(86_400)));
  }

  private static AlertStatus status(RuleSet rules, List<VehicleFindings> found, Instant asOf) {
    return CityAnalysis.judge(rules, found, at("21:00:00"), asOf).alerts().get(0).status();
  }

  @Test
  void twoWaybillsThatFitAlikeAreAQuestionAndNoViolation() {
    trip("A1");
    scene.waybill("W1", "A1", at("22:09:00"), at("22:19:00"));
    scene.waybill("W2", "A1", at("22:10:00"), at("22:19:00"));
    assertEquals(List.of("AMBIGUOUS"), matches());
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aWaybillThatFitsTwoTripsAlikeIsAQuestionToo() {
    // nobody accepted it: half an hour before the second trip or after the first, it is neither's
    Drive d = scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    d.to(0, 0, 40).load().to(6000, 0, 40).tip();
    Instant first = scene.run().trips().get(0).outTime();
    Instant second = scene.run().trips().get(1).outTime();
    Instant middle = first.plus(Duration.between(first, second).dividedBy(2));
    scene.waybill("W1", "A1", middle, null);
    assertEquals(List.of("AMBIGUOUS", "AMBIGUOUS"), matches());
  }

  @Test
  void theTripThatFitsBestGetsTheWaybill() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    d.to(0, 0, 60).load().to(6000, 0, 40).tip();
    Instant second = scene.run().trips().get(1).outTime();
    scene.waybill("W1", "A1", second.plusSeconds(30), second.plusSeconds(600));
    assertEquals(List.of("NO_WAYBILL", "MATCHED"), matches());
  }

  @Test
  void aWeightAQuarterOffIsAMismatchAndLessIsNone() {
    trip("A1");
    scene.waybill("W1", "A1", at("22:09:00"), at("22:19:00"), 12);
    assertEquals(List.of("MATCHED"), matches());
    scene.waybill("W2", "A2", at("22:09:00"), at("22:19:00"), 11.9);
    trip("A2");
    assertEquals(List.of("MATCHED", "QTY_MISMATCH"), matches());
  }

  @Test
  void anAcceptanceIsLateAfterTwoHoursAndLackingAfterADay() {
    Drive d = trip("A1");
    Instant arrival = at("22:17:00");
    scene.waybill("W1", "A1", at("22:09:00"), null);
    assertEquals(List.of("MATCHED"), matches());
    d.every(600).stand(86_400);
    assertEquals(List.of("NOT_ACCEPTED"), matches());
    trip("A2");
    scene.waybill("W2", "A2", at("22:09:00"), arrival.plusSeconds(7200));
    assertEquals(List.of("NOT_ACCEPTED", "MATCHED"), matches());
  }
}
