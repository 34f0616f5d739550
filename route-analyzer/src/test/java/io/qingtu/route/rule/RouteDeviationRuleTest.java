package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M04, a loaded truck off its permitted routes (half-width 50 m). */
class RouteDeviationRuleTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0);

  private Drive loaded() {
    return scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(1000, 0, 40);
  }

  /** Leaves the route to the side, drives along for some metres, and comes back. */
  private Drive detour(double aside, double metres, double kmh) {
    Drive d = loaded();
    d.to(1000, aside, kmh).to(1000 + metres, aside, kmh).to(1000 + metres, 0, kmh);
    return d.to(6000, 0, 40).tip();
  }

  private List<Alert> found() {
    return scene.alerts("M04");
  }

  @Test
  void fourMinutesOnAParallelStreetSixtyMetresAwayAreAViolation() {
    scene.permit("A1");
    detour(60, 1600, 24);
    Alert a = found().get(0);
    assertEquals(2, a.severity());
    assertEquals(AlertStatus.ENDED, a.status());
    assertEquals(60, a.measured(), 1);
    assertEquals(50, a.allowed());
    Trip t = scene.run().trips().get(0);
    assertTrue(t.adherence() > 0.6 && t.adherence() < 0.8, t.toString());
  }

  @Test
  void aParallelStreetThatTheGraphDoesNotJoinIsAViolationToo() {
    scene.permit("A1").segment("M", 60, false, 0, 0, 6000, 0);
    scene.segment("B", 60, false, 1000, 60, 2600, 60);
    detour(60, 1600, 24);
    assertEquals(2, found().get(0).severity());
    assertEquals(List.of("B"), found().get(0).segmentIds());
  }

  /** The main road with a service road 35 m beside it, joined to it at both of its ends only. */
  private void serviceRoad() {
    scene.corridor("R2", 30, 0, 0, 6000, 0).segment("M", 60, false, 0, 0, 6000, 0);
    scene.segment("X1", 40, false, 2000, 0, 2000, 35).segment("X2", 40, false, 4500, 0, 4500, 35);
    scene.segment("V", 40, false, 2000, 35, 4500, 35);
    scene.permit("P1", "A1", List.of("D1"), List.of("R2"), null, null);
  }

  @Test
  void noiseOverAServiceRoadThatItCannotHaveComeToIsNone() {
    serviceRoad();
    Drive d = loaded().to(3200, 0, 40).to(3210, 33, 40).to(3700, 33, 40).to(3710, 0, 40);
    d.to(6000, 0, 40).tip();
    assertEquals(List.of(), found());
    // the last two of six fixes were never judged together
    assertEquals(0.97, scene.run().trips().get(0).adherence(), 0.01);
  }

  @Test
  void theServiceRoadItselfIsADeviationAndItsRoadsAreNamed() {
    serviceRoad();
    Drive d = loaded().to(2000, 0, 40).to(2000, 35, 40).to(4500, 35, 40).to(4500, 0, 40);
    d.to(6000, 0, 40).tip();
    Alert a = found().get(0);
    assertEquals(2, a.severity());
    assertTrue(a.segmentIds().contains("V"), a.toString());
    assertTrue(
        a.decision().stream().anyMatch(c -> c.name().equals("roads by map matching")),
        a.toString());
  }

  @Test
  void leavingTheSiteTheWrongWayBeginsAtTheFirstFixOutside() {
    scene.permit("A1");
    Drive d = scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load();
    Instant left = d.now();
    d.to(0, 2000, 40).to(6000, 2000, 40).to(6000, 0, 40).tip();
    Alert a = found().get(0);
    // beyond the apron of 150 m around the polygon after 250 m; the trip is born a minute later
    assertEquals(left.plusSeconds(30), a.start());
    assertEquals(left.plusSeconds(80), a.decided());
  }

  @Test
  void fortyMetresAwayIsOnTheRoute() {
    scene.permit("A1");
    detour(40, 1600, 24);
    assertEquals(List.of(), found());
    assertEquals(1, scene.run().trips().get(0).adherence());
  }

  @Test
  void aHundredSecondsAndThreeHundredMetresAreAWarning() {
    scene.permit("A1");
    detour(60, 250, 9);
    assertEquals(1, found().get(0).severity());
  }

  @Test
  void theDelayIsFourFixesOrTwoFarOnes() {
    scene.permit("A1");
    Drive d = loaded();
    Instant left = d.now();
    d.to(1000, 1000, 40).to(2000, 1000, 40).to(2000, 0, 40).to(6000, 0, 40).tip();
    Alert a = found().get(0);
    assertEquals(left.plusSeconds(10), a.start());
    // 111 m, 222 m and 333 m away: the second and third are beyond three half-widths
    assertEquals(left.plusSeconds(30), a.decided());
  }

  @Test
  void tenMinutesAreSeriousAndFifteenCritical() {
    scene.permit("A1");
    detour(400, 3000, 16);
    assertEquals(3, found().get(0).severity());
    Scene longer = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive d = longer.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(1000, 0, 40);
    d.to(1000, 400, 16).stand(400).to(4000, 400, 16).to(4000, 0, 16).to(6000, 0, 40).tip();
    assertEquals(4, longer.alerts("M04").get(0).severity());
  }

  @Test
  void aSecondPermitAllowsTheOtherRoad() {
    scene.route("R2", 1000, 0, 1000, 300, 3000, 300, 3000, 0);
    scene.permit("A1").permit("P2", "A1", List.of("D1"), List.of("R2"), null, null);
    detour(300, 2000, 40);
    assertEquals(List.of(), found());
  }

  @Test
  void aTunnelIsNoDetour() {
    scene.permit("A1").segment("T", 60, true, 2000, 0, 4000, 0);
    Drive d = loaded().to(1990, 0, 40).reporting(false).to(4010, 0, 40).reporting(true);
    d.to(6000, 0, 40).tip();
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aClosedRoadOnTheRouteSuppressesIt() {
    scene.permit("A1").segment("E1", 60, false, 500, 0, 2500, 0);
    scene.closure(Scene.at("20:00:00"), Scene.at("23:59:00"), "E1");
    detour(300, 2000, 40);
    assertEquals(AlertStatus.SUPPRESSED, found().get(0).status());
    assertEquals("closure", found().get(0).reason());
  }

  @Test
  void anotherRoadsClosureSuppressesNothing() {
    scene.permit("A1").segment("E1", 60, false, 500, 0, 2500, 0);
    scene.segment("E2", 60, false, 0, 5000, 2500, 5000);
    scene.closure(Scene.at("20:00:00"), Scene.at("23:59:00"), "E2");
    detour(300, 2000, 40);
    assertEquals(AlertStatus.ENDED, found().get(0).status());
  }

  /** As a water level makes it: nobody knows yet when it ends. */
  @Test
  void aClosureWithoutAnEndSuppressesItFromItsBeginOn() {
    scene.permit("A1").segment("E1", 60, false, 500, 0, 2500, 0);
    scene.closure(Scene.at("20:00:00"), Instant.MAX, "E1");
    detour(300, 2000, 40);
    assertEquals(AlertStatus.SUPPRESSED, found().get(0).status());
  }

  @Test
  void aClosureThatHasEndedOrBeginsLaterSuppressesNothing() {
    scene.permit("A1").segment("E1", 60, false, 500, 0, 2500, 0);
    scene.closure(Scene.at("19:00:00"), Scene.at("20:00:00"), "E1");
    scene.closure(Scene.at("23:59:00"), Instant.MAX, "E1");
    detour(300, 2000, 40);
    assertEquals(AlertStatus.ENDED, found().get(0).status());
  }

  @Test
  void itNamesTheRoadsThatItWasOn() {
    scene.permit("A1").segment("E1", 60, false, 1000, 300, 3000, 300);
    detour(300, 2000, 40);
    assertEquals(List.of("E1"), found().get(0).segmentIds());
  }

  @Test
  void withoutAPermitThereIsNoRouteToLeave() {
    detour(300, 2000, 40);
    assertEquals(List.of(), found());
  }

  @Test
  void theWayBackEmptyIsFree() {
    scene.permit("A1");
    loaded().to(6000, 0, 40).tip().to(6000, 1000, 40).to(0, 1000, 40).to(0, 0, 40).stand(120);
    assertEquals(List.of(), scene.codes());
  }
}
