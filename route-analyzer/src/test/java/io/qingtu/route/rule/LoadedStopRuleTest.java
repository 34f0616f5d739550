package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M13, a loaded truck that stays on its way, and the jam that explains it. */
class LoadedStopRuleTest {
  private final Scene scene =
      Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1").segment("E1", 60, false, 0, 0, 6000, 0);

  private Drive loaded() {
    return scene.truck("A1", 0, 0, "21:00:00").load();
  }

  private static void arrive(Drive d) {
    d.to(6000, 0, 40).stand(240).to(5000, 0, 40);
  }

  @Test
  void tenMinutesAreANoteAndNineAreNot() {
    Drive d = loaded().to(3000, 0, 40);
    Instant stopped = d.now();
    d.stand(600);
    arrive(d);
    Alert a = scene.alerts("M13").get(0);
    assertEquals(List.of("M13"), scene.codes());
    assertEquals(stopped.getEpochSecond(), a.start().getEpochSecond(), 10);
    assertEquals(1, a.severity());
    assertEquals(Grade.C, a.grade());
    assertEquals(AlertStatus.ENDED, a.status());
    Scene shorter = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    arrive(shorter.truck("A1", 0, 0, "21:00:00").load().to(3000, 0, 40).stand(570));
    assertEquals(List.of(), shorter.codes());
  }

  @Test
  void halfAnHourIsMinorAndALoadThatASensorShowsIsOfGradeB() {
    Drive d = scene.truck("A1", 0, 0, "21:00:00", WEIGHT).load().to(3000, 0, 40).stand(1800);
    d.to(6000, 0, 40).tip();
    Alert a = scene.alerts("M13").get(0);
    assertEquals(2, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(30, a.measured());
  }

  @Test
  void anEmptyTruckMayRestWhereItLikes() {
    scene.truck("A1", 3000, 0, "21:00:00").stand(3000);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aCheckpointAndTheQueueAtTheGateExplainTheStop() {
    scene.place("C1", PlaceKind.CHECKPOINT, 3000, 0, 50);
    Drive d = loaded().to(3000, 0, 40).stand(900).to(5810, 0, 40).stand(900);
    arrive(d);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void whatAGapHidesIsNoStop() {
    Drive d = loaded().to(3000, 0, 40).stand(300).reporting(false).stand(400).reporting(true);
    arrive(d.stand(300));
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void threeOtherTrucksThatAreSlowThereMakeItAJam() {
    Drive d = loaded().to(3000, 0, 40);
    Instant stopped = d.now();
    arrive(d.stand(1200));
    for (int i = 0; i < 3; i++) {
      Drive other = scene.truck("B" + i, 2700, 0, "21:00:00");
      other.stand((int) (stopped.getEpochSecond() - other.now().getEpochSecond()));
      other.to(2950 + 20 * i, 0, 40).stand(900).to(5000, 0, 40);
    }
    Alert a = scene.alerts("M13").get(0);
    assertEquals(AlertStatus.SUPPRESSED, a.status());
    assertEquals("traffic", a.reason());
  }

  @Test
  void twoOthersAreNoJamAndOneOnAnotherRoadIsNone() {
    scene.segment("E2", 60, false, 2000, 80, 4000, 80);
    Drive d = loaded().to(3000, 0, 40);
    Instant stopped = d.now();
    arrive(d.stand(1200));
    for (int i = 0; i < 3; i++) {
      Drive other = scene.truck("B" + i, 2700, i * 40, "21:00:00");
      other.stand((int) (stopped.getEpochSecond() - other.now().getEpochSecond()));
      other.to(2950 + 20 * i, i * 40, 40).stand(900).to(5000, 0, 40);
    }
    assertEquals(AlertStatus.ENDED, scene.alerts("M13").get(0).status());
  }
}
