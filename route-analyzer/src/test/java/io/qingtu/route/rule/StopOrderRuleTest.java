package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M12, a trip at about 22:08 from S1 to D1 under a stop order. */
class StopOrderRuleTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  private void trip() {
    scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip().to(0, 0, 40);
  }

  private Instant exit() {
    return scene.run().trips().get(0).outTime();
  }

  @Test
  void aTripBornUnderTheOrderIsOneAlert() {
    scene.stopOrder(at("20:00:00"), at("23:59:00"), null);
    trip();
    Alert a = scene.alerts("M12").get(0);
    assertEquals(List.of("M12"), scene.codes());
    assertEquals(exit(), a.start());
    assertEquals(3, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(AlertStatus.ENDED, a.status());
    assertEquals(at("22:17:00"), a.end()); // it reaches the ground
  }

  @Test
  void aTripUnderWayWhenItBeginsToBindIsOne() {
    scene.stopOrder(at("22:12:00"), at("23:59:00"), null);
    trip();
    Alert a = scene.alerts("M12").get(0);
    assertEquals(0, a.start().getEpochSecond() - at("22:12:00").getEpochSecond(), 10);
  }

  @Test
  void anOrderThatIsOverBindsNobody() {
    scene.stopOrder(at("20:00:00"), at("22:08:00"), null);
    trip();
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void theFirstHourAfterItsPublicationIsNotice() {
    scene.stopOrder(at("20:00:00"), at("22:30:00"), at("21:30:00"));
    trip();
    assertEquals(List.of(), scene.codes());
    scene.stopOrder(at("20:00:00"), at("22:30:00"), at("21:07:00"));
    assertEquals(List.of("M12"), scene.codes());
  }

  @Test
  void anOrderForARoadConcernsThatRoad() {
    scene.segment("E1", 60, false, 2000, 0, 3000, 0).segment("E2", 60, false, 0, 3000, 900, 3000);
    scene.stopOrder(at("20:00:00"), at("23:59:00"), null, "E2");
    trip();
    assertEquals(List.of(), scene.codes());
    scene.stopOrder(at("20:00:00"), at("23:59:00"), null, "E1");
    Alert a = scene.alerts("M12").get(0);
    assertEquals(List.of("E1"), a.segmentIds());
    assertEquals(90, a.end().getEpochSecond() - a.start().getEpochSecond(), 20);
  }

  @Test
  void anEmptyTruckMayDrive() {
    scene.stopOrder(at("20:00:00"), at("23:59:00"), null);
    scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).stand(600).to(6000, 0, 40);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void anEmergencyOrderExempts() {
    scene.stopOrder(at("20:00:00"), at("23:59:00"), null);
    scene.order("A1", VehicleOrder.Kind.EMERGENCY, at("20:00:00"), at("23:59:00"), "");
    trip();
    assertEquals(List.of(), scene.codes());
  }
}
