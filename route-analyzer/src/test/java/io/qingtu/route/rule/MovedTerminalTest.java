package io.qingtu.route.rule;

import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: D07, a terminal that is not in its vehicle, as that vehicle's data show it.
 */
class MovedTerminalTest {
  private final Scene scene = Scene.haul();
  private final List<VehicleOrder> orders = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();

  private List<String> found(String rule) {
    CityRecords records =
        new CityRecords(List.of(), List.of(), orders, identities, List.of(), List.of());
    RuleSet rules = new RuleSet(scene.plan().with(records), Parameters.DEFAULTS);
    return BatchAnalysis.run(rules, scene.positions().toList()).alerts().stream()
        .filter(a -> a.rule().equals(rule))
        .map(Alert::reason)
        .toList();
  }

  private void order(VehicleOrder.Kind kind, String from, String to) {
    orders.add(new VehicleOrder("A1", kind, new Validity(at(from), at(to)), "office", ""));
  }

  private void shows(Identity.Kind kind, String time, String value) {
    identities.add(new Identity("A1", at(time), kind, value));
  }

  private Drive parked() {
    return scene.truck("A1", 200, 0, "22:00:00").stand(600).acc(false).vss(0);
  }

  @Test
  void aTerminalThatTravelsOnItsBatteryIsCarried() {
    parked().alarm(1 << 8).to(1190, 0, 30);
    assertEquals(List.of(), found("D07"));
    parkedOn(scene, "A2").alarm(1 << 8).to(1300, 500, 30).stand(60);
    assertEquals(List.of("carried"), found("D07"));
  }

  private static Drive parkedOn(Scene scene, String plate) {
    return scene.truck(plate, 200, 500, "22:00:00").stand(600).acc(false).vss(0);
  }

  @Test
  void whoIsTowedDrivesOrIsFittedIsNot() {
    parked().to(2000, 0, 30).stand(60);
    parkedOn(scene, "A2").alarm(1 << 8).acc(true).to(2000, 500, 30).stand(60);
    parkedOn(scene, "A3").alarm(1 << 8).vss(30).to(2000, 500, 30).stand(60);
    parkedOn(scene, "A4").alarm(1 << 8).vss(Double.NaN).to(2000, 500, 30).stand(60);
    assertEquals(List.of(), found("D07"));
    parked().alarm(1 << 8).to(2000, 0, 30).stand(60);
    order(VehicleOrder.Kind.INSTALL, "21:00:00", "23:00:00");
    assertEquals(List.of(), found("D07"));
  }

  @Test
  void anotherPlateAndAnotherCardAreShown() {
    scene.truck("A1", 200, 0, "22:00:00").stand(3600);
    shows(Identity.Kind.REGISTERED_PLATE, "22:05:00", "A1");
    shows(Identity.Kind.ICCID, "22:05:00", "8986001");
    shows(Identity.Kind.DRIVER, "22:06:00", "D7");
    shows(Identity.Kind.ICCID, "22:25:00", "8986001");
    assertEquals(List.of(), found("D07"));
    shows(Identity.Kind.REGISTERED_PLATE, "22:30:00", "B2");
    shows(Identity.Kind.ICCID, "22:40:00", "8986002");
    shows(Identity.Kind.IMEI, "22:40:00", "first");
    assertEquals(List.of("other_plate", "other_card"), found("D07"));
  }

  @Test
  void whileItIsFittedOrExchangedNothingIsWrong() {
    scene.truck("A1", 200, 0, "22:00:00").stand(3600);
    shows(Identity.Kind.IMEI, "22:05:00", "1");
    shows(Identity.Kind.IMEI, "22:25:00", "2");
    shows(Identity.Kind.IMEI, "22:45:00", "2");
    order(VehicleOrder.Kind.INSTALL, "22:20:00", "22:30:00");
    assertEquals(List.of(), found("D07"));
  }

  @Test
  void twoCapturesWithoutATrackAndOneElsewhere() {
    scene.gateOut("A1", at("22:20:00"), null, null).gateOut("A1", at("23:20:00"), null, null);
    Drive d = scene.truck("A1", 6000, 0, "22:00:00").stand(60).reporting(false).stand(6000);
    d.reporting(true).stand(3600);
    assertEquals(List.of(), found("D07"));
    scene.gateOut("A1", at("00:10:00"), null, null);
    assertEquals(List.of("camera"), found("D07"));
  }

  @Test
  void aVehicleThatIsLaidUpNeedNotReport() {
    Drive d = scene.truck("A1", 200, 0, "13:00:00").stand(300);
    d.every(3600).reporting(false).stand(40 * 3600).every(10).reporting(true).stand(60);
    assertEquals(List.of("parked"), found("D01"));
    order(VehicleOrder.Kind.LAID_UP, "13:00:00", "06:00:00");
    // laid up until six the next morning, then silent for less than a day
    assertEquals(List.of(), found("D01"));
    orders.clear();
    order(VehicleOrder.Kind.LAID_UP, "13:00:00", "23:00:00");
    assertEquals(List.of("parked"), found("D01"));
  }
}
