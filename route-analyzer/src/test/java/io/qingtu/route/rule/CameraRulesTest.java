package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.qingtu.route.VehicleAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.camera.CameraMatch;
import io.qingtu.route.camera.Capture;
import io.qingtu.route.camera.Capture.Outcome;
import io.qingtu.route.camera.GateTrack;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: B3, M06e and P07, gate cameras against tracks. */
class CameraRulesTest {
  private static final String TRUCK = "鲁GB0815";

  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit(TRUCK);

  private void trip(String plate) {
    scene.truck(plate, 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip().to(0, 0, 40);
  }

  private List<String> standing() {
    return scene.run().alerts().stream().filter(Alert::stands).map(Alert::rule).toList();
  }

  /** The truck leaves S1 at about 22:08:20. */
  private Instant exit() {
    return scene.run().trips().get(0).outTime();
  }

  private Capture only() {
    RuleSet rules = scene.rules();
    List<GateTrack> tracks = rules.plan().vehicles().stream().map(v -> gates(rules, v)).toList();
    return new CameraMatch(rules.plan().gateEvents(), tracks, rules.parameters()).captures().get(0);
  }

  private GateTrack gates(RuleSet rules, Vehicle vehicle) {
    VehicleAnalysis analysis = new VehicleAnalysis(rules, vehicle);
    scene.positions().filter(p -> p.plate().equals(vehicle.plate())).forEach(analysis::accept);
    return analysis.findings().gates();
  }

  @Test
  void aPlateReadRightAtTheRightTimeIsMatched() {
    trip(TRUCK);
    scene.gate("C1", "S1", false, exit().plusSeconds(10), TRUCK);
    assertEquals(Outcome.MATCHED, only().outcome());
    assertEquals(1, only().score(), 1e-9);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void oneThatIsMisreadIsMatchedByItsTrack() {
    trip(TRUCK);
    scene.gate("C1", "S1", false, exit().plusSeconds(20), "鲁G8O815");
    assertEquals(TRUCK, only().plate());
    assertNotEquals(Outcome.UNREGISTERED, only().outcome());
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void oneConfusionWithTheTrackThereIsAMatchAndWithoutIsAQuestion() {
    trip(TRUCK);
    scene.gate("C1", "S1", false, exit().plusSeconds(20), "鲁GB08I5");
    assertEquals(Outcome.MATCHED, only().outcome());
    Scene away = Scene.haul();
    away.truck(TRUCK, 3000, 0, "22:00:00").stand(1200);
    away.gate("C1", "S1", false, at("22:08:00"), "鲁GB08I5");
    assertEquals(List.of(), away.codes());
  }

  @Test
  void aMisreadCaptureAtTheExitTellsTheLoadAllTheSame() {
    scene.truck(TRUCK, 0, 0, "22:00:00").load().to(6000, 0, 40).stand(240).to(3000, 0, 40);
    assertEquals(1, scene.run().trips().size());
    scene.gateOut("鲁GB08I5", at("22:08:40"), false, true);
    assertEquals(0, scene.run().trips().size());
  }

  @Test
  void aRegisteredPlateWithoutATrackIsSeenByTheCameraOnly() {
    scene.truck(TRUCK, 3000, 0, "22:00:00").stand(1200);
    scene.gate("C1", "S1", false, at("22:08:00"), TRUCK);
    assertEquals(Outcome.CAMERA_ONLY, only().outcome());
    assertEquals(List.of(), scene.alerts("M06e"));
  }

  @Test
  void aPlateThatNobodyHasIsUnregistered() {
    trip(TRUCK);
    scene.gate("C1", "S1", false, at("22:10:00"), "鲁GX9999");
    scene.gate("C1", "S1", true, at("22:02:00"), "鲁GX9999");
    Alert a = scene.alerts("M06e").get(0);
    assertEquals(List.of("M06e"), scene.codes());
    assertEquals("鲁GX9999", a.plate());
    assertEquals("S1", a.placeId());
    assertEquals(3, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(at("22:02:00"), a.start());
    assertEquals(at("22:10:00"), a.end());
  }

  @Test
  void twoCamerasThatAgreeAreCertain() {
    trip(TRUCK);
    scene.gate("C1", "S1", false, at("22:10:00"), "鲁GX9999");
    scene.gate("C2", "S1", false, at("22:10:05"), "鲁GX9999");
    assertEquals(Grade.A, scene.alerts("M06e").get(0).grade());
  }

  @Test
  void aCameraThatReadsManyUnknownPlatesIsDoubtedFirst() {
    trip(TRUCK);
    for (int i = 0; i < 10; i++) {
      String plate = i < 2 ? "鲁GX777" + i : TRUCK;
      scene.gate("C1", "S1", false, at("20:00:00").plusSeconds(60 * i), plate);
    }
    assertEquals(AlertStatus.ENDED, scene.alerts("M06e").get(0).status());
    scene.gate("C1", "S1", false, at("20:30:00"), "鲁GX7779");
    assertEquals(AlertStatus.SUPPRESSED, scene.alerts("M06e").get(0).status());
  }

  @Test
  void aReadingThatTheCameraItselfDoubtsIsNone() {
    trip(TRUCK);
    scene.gate("C1", "S1", false, at("22:10:00"), "");
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void onePlateAtTwoPlacesAtOnceIsACopy() {
    trip(TRUCK);
    scene.gate("C1", "S1", false, exit().plusSeconds(20), TRUCK);
    scene.gate("C5", "D1", true, exit().plusSeconds(80), TRUCK);
    Alert a = scene.alerts("P07").get(0);
    assertEquals(List.of("P07"), standing());
    assertEquals("cloned_plate", scene.alerts("D06").get(0).reason());
    assertEquals(Grade.A, a.grade());
    assertEquals(TRUCK, a.plate());
  }

  @Test
  void aCameraFarFromTheTrackAloneLeavesTheTrackInDoubt() {
    scene.truck(TRUCK, 3000, 0, "22:00:00").stand(1200);
    scene.gate("C1", "S1", false, at("22:08:00"), TRUCK);
    assertEquals(List.of("D06"), standing());
  }

  @Test
  void aFastDriveAndClocksThatAreOffAreNoCopy() {
    trip(TRUCK);
    // 5,900 m in 177 s are 120 km/h; two clocks may be 30 s off each
    scene.gate("C1", "S1", false, exit(), TRUCK);
    scene.gate("C5", "D1", true, exit().plusSeconds(117), TRUCK);
    assertEquals(List.of(), scene.alerts("P07"));
    scene.gate("C6", "D1", true, exit().plusSeconds(116), TRUCK);
    assertEquals(1, scene.alerts("P07").size());
  }

  @Test
  void twoCamerasAtOneGateAreNoCopy() {
    trip(TRUCK);
    scene.place("S2", PlaceKind.SITE, 300, 0, 100);
    scene
        .gate("C1", "S1", false, at("22:30:00"), TRUCK)
        .gate("C9", "S2", false, at("22:30:01"), TRUCK);
    assertEquals(List.of(), scene.alerts("P07"));
  }

  private void twelveTrips(int clockSeconds, int pictures) {
    for (int i = 0; i < 12; i++) {
      String plate = String.format("鲁GA1%02d5", i);
      scene.permit(plate);
      scene.truck(plate, 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    }
    Instant exit = exit();
    for (int i = 0; i < pictures; i++) {
      String plate = String.format("鲁GA1%02d5", i);
      scene.gate("C1", "S1", false, exit.plusSeconds(clockSeconds), plate);
    }
  }

  @Test
  void aClockThatIsHalfAMinuteOffIsTolerated() {
    twelveTrips(30, 12);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void aClockFiveMinutesOffIsANoteAndStillMatched() {
    twelveTrips(300, 12);
    Alert a = scene.alerts("B3").get(0);
    assertEquals(List.of("B3"), standing());
    assertEquals("clock C1", a.reason());
    assertEquals(300, a.measured(), 10);
    assertEquals(Outcome.MATCHED, only().outcome());
  }

  @Test
  void aCameraThatMissesEveryFourthTruckIsAtFault() {
    twelveTrips(10, 9);
    assertEquals(List.of("B3"), scene.codes());
    assertEquals("unseen C1", scene.alerts("B3").get(0).reason());
  }

  @Test
  void aCameraThatMissesEverySixthIsNot() {
    twelveTrips(10, 10);
    assertEquals(List.of(), scene.codes());
  }
}
