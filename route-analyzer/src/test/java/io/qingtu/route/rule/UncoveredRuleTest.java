package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.COVER;
import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Cover;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M03, driving loaded with the cover open. */
class UncoveredRuleTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  private Drive loaded() {
    return scene.truck("A1", 0, 0, "22:00:00", COVER, LIFT, WEIGHT).load();
  }

  private List<Alert> found() {
    return scene.alerts("M03");
  }

  @Test
  void threeMinutesAtFortyAreCritical() {
    Drive d = loaded().to(1000, 0, 40).cover(Cover.OPEN);
    Instant opened = d.now();
    d.to(3000, 0, 40).cover(Cover.CLOSED);
    Instant lastOpen = d.now();
    d.to(6000, 0, 40).tip();
    Alert a = found().get(0);
    assertEquals(1, found().size());
    assertEquals(4, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(opened.plusSeconds(10), a.start());
    assertEquals(a.start().plusSeconds(30), a.decided());
    assertEquals(lastOpen.plusSeconds(10), a.end());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void aShortSlowStretchIsMinorAndTheSameDrivenFasterIsSerious() {
    loaded()
        .to(1000, 0, 40)
        .cover(Cover.OPEN)
        .to(1133, 0, 12)
        .cover(Cover.CLOSED)
        .to(6000, 0, 40)
        .tip();
    assertEquals(2, found().get(0).severity());
    Scene faster = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive d = faster.truck("A1", 0, 0, "22:00:00", COVER, LIFT, WEIGHT).load().to(1000, 0, 40);
    d.cover(Cover.OPEN).to(1333, 0, 30).cover(Cover.CLOSED).to(6000, 0, 40).tip();
    assertEquals(3, faster.alerts("M03").get(0).severity());
  }

  @Test
  void thirtySecondsAreHeldAndTwentyAreTooShort() {
    // 111 m between two fixes: four of them with the cover open, then three
    loaded()
        .to(1000, 0, 40)
        .cover(Cover.OPEN)
        .to(1444, 0, 40)
        .cover(Cover.CLOSED)
        .to(6000, 0, 40)
        .tip();
    assertEquals(1, found().size());
    Scene shorter = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive d = shorter.truck("A1", 0, 0, "22:00:00", COVER, LIFT, WEIGHT).load().to(1000, 0, 40);
    d.cover(Cover.OPEN).to(1333, 0, 40).cover(Cover.CLOSED).to(6000, 0, 40).tip();
    assertEquals(0, shorter.alerts("M03").size());
  }

  @Test
  void aHundredMetresInThirtySecondsAreHeldAndNinetyAreTooShort() {
    Scene near = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive d = near.truck("A1", 0, 0, "22:00:00", COVER, LIFT, WEIGHT).load().to(1000, 0, 40);
    d.cover(Cover.OPEN).to(1120, 0, 10.8).cover(Cover.CLOSED).to(6000, 0, 40).tip();
    assertEquals(List.of(), near.alerts("M03"));
    d = loaded().to(1000, 0, 40).cover(Cover.OPEN).to(1133.3, 0, 12).cover(Cover.CLOSED);
    d.to(6000, 0, 40).tip();
    assertEquals(1, found().size());
  }

  @Test
  void slowBehindTheGateIsFree() {
    loaded().cover(Cover.OPEN).to(160, 0, 8).cover(Cover.CLOSED).to(6000, 0, 40).tip();
    assertEquals(List.of(), found());
  }

  @Test
  void anEmptyTruckMayDriveOpen() {
    scene.truck("A1", 0, 0, "22:00:00", COVER, WEIGHT).stand(120).cover(Cover.OPEN).to(6000, 0, 40);
    assertEquals(List.of(), found());
  }

  @Test
  void anUnknownCoverIsNeitherOpenNorClosed() {
    loaded().cover(Cover.UNKNOWN).to(6000, 0, 40).tip();
    assertEquals(List.of(), found());
  }

  @Test
  void aCoverThatIsNotFittedSaysNothing() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load();
    d.cover(Cover.OPEN).to(6000, 0, 40).tip();
    assertEquals(List.of(), found());
  }

  @Test
  void aFlappingSwitchIsAFaultAndProvesNothing() {
    Drive d = loaded().every(5).to(500, 0, 17);
    for (double x = 500; x < 5500; x += 23.6) {
      d.cover(Math.round(x / 23.6) % 2 == 0 ? Cover.OPEN : Cover.CLOSED).to(x + 23.6, 0, 17);
    }
    assertEquals(List.of("D08"), scene.codes());
  }

  @Test
  void theFaultBeginsWithTheFirstChangeOfTheFlapping() {
    Drive d = loaded().to(1000, 0, 40).cover(Cover.OPEN).to(3000, 0, 40).cover(Cover.CLOSED);
    d.to(4500, 0, 40).every(5);
    Instant before = d.now();
    for (int i = 0; i < 24; i++) {
      d.cover(i % 2 == 0 ? Cover.OPEN : Cover.CLOSED).stand(5);
    }
    assertEquals(before.plusSeconds(5), scene.alerts("D08").get(0).start());
    assertEquals(List.of(AlertStatus.ENDED), found().stream().map(Alert::status).toList());
  }

  @Test
  void aStateThatLastsAMinuteAmongOthersIsPartOfTheFlapping() {
    Drive d = loaded().to(500, 0, 40).every(5);
    Instant before = d.now();
    flap(d, 6);
    d.cover(Cover.OPEN).to(d.x() + 700, 0, 36);
    flap(d, 21);
    assertEquals(before.plusSeconds(5), scene.alerts("D08").get(0).start());
    assertEquals(List.of(AlertStatus.RETRACTED), found().stream().map(Alert::status).toList());
  }

  @Test
  void aGapIsNoTimeThroughWhichAStateLasted() {
    Drive d = loaded().to(500, 0, 40).every(5);
    Instant before = d.now();
    flap(d, 6);
    d.cover(Cover.OPEN).to(d.x() + 450, 0, 40);
    flap(d, 7);
    d.reporting(false).to(d.x() + 1400, 0, 40).reporting(true);
    flap(d, 21);
    assertEquals(before.plusSeconds(5), scene.alerts("D08").get(0).start());
    assertEquals(List.of(AlertStatus.RETRACTED), found().stream().map(Alert::status).toList());
  }

  /** Changes every five seconds; closed at last where it began open, and the other way round. */
  private static void flap(Drive d, int changes) {
    for (int i = changes; i > 0; i--) {
      d.cover(i % 2 == 0 ? Cover.OPEN : Cover.CLOSED).to(d.x() + 20, 0, 15);
    }
  }

  @Test
  void whatItsOwnSensorSaysOfALoadHoldsWhileTheExitIsPending() {
    loaded().to(210, 0, 40).cover(Cover.OPEN).to(780, 0, 40).cover(Cover.CLOSED).to(6000, 0, 40);
    assertEquals(1, found().size());
  }

  @Test
  void anEmptyTruckThatOpenedInTheEndPlaceIsNotThoughtLoadedAtItsGate() {
    Drive d = scene.truck("A1", 0, 0, "22:00:00", COVER).load().to(6000, 0, 40);
    d.cover(Cover.OPEN).stand(300).to(5000, 0, 45).to(0, 0, 45);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aGateCameraThatSawItOpenMakesTwoSources() {
    Drive d = loaded();
    scene.gateOut("A1", d.now(), true, false);
    d.to(1000, 0, 40).cover(Cover.OPEN).to(3000, 0, 40).cover(Cover.CLOSED).to(6000, 0, 40).tip();
    assertEquals(Grade.A, found().get(0).grade());
  }

  @Test
  void closingForTwoMinutesContinuesTheSameAlert() {
    loaded()
        .to(1000, 0, 40)
        .cover(Cover.OPEN)
        .to(2000, 0, 40)
        .cover(Cover.CLOSED)
        .to(3200, 0, 40)
        .cover(Cover.OPEN)
        .to(4500, 0, 40)
        .cover(Cover.CLOSED)
        .to(6000, 0, 40)
        .tip();
    assertEquals(1, found().size());
  }

  @Test
  void aPoliceCheckMayOpenIt() {
    scene.place("K1", PlaceKind.CHECKPOINT, 3000, 0, 60);
    loaded()
        .to(2990, 0, 40)
        .cover(Cover.OPEN)
        .stand(300)
        .to(3010, 0, 12)
        .cover(Cover.CLOSED)
        .to(6000, 0, 40)
        .tip();
    assertEquals(List.of(), found());
  }
}
