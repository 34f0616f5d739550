package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: D04, a terminal that reports without a fix while its vehicle drives. */
class NoFixRuleTest {
  private final Scene scene = Scene.haul();

  private Drive truck() {
    return scene.truck("A1", 200, 0, "10:00:00").vss(40).to(3000, 0, 40);
  }

  private List<Alert> found() {
    return scene.alerts("D04");
  }

  @Test
  void fiveMinutesWithoutAFixWhileDrivingAreOne() {
    Drive d = truck().sky(false);
    Instant first = d.now().plusSeconds(10);
    d.to(7000, 0, 40).sky(true).to(8000, 0, 40);
    Alert a = found().get(0);
    assertEquals(first, a.start());
    assertEquals(first.plusSeconds(300), a.decided());
    assertEquals(2, a.severity());
    assertEquals(AlertStatus.ENDED, a.status());
    assertEquals(1, found().size());
  }

  @Test
  void tenSecondsLessAreNone() {
    truck().sky(false).stand(300).sky(true).to(8000, 0, 40);
    assertEquals(List.of(), found());
  }

  @Test
  void aVehicleThatStandsIsNotBlamed() {
    truck().vss(0).sky(false).stand(900).sky(true).vss(40).to(4000, 0, 40);
    assertEquals(List.of(), found());
  }

  @Test
  void theOdometerProvesMotionAndTheIgnitionOnlyWhereNothingElseCan() {
    scene.truck("A1", 0, 0, "10:00:00").odometer(10).stand(60).sky(false).stand(200);
    assertEquals(List.of(), found());
    Drive rolled = scene.truck("A2", 0, 0, "10:00:00").odometer(10).stand(60).sky(false);
    rolled.stand(200).odometer(10.1).stand(200).odometer(10.3).stand(20);
    scene.truck("A3", 0, 0, "10:00:00").stand(200).sky(false).stand(400);
    scene.truck("A4", 0, 0, "10:00:00").acc(false).stand(200).sky(false).stand(400);
    assertEquals(List.of("A2", "A3"), found().stream().map(Alert::plate).sorted().toList());
  }

  @Test
  void aGapIsNoEvidence() {
    Drive d = truck().sky(false).stand(200).reporting(false).stand(200).reporting(true);
    d.stand(200).sky(true).to(8000, 0, 40);
    assertEquals(List.of(), found());
  }

  @Test
  void theTimeOfAColdStartDoesNotCount() {
    truck().acc(false).stand(300).sky(false).acc(true).stand(480).sky(true).stand(60);
    assertEquals(List.of(), found());
    Scene longer = Scene.haul();
    longer
        .truck("A1", 200, 0, "10:00:00")
        .vss(40)
        .acc(false)
        .stand(300)
        .sky(false)
        .acc(true)
        .stand(500)
        .sky(true)
        .stand(60);
    assertEquals(1, longer.alerts("D04").size());
  }

  @Test
  void aTunnelExcusesAsLongAsASlowDriveThroughItTakes() {
    scene.segment("T1", 60, true, 3000, 0, 5000, 0);
    // 2 km at 10 km/h are 720 s, and 120 s more
    truck().sky(false).stand(840).sky(true).to(6000, 0, 40);
    assertEquals(List.of(), found());
    Scene stuck = Scene.haul().segment("T1", 60, true, 3000, 0, 5000, 0);
    stuck
        .truck("A1", 200, 0, "10:00:00")
        .vss(40)
        .to(3000, 0, 40)
        .sky(false)
        .stand(870)
        .sky(true)
        .to(6000, 0, 40);
    assertEquals(1, stuck.alerts("D04").size());
    Scene elsewhere = Scene.haul().segment("T1", 60, true, 3200, 0, 5000, 0);
    elsewhere
        .truck("A1", 200, 0, "10:00:00")
        .vss(40)
        .to(3000, 0, 40)
        .sky(false)
        .stand(840)
        .sky(true)
        .to(6000, 0, 40);
    assertEquals(1, elsewhere.alerts("D04").size());
  }

  @Test
  void aRoofedPlaceExcusesAShortWayOnly() {
    scene.place("Y1", PlaceKind.DEPOT, 3000, 0, 100);
    truck().vss(5).sky(false).stand(600).sky(true).to(4000, 0, 40);
    assertEquals(List.of(), found());
    Scene away = Scene.haul().place("Y1", PlaceKind.DEPOT, 3000, 0, 100);
    away.truck("A1", 200, 0, "10:00:00")
        .vss(40)
        .to(3000, 0, 40)
        .stand(60)
        .sky(false)
        .to(8000, 0, 40)
        .sky(true)
        .stand(60);
    assertEquals(1, away.alerts("D04").size());
  }
}
