package io.qingtu.route.rule;

import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: D06, positions that cannot be true, as one vehicle's data show them. */
class FalsePositionTest {
  private final Scene scene = Scene.haul();

  private Drive truck() {
    return scene.truck("A1", 200, 0, "22:00:00");
  }

  private List<Alert> found() {
    return scene.alerts("D06");
  }

  private List<String> reasons() {
    return found().stream().map(Alert::reason).toList();
  }

  // (a) jump and stay

  @Test
  void aJumpNoVehicleCouldMakeToAPlaceItStaysAt() {
    Drive d = truck().to(3000, 0, 40).jump(-6000, 0);
    Instant landed = d.now().plusSeconds(10);
    d.stand(320);
    Alert a = found().get(0);
    assertEquals("jump", a.reason());
    assertEquals(3, a.severity());
    assertEquals(landed, a.start());
    assertEquals(landed.plusSeconds(300), a.decided());
  }

  @Test
  void aShorterStayADriveOnAndAJumpBackAreNone() {
    truck().to(3000, 0, 40).jump(-6000, 0).stand(300);
    assertEquals(List.of(), found());
    Scene on = Scene.haul();
    on.truck("A1", 200, 0, "22:00:00").to(3000, 0, 40).jump(-6000, 0).to(-9000, 0, 40);
    assertEquals(List.of(), on.alerts("D06"));
    Scene glitch = Scene.haul();
    glitch
        .truck("A1", 200, 0, "22:00:00")
        .stand(600)
        .jump(-6000, 0)
        .stand(120)
        .jump(200, 0)
        .stand(900);
    assertEquals(List.of(), glitch.alerts("D06"));
  }

  @Test
  void aJumpAtTheBeginIsTheRightPlaceAfterAStaleOne() {
    truck().stand(60).jump(6000, 0).stand(900);
    assertEquals(List.of(), found());
  }

  @Test
  void whatASlowerDriveExplainsIsNoJump() {
    // 9 km in 4 minutes are 135 km/h
    truck().to(3000, 0, 40).reporting(false).stand(230).jump(-6000, 0).reporting(true).stand(600);
    assertEquals(List.of(), found());
  }

  // (b) frozen

  @Test
  void aPositionThatStandsStillWhileTheRecorderDrivesIsFrozen() {
    Drive d = truck().to(3000, 0, 40).vss(30);
    Instant first = d.now();
    d.stand(620).vss(0).to(5000, 0, 40);
    Alert a = found().get(0);
    assertEquals("frozen", a.reason());
    assertEquals(first, a.start());
    assertEquals(first.plusSeconds(600), a.decided());
    assertEquals(3, a.severity());
    assertEquals(1, found().size());
  }

  @Test
  void theOdometerShowsItAsWell() {
    Drive d = truck().odometer(100).to(3000, 0, 40);
    d.stand(300).odometer(100.9).stand(330);
    assertEquals(List.of(), found());
    d.odometer(101).stand(10);
    assertEquals(List.of("frozen"), reasons());
  }

  @Test
  void whoStandsOrIsOnTheTestBenchOrScattersLikeAReceiverIsNot() {
    scene.place("W1", PlaceKind.REPAIR, 3000, 2000, 50);
    truck().vss(0).stand(900);
    scene.truck("A2", 3000, 2000, "22:00:00").vss(40).stand(900);
    Drive noisy = scene.truck("A3", 0, 3000, "22:00:00").vss(30);
    for (int i = 0; i < 90; i++) {
      noisy.jump(i % 2, 3000 + i % 3).stand(10);
    }
    assertEquals(List.of(), found());
  }

  @Test
  void inAGapItMayHaveDrivenAndComeBack() {
    truck()
        .odometer(100)
        .stand(400)
        .reporting(false)
        .stand(300)
        .reporting(true)
        .odometer(103)
        .stand(400);
    assertEquals(List.of(), found());
  }

  // (c) clock

  @Test
  void aClockThatJumpsByMoreThanFiveMinutesAndKeepsItsTime() {
    Drive d = truck().stand(600).clock(-310);
    Instant jumped = d.now().plusSeconds(11);
    d.stand(600);
    assertEquals(List.of("clock_jump"), reasons());
    assertEquals(jumped, found().get(0).start());
    Scene ahead = Scene.haul();
    ahead.truck("A1", 200, 0, "22:00:00").stand(600).clock(900).stand(600);
    assertEquals(1, ahead.alerts("D06").size());
  }

  @Test
  void fiveMinutesAClockThatWasNeverRightAndDataThatComeLateAreNone() {
    truck().stand(600).clock(-298).stand(600);
    scene.truck("A2", 0, 500, "22:00:00").clock(-900).stand(1200);
    Drive late = scene.truck("A3", 0, 900, "22:00:00").stand(600);
    for (int i = 0; i < 60; i++) {
      // unflagged: all of them come when the tenth minute is over, one a second
      late.clock(-(600 - 9L * i)).every(1).stand(1);
    }
    assertEquals(List.of(), found());
  }

  // (e) camera

  @Test
  void aCameraThatSeesThePlateSixKilometresFromItsTerminal() {
    scene.truck("A1", 6000, 0, "22:00:00").stand(1800);
    scene.gateOut("A1", at("22:15:05"), null, null);
    Alert a = found().get(0);
    assertEquals("seen_elsewhere", a.reason());
    assertEquals(Grade.A, a.grade());
    assertEquals(4, a.severity());
    assertEquals("S1", a.placeId());
    assertEquals(at("22:15:05"), a.start());
    assertEquals(5900, a.measured());
  }

  @Test
  void capturesThatFollowEachOtherAreOneEvent() {
    scene.truck("A1", 6000, 0, "22:00:00").stand(7200);
    scene.gateOut("A1", at("22:15:00"), null, null).gateOut("A1", at("23:15:00"), null, null);
    assertEquals(1, found().size());
  }

  @Test
  void nearTheGateAndWhereATrackHasAHoleNothingIsProved() {
    // the gate's polygon ends at x = 100
    scene.truck("A1", 1090, 0, "22:00:00").stand(1800);
    scene.gateOut("A1", at("22:15:05"), null, null);
    scene
        .truck("A2", 6000, 0, "22:00:00")
        .stand(600)
        .reporting(false)
        .stand(900)
        .reporting(true)
        .stand(600);
    scene.gateOut("A2", at("22:17:30"), null, null);
    scene
        .truck("A3", 6000, 0, "22:00:00")
        .stand(840)
        .reporting(false)
        .stand(420)
        .reporting(true)
        .stand(600);
    scene.gateOut("A3", at("22:15:30"), null, null);
    assertEquals(List.of(), found());
  }

  @Test
  void whoDroveThroughTheGateWithinTwoMinutesWasThere() {
    scene.truck("A1", -3000, 0, "22:00:00").to(6000, 0, 60);
    scene.gateOut("A1", at("22:04:30"), null, null);
    assertEquals(List.of(), found());
  }

  /** From the gate to the nearer of two fixes it may have come and gone, at 120 km/h. */
  @Test
  void whoMayHaveComeNearBetweenTwoFixesWasPerhapsThere() {
    scene.truck("A1", 1260, 0, "22:00:00").stand(1800);
    scene.gateOut("A1", at("22:15:05"), null, null);
    scene.truck("A2", 2000, 0, "22:00:00").every(60).stand(1800);
    scene.gateOut("A2", at("22:15:05"), null, null);
    assertEquals(List.of(), found());
    scene.truck("A3", 1280, 0, "22:00:00").stand(1800);
    scene.gateOut("A3", at("22:15:05"), null, null);
    assertEquals(1180, found().get(0).measured());
  }
}
