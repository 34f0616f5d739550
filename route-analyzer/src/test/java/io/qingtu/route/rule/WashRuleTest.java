package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M16, the wheel wash of S1 at (90, 0), 20 m square, just before its gate. */
class WashRuleTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  private void wash() {
    scene.place("W1", PlaceKind.WASH, 90, 0, 10);
  }

  /** Loads at the far end of the site, stands in the wash for a while and drives off. */
  private void trip(int secondsInWash) {
    Drive d = scene.truck("A1", -60, 0, "22:00:00", LIFT, WEIGHT).every(5).load();
    d.to(90, 0, 20).stand(secondsInWash).to(300, 0, 20).every(10).to(6000, 0, 40).tip();
  }

  private void camera(Boolean dirty) {
    Instant exit = scene.run().trips().get(0).outTime();
    scene.gateOut("A1", exit.plusSeconds(20), true, true, dirty);
  }

  @Test
  void drivingThroughTheWashIsNoWash() {
    wash();
    trip(0);
    Alert a = scene.alerts("M16").get(0);
    assertEquals(List.of("M16"), scene.codes());
    assertEquals(Grade.B, a.grade());
    assertEquals(2, a.severity());
    assertEquals("S1", a.placeId());
    assertEquals("wash_short", a.reason());
    assertEquals(scene.run().trips().get(0).outTime(), a.start());
  }

  @Test
  void halfAMinuteIsEnough() {
    wash();
    trip(30);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void whatTheFixesMayHaveMissedIsNoViolation() {
    wash();
    Drive d = scene.truck("A1", -60, 0, "22:00:00", LIFT, WEIGHT).every(10).load();
    d.reporting(false).to(90, 0, 20).stand(10).reporting(true).to(6000, 0, 40).tip();
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aSiteWithoutAWashIsNotAskedForOne() {
    trip(0);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void dirtyWheelsAtTheGateAreAViolationOfTheSite() {
    trip(0);
    camera(true);
    Alert a = scene.alerts("M16").get(0);
    assertEquals(Grade.B, a.grade());
    assertEquals("wheels_dirty", a.reason());
  }

  @Test
  void cleanWheelsAndWheelsNotSeenAreNone() {
    trip(0);
    camera(false);
    assertEquals(List.of(), scene.codes());
    Scene other = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    other.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    other.gateOut("A1", other.run().trips().get(0).outTime(), true, true);
    assertEquals(List.of(), other.codes());
  }

  @Test
  void bothTogetherAreCertain() {
    wash();
    trip(0);
    camera(true);
    assertEquals(Grade.A, scene.alerts("M16").get(0).grade());
    assertEquals("both", scene.alerts("M16").get(0).reason());
  }
}
