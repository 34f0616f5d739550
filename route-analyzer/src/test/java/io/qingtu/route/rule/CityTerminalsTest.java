package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: terminals of which only their neighbours and whole days show what they do.
 */
class CityTerminalsTest {
  private final Scene scene = Scene.haul();

  private List<Alert> found(String rule) {
    return scene.alerts(rule);
  }

  // D05

  /** Drives east, loses its satellites at x = 3000 for so long, and has them again. */
  private Drive jammed(String plate, String time, int seconds) {
    Drive d = scene.truck(plate, 1000, 0, time).vss(30).to(3000, 0, 40).sky(false);
    return d.stand(seconds).sky(true).to(5000, 0, 40);
  }

  private void parked(String plate, double x) {
    scene.truck(plate, x, 600, "22:00:00").every(60).stand(3600);
  }

  @Test
  void whoLosesTheSatellitesWhereTwoOthersKeepThemIsJammed() {
    jammed("A1", "22:10:00", 240);
    parked("B1", 3000);
    assertEquals(List.of(), found("D05"));
    parked("B2", 3700);
    Alert a = found("D05").get(0);
    assertEquals("A1", a.plate());
    assertEquals(3, a.severity());
    assertEquals(Grade.C, a.grade());
    assertEquals(a.start().plusSeconds(180), a.decided());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void neighboursBeyondAKilometreSayNothing() {
    jammed("A1", "22:10:00", 240);
    parked("B1", 3000);
    parked("B2", 3850);
    assertEquals(List.of(), found("D05"));
  }

  @Test
  void lessThanThreeMinutesASlowFallAndAStandAreNone() {
    parked("B1", 3000);
    parked("B2", 3100);
    jammed("A1", "22:10:00", 180);
    Drive slow = scene.truck("A2", 1000, 50, "22:10:00").vss(30).to(3000, 50, 40);
    slow.satellites(5).stand(60).satellites(2).stand(400).satellites(12).stand(60);
    scene
        .truck("A3", 3000, 90, "22:10:00")
        .vss(0)
        .stand(60)
        .sky(false)
        .stand(400)
        .sky(true)
        .stand(60);
    assertEquals(List.of(), found("D05"));
  }

  @Test
  void aTunnelTakesThemToo() {
    scene.segment("T1", 60, true, 3000, 0, 5000, 0);
    parked("B1", 3000);
    parked("B2", 3100);
    jammed("A1", "22:10:00", 400);
    assertEquals(List.of(), found("D05"));
  }

  @Test
  void aReportThatIsLostBeforeATunnelTakesItNotAway() {
    scene.segment("T1", 60, true, 3000, 0, 5000, 0);
    parked("B1", 3000);
    parked("B2", 3100);
    // last seen 300 m before the portal, which is 27 s at 40 km/h
    Drive d = scene.truck("A1", 1000, 0, "22:10:00").vss(30).to(2700, 0, 40).reporting(false);
    d.to(3000, 0, 40).reporting(true).sky(false).stand(300).sky(true).to(5000, 0, 40);
    assertEquals(List.of(), found("D05"));
  }

  @Test
  void aMomentWithoutTheSkyBeforeATunnelTakesItNotAway() {
    scene.segment("T1", 60, true, 3000, 0, 5000, 0);
    parked("B1", 3000);
    parked("B2", 3100);
    // two reports without the sky 400 m and 290 m before the portal, and then the tunnel
    Drive d = scene.truck("A1", 1000, 0, "22:10:00").vss(30).to(2500, 0, 40);
    d.sky(false).to(2710, 0, 40).to(3000, 0, 40).stand(300).sky(true).to(5000, 0, 40);
    assertEquals(List.of(), found("D05"));
  }

  @Test
  void aSpikeAtItsMouthTakesATunnelNotAway() {
    scene.segment("T1", 60, true, 3000, 0, 5000, 0);
    parked("B1", 3000);
    parked("B2", 3100);
    // the last fix lies 300 m beside the road: with nothing after it no one knows it for a spike
    Drive d = scene.truck("A1", 1000, 0, "22:10:00").vss(30).to(2900, 0, 40);
    d.jump(2900, 300).stand(10).jump(3000, 0).sky(false).stand(300).sky(true).to(5000, 0, 40);
    assertEquals(List.of(), found("D05"));
    assertEquals(List.of(), found("D04"));
  }

  @Test
  void whereMoreLoseThemThanKeepThemTheAreaHasLostThem() {
    for (int i = 0; i < 4; i++) {
      Drive d = scene.truck("A" + i, 1000, 20 * i, "22:10:00").vss(30).to(3000, 20 * i, 40);
      d.sky(false).stand(400).sky(true).to(5000, 20 * i, 40);
    }
    parked("B1", 3000);
    parked("B2", 3100);
    assertEquals(
        List.of("area_loss", "area_loss", "area_loss", "area_loss"),
        found("D05").stream().filter(a -> !a.stands()).map(Alert::reason).toList());
    assertEquals(
        List.of(AlertStatus.SUPPRESSED),
        found("D04").stream().map(Alert::status).distinct().toList());
  }

  @Test
  void aSecondOneWithinAWeekMakesItSurerAndDrivingBlindIsPartOfIt() {
    parked("B1", 3000);
    parked("B2", 3100);
    Drive d = jammed("A1", "22:10:00", 400).to(3000, 0, 40).sky(false).stand(240).sky(true);
    d.to(5000, 0, 40);
    assertEquals(List.of(Grade.B, Grade.B), found("D05").stream().map(Alert::grade).toList());
    assertEquals(List.of(AlertStatus.MERGED), found("D04").stream().map(Alert::status).toList());
  }

  // D06 (d), D07 (e)

  /** A round of ten kilometres at 40 km/h, a quarter of an hour, some metres beside the others. */
  private Drive round(String plate, double beside, double kmh, int times) {
    Drive d = scene.truck(plate, 0, 2000 + beside, "22:00:00").every(10);
    for (int i = 0; i < times; i++) {
      d.to(5000, 2000 + beside, kmh).to(0, 2000 + beside, kmh);
    }
    return d;
  }

  @Test
  void twoTerminalsInOneVehicleTravelTogether() {
    round("A1", 0, 40, 3);
    round("A2", 14, 40, 3);
    round("A3", 40, 40, 3);
    assertEquals(
        List.of("A1 travels_with_another", "A2 travels_with_another"),
        found("D07").stream().map(a -> a.plate() + " " + a.reason()).toList());
    assertEquals(List.of(), found("D06"));
  }

  @Test
  void aPositionThatIsThatOfAnotherIsACopy() {
    round("A1", 0, 40, 3);
    round("A2", 2, 40, 3);
    assertEquals(
        List.of("A1 same_position", "A2 same_position"),
        found("D06").stream().map(a -> a.plate() + " " + a.reason()).toList());
    assertEquals(List.of(), found("D07"));
  }

  @Test
  void aQuarterOfAnHourIsACoincidenceAndAQueueIsAQueue() {
    round("A1", 0, 40, 1);
    round("A2", 10, 40, 1);
    assertEquals(List.of(), found("D07"));
    Scene queue = Scene.haul();
    for (int i = 0; i < 3; i++) {
      queue.truck("Q" + i, 12 * i, 5000, "22:00:00").to(4000 + 12 * i, 5000, 6);
    }
    assertEquals(List.of(), queue.alerts("D07"));
  }

  @Test
  void whoMeetsAgainAndAgainIsNotTogether() {
    round("A1", 0, 40, 3);
    Drive d = scene.truck("A2", 5000, 2005, "22:00:00").every(10);
    for (int i = 0; i < 3; i++) {
      d.to(0, 2005, 40).to(5000, 2005, 40);
    }
    assertEquals(List.of(), found("D07"));
    assertEquals(List.of(), found("D06"));
  }

  // D09

  /**
   * Stands at x = 0 on the 3rd, is silent from midnight to midnight, and stands at x on the 5th.
   */
  private void silentDay(String plate, double x) {
    Drive d = scene.truck(plate, 0, 0, "13:00:00").every(60).stand(9 * 3600);
    d.every(3600).reporting(false).stand(28 * 3600).jump(x, 0).every(60).reporting(true);
    d.stand(3600);
  }

  @Test
  void aDayWithoutATrackAndSixKilometresFartherTheNext() {
    silentDay("A1", 6000);
    silentDay("A2", 4900);
    List<Alert> found = found("D09");
    assertEquals(List.of("A1"), found.stream().map(Alert::plate).toList());
    assertEquals(Instant.parse("2026-11-03T16:00:00Z"), found.get(0).start());
    assertEquals(Instant.parse("2026-11-04T16:00:00Z"), found.get(0).end());
    assertEquals(3, found.get(0).severity());
    assertEquals(Grade.B, found.get(0).grade());
  }

  @Test
  void aCameraAndAWaybillShowItAndTwoKindsMakeItSure() {
    silentDay("A1", 0);
    assertEquals(List.of(), found("D09"));
    scene.gateOut("A1", at("10:00:00"), null, null);
    assertEquals(List.of(Grade.B), found("D09").stream().map(Alert::grade).toList());
    scene.waybill("W1", "A1", at("10:00:00"), at("11:00:00"));
    assertEquals(List.of(Grade.A), found("D09").stream().map(Alert::grade).toList());
  }

  @Test
  void whatIsLaidUpNeedNotBeSeen() {
    silentDay("A1", 6000);
    VehicleOrder order =
        new VehicleOrder(
            "A1",
            VehicleOrder.Kind.LAID_UP,
            new Validity(at("13:00:00"), at("11:00:00")),
            "office",
            "");
    CityRecords records =
        new CityRecords(List.of(), List.of(), List.of(order), List.of(), List.of(), List.of());
    RuleSet rules = new RuleSet(scene.plan().with(records), Parameters.DEFAULTS);
    assertEquals(
        List.of(),
        BatchAnalysis.run(rules, scene.positions().toList()).alerts().stream()
            .filter(a -> a.rule().equals("D09"))
            .toList());
  }

  // D10

  /** Loads, goes dark on the way with the load or without it, and comes back empty. */
  private static void dark(Drive d, boolean whileLoaded) {
    d.load().to(whileLoaded ? 2000 : 6000, 0, 40);
    if (!whileLoaded) {
      d.tip().to(5000, 0, 40);
    }
    d.reporting(false).stand(900).weight(0).reporting(true).stand(120).to(0, 0, 40);
  }

  @Test
  void threeGapsThatSwallowALoadAreAPattern() {
    Drive d = scene.truck("A1", 0, 0, "20:00:00", WEIGHT);
    dark(d, true);
    dark(d, true);
    d.stand(7200);
    assertEquals(List.of(), found("D10"));
    dark(d, true);
    d.stand(7200);
    Alert a = found("D10").get(0);
    assertEquals(3, a.severity());
    assertEquals(Grade.C, a.grade());
    assertEquals(3, a.measured());
    assertEquals(1, found("D10").size());
  }

  @Test
  void gapsOfAnEmptyTruckAndGapsAtAllTimesAreNone() {
    Drive empty = scene.truck("A1", 0, 0, "20:00:00", WEIGHT);
    for (int i = 0; i < 3; i++) {
      dark(empty, false);
    }
    // loaded all the time that it is seen: gaps say nothing of it
    Drive always = scene.truck("A2", 0, 0, "20:00:00", WEIGHT);
    for (int i = 0; i < 3; i++) {
      always.load().to(2000, 0, 2).reporting(false).stand(900).weight(0).reporting(true);
      always.stand(90).reporting(false).stand(900).jump(0, 0).reporting(true);
    }
    assertEquals(List.of(), found("D10"));
  }

  // D12, C09

  @Test
  void aDayOfJumpsIsDrift() {
    drifting("A1", 49);
    drifting("A2", 51);
    List<Alert> found = found("D12");
    assertEquals(List.of("A1"), found.stream().map(Alert::plate).toList());
    assertEquals(1, found.get(0).severity());
    assertEquals(Duration.ofDays(1), Duration.between(found.get(0).start(), found.get(0).end()));
  }

  /** One fix in so many is two kilometres off. */
  private void drifting(String plate, int oneIn) {
    Drive d = scene.truck(plate, 0, 500, "13:00:00");
    for (int i = 1; i <= 10 * oneIn + 4; i++) {
      d.jump(0, i % oneIn == 0 ? 2500 : 500).stand(10);
    }
  }

  @Test
  void speedsThatDifferAreAFlagOfTheDay() {
    scene.truck("A1", 0, 500, "13:00:00").vss(10).to(2000, 500, 40);
    scene.truck("A2", 0, 700, "13:00:00").vss(21).to(2000, 700, 40);
    assertEquals(
        List.of(Map.of("speed", "MISMATCH"), Map.of()),
        scene.run().quality().stream().map(q -> Map.copyOf(q.sensorHealth())).toList());
  }
}
