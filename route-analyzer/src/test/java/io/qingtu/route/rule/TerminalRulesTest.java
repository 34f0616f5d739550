package io.qingtu.route.rule;

import static io.qingtu.route.alert.AlertStatus.ENDED;
import static io.qingtu.route.alert.AlertStatus.SUPPRESSED;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: D01 and D02, terminals that go dark. */
class TerminalRulesTest {
  private final Scene scene = Scene.haul();

  private Drive truck() {
    return scene.truck("A1", 200, 0, "10:00:00", WEIGHT);
  }

  @Test
  void tenMinutesOfSilenceWhileMovingAreOffline() {
    Drive d = truck().to(2000, 0, 40);
    Instant last = d.now().plusSeconds(1);
    d.reporting(false).stand(600).reporting(true).to(3000, 0, 40);
    Alert a = scene.alerts("D01").get(0);
    assertEquals(2, a.severity());
    assertEquals(last, a.start());
    assertEquals(last.plusSeconds(600), a.decided());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void nineMinutesAreNotAndStandingIsNot() {
    truck()
        .to(2000, 0, 40)
        .reporting(false)
        .stand(560)
        .reporting(true)
        .to(3000, 0, 40)
        .stand(300)
        .reporting(false)
        .stand(3600)
        .reporting(true)
        .stand(60);
    assertEquals(List.of(), scene.alerts("D01"));
  }

  @Test
  void aDayOfSilenceOfAParkedVehicleIsANoteAndAnHourLessIsNot() {
    Drive d = truck().stand(300);
    d.every(3600).reporting(false).stand(25 * 3600).every(10).reporting(true).stand(60);
    Alert a = scene.alerts("D01").get(0);
    assertEquals(1, a.severity());
    assertEquals("parked", a.reason());
    assertEquals(a.start().plus(Duration.ofDays(1)), a.decided());
    Scene shorter = Scene.haul();
    d = shorter.truck("A1", 200, 0, "10:00:00").stand(300);
    d.every(3600).reporting(false).stand(23 * 3600).every(10).reporting(true).stand(60);
    assertEquals(List.of(), shorter.alerts("D01"));
  }

  @Test
  void whereThreeOthersWereLostAsLongTheNetworkHasAHole() {
    lost("A1", 0, 900);
    lost("A2", 5, 960);
    lost("A3", 10, 840);
    assertEquals(List.of(ENDED, ENDED, ENDED), offline());
    lost("A4", 15, 930);
    assertEquals(List.of(SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED), offline());
    assertEquals("dead_zone", scene.alerts("D01").get(0).reason());
  }

  @Test
  void aSilenceMuchLongerThanTheHoleIsNotOfTheHole() {
    for (int i = 1; i <= 4; i++) {
      lost("A" + i, 5 * i, i == 4 ? 3600 : 900);
    }
    assertEquals(List.of(SUPPRESSED, SUPPRESSED, SUPPRESSED, ENDED), offline());
  }

  /** Silent from about x = 2000 on, in the minute given. */
  private void lost(String plate, int minute, int seconds) {
    Drive d = scene.truck(plate, 200, 0, "10:00:00").every(60).stand(60 * minute).every(10);
    d.to(2000, 0, 40).reporting(false).stand(seconds).reporting(true).to(4000, 0, 40).stand(120);
  }

  private List<AlertStatus> offline() {
    return scene.alerts("D01").stream().map(Alert::status).toList();
  }

  @Test
  void aLoadedTruckIsSerious() {
    truck()
        .weight(15)
        .stand(120)
        .to(2000, 0, 40)
        .reporting(false)
        .stand(900)
        .reporting(true)
        .to(3000, 0, 40);
    assertEquals(3, scene.alerts("D01").get(0).severity());
  }

  @Test
  void aSilenceThatIsFilledLaterStandsWithItsReason() {
    Drive d = truck().to(2000, 0, 40);
    d.delayed(Duration.ofMinutes(40)).to(12_000, 0, 40).delayed(Duration.ofSeconds(1));
    d.reporting(false).stand(1000).reporting(true).to(12_500, 0, 40);
    Alert a = scene.alerts("D01").get(0);
    assertEquals("backfilled", a.reason());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void aSilenceUpToTheEndOfTheDataStaysOpen() {
    truck().to(2000, 0, 40);
    scene.truck("A2", 0, 500, "10:00:00").stand(3600);
    Alert a = scene.alerts("D01").get(0);
    assertEquals("A1", a.plate());
    assertNull(a.end());
    assertEquals(AlertStatus.OPEN, a.status());
  }

  @Test
  void powerCutWhileMovingIsSeriousAtOnceAndEndsAMinuteAfterItIsCleared() {
    Drive d = truck().to(1000, 0, 40).alarm(1 << 8);
    Instant cut = d.now().plusSeconds(10);
    d.to(2000, 0, 40).alarm(0).to(4000, 0, 40);
    Alert a = scene.alerts("D02").get(0);
    assertEquals(3, a.severity());
    assertEquals(cut, a.start());
    assertEquals(cut, a.decided());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void parkedItIsMinorAndInTheDepotWithTheIgnitionOffANote() {
    truck().stand(300).alarm(1 << 8).stand(120);
    assertEquals(2, scene.alerts("D02").get(0).severity());
    Scene depot = new Scene().place("Y1", PlaceKind.DEPOT, 0, 0, 100);
    depot.truck("A1", 0, 0, "10:00:00").stand(300).acc(false).alarm(1 << 8).stand(120);
    assertEquals(1, depot.alerts("D02").get(0).severity());
    Scene running = new Scene().place("Y1", PlaceKind.DEPOT, 0, 0, 100);
    running.truck("A1", 0, 0, "10:00:00").stand(300).alarm(1 << 8).stand(120);
    assertEquals(2, running.alerts("D02").get(0).severity());
  }

  @Test
  void lowVoltageCountsOnlyWithTheSilenceAfterIt() {
    truck().to(1000, 0, 40).alarm(1 << 7).to(2000, 0, 40).alarm(0).to(3000, 0, 40);
    assertEquals(List.of(), scene.alerts("D02"));
    Scene dark = Scene.haul();
    Drive d = dark.truck("A1", 200, 0, "10:00:00").to(1000, 0, 40).alarm(1 << 7).to(2000, 0, 40);
    d.reporting(false).stand(900).reporting(true).alarm(0).to(3000, 0, 40);
    assertEquals(1, dark.alerts("D02").size());
  }

  @Test
  void lowVoltageAndFixesThatComeLateAreNoCut() {
    Drive d = truck().to(1000, 0, 40).alarm(1 << 7).to(1200, 0, 40).alarm(0);
    d.delayed(Duration.ofMinutes(20)).stand(900).delayed(Duration.ofSeconds(1)).to(3000, 0, 40);
    assertEquals(List.of(), scene.alerts("D02"));
  }
}
