package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: M09, a closed zone of 1,200 m around (3000, 0); its western edge is at 2400.
 *
 * <pre>
 *              +---------+
 *   (0,0) ---> |   Z1    | ---> (6000,0)
 *              +---------+
 * </pre>
 */
class ZoneEntryRuleTest {
  private final Scene scene = new Scene();

  private void zone() {
    scene.place("Z1", PlaceKind.ZONE_NO_ENTRY, 3000, 0, 600);
  }

  private List<Alert> alerts() {
    return scene.alerts("M09");
  }

  @Test
  void twoMinutesThroughTheZoneAreOneAlertThatCloses() {
    zone();
    scene.truck("A1", 0, 0, "10:00:00").to(6000, 0, 36).stand(120);
    Alert a = alerts().get(0);
    assertEquals(1, alerts().size());
    assertEquals(Grade.B, a.grade());
    assertEquals(2, a.severity());
    assertEquals("Z1", a.placeId());
    assertEquals(AlertStatus.ENDED, a.status());
    Instant begin = scene.positions().findFirst().orElseThrow().fixTime();
    assertEquals(begin.plusSeconds(250), a.start()); // 2,500 m at 10 m/s: the first beyond 2,430
    assertEquals(begin.plusSeconds(370), a.end()); // the first beyond 3,630
  }

  @Test
  void aLoadedTruckIsMoreSerious() {
    zone();
    scene.truck("A1", 0, 0, "10:00:00", WEIGHT).weight(15).stand(90).to(6000, 0, 36);
    assertEquals(3, alerts().get(0).severity());
  }

  @Test
  void theBoundaryRoadIsNotInside() {
    zone();
    scene.truck("A1", 0, 571, "10:00:00").to(6000, 571, 36);
    assertEquals(List.of(), alerts());
    scene.truck("A2", 0, 569, "10:00:00").to(6000, 569, 36);
    assertEquals(List.of("A2"), alerts().stream().map(Alert::plate).toList());
  }

  @Test
  void lessThanAMinuteIsNothing() {
    zone();
    // 1,140 m deep: 50 s at 22 m/s, 60 s at 18 m/s
    scene.truck("A1", 0, 0, "10:00:00").to(6000, 0, 80);
    assertEquals(List.of(), alerts());
    scene.truck("A2", 0, 0, "10:00:00").to(6000, 0, 60);
    assertEquals(1, alerts().size());
  }

  @Test
  void whoeverStandsInItWithoutEverDrivingHasNotEntered() {
    zone();
    scene.truck("A1", 3000, 0, "10:00:00").stand(3600);
    assertEquals(List.of(), alerts());
  }

  @Test
  void whoeverIsStillInsideHasAnOpenAlert() {
    zone();
    scene.truck("A1", 0, 0, "10:00:00").to(3000, 0, 36).stand(300);
    assertEquals(AlertStatus.OPEN, alerts().get(0).status());
  }

  @Test
  void aGapIsNotTimeInside() {
    zone();
    Drive d = scene.truck("A1", 0, 0, "10:00:00").to(2500, 0, 36).reporting(false);
    d.stand(300).reporting(true).to(2700, 0, 36).to(2300, 0, 36).stand(120);
    assertEquals(List.of(), alerts());
  }

  @Test
  void leavingForHalfAMinuteIsTheSameVisit() {
    zone();
    Drive d = scene.truck("A1", 0, 0, "10:00:00").to(2600, 0, 36).stand(60);
    d.to(2350, 0, 36).to(3000, 0, 36).stand(60);
    assertEquals(1, alerts().size());
    assertEquals(AlertStatus.OPEN, alerts().get(0).status());
  }

  @Test
  void aCurfewIsClosedInItsHoursOnly() {
    DailyHours morning = new DailyHours(LocalTime.of(7, 0), LocalTime.of(9, 0));
    scene.place("Z1", PlaceKind.ZONE_CURFEW, morning, 3000, 0, 600);
    scene.truck("A1", 0, 0, "10:00:00").to(6000, 0, 36);
    assertEquals(List.of(), alerts());
    scene.truck("A2", 0, 0, "08:40:00").to(3000, 0, 36).stand(3600).to(6000, 0, 36);
    Alert a = alerts().get(0);
    assertEquals(AlertStatus.ENDED, a.status());
    assertEquals(at("09:00:00"), a.end());
  }

  private Scene siteInside() {
    zone();
    return scene.place("S1", PlaceKind.SITE, 3000, 0, 100).route("R1", 3000, 0, 6000, 0);
  }

  @Test
  void theWayToAPermittedSiteInTheZoneIsExemptLoadedOrEmpty() {
    siteInside().permit("A1");
    scene.truck("A1", 6000, 0, "10:00:00").to(3000, 0, 36).stand(600).to(6000, 0, 36);
    assertEquals(List.of(), alerts());
  }

  @Test
  void besideTheRouteItIsNot() {
    siteInside().permit("A1");
    scene.truck("A1", 0, 300, "10:00:00").to(6000, 300, 36);
    assertEquals(1, alerts().size());
  }

  @Test
  void aPermitForASiteElsewhereOpensNoZone() {
    zone();
    scene.place("S1", PlaceKind.SITE, 0, 0, 100).route("R1", 0, 0, 6000, 0).permit("A1");
    scene.truck("A1", 0, 0, "10:00:00").to(6000, 0, 36);
    assertEquals(1, alerts().size());
  }

  @Test
  void anEmergencyOrderOpensItWhileItIsInForce() {
    zone();
    Instant now = at("12:00:00");
    VehicleOrder.Kind kind = VehicleOrder.Kind.EMERGENCY;
    scene.order("A1", kind, now, now.plus(Duration.ofHours(1)), "");
    scene.truck("A1", 0, 0, "12:10:00").to(6000, 0, 36).stand(3600).to(0, 0, 36);
    assertEquals(1, alerts().size());
  }
}
