package io.qingtu.route;

import static io.qingtu.route.plan.SensorKind.COVER;
import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchAnalysisTest {
  private static Scene busyNight() {
    Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1").permit("A2");
    Drive a = scene.truck("A1", 0, 0, "22:00:00", COVER, LIFT, WEIGHT).load();
    a.to(1000, 0, 40).cover(Cover.OPEN).to(3000, 0, 70).cover(Cover.CLOSED).to(3000, 400, 30);
    a.delayed(Duration.ofHours(1)).to(5000, 400, 30).delayed(Duration.ofSeconds(2));
    a.to(5000, 0, 30).to(6000, 0, 40).tip().to(0, 0, 50).load().to(4000, 0, 40).tip();
    Drive b = scene.truck("A2", 0, 0, "22:05:00").load().to(4000, 0, 40).stand(300);
    b.to(0, 0, 40).stand(300).reporting(false).stand(900).reporting(true).stand(60);
    return scene;
  }

  @Test
  void everyOrderAndAnyRepetitionGiveTheSameAlertsAndTrips() {
    Scene scene = busyNight();
    Ledger sorted = scene.run();
    assertFalse(sorted.alerts().isEmpty());
    for (int seed = 1; seed <= 5; seed++) {
      List<Position> shuffled = new ArrayList<>(scene.positions().toList());
      Random random = new Random(seed);
      for (int i = 0; i < 100; i++) {
        shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
      }
      Collections.shuffle(shuffled, random);
      Ledger other = BatchAnalysis.run(scene.rules(), shuffled);
      assertEquals(sorted.alerts(), other.alerts(), "seed " + seed);
      assertEquals(sorted.trips(), other.trips(), "seed " + seed);
    }
  }

  @Test
  void oneVehicleAloneFindsWhatItFindsAmongOthers() {
    Scene scene = busyNight();
    List<Position> alone = scene.positions().filter(p -> p.plate().equals("A2")).toList();
    List<Alert> among = scene.run().alerts().stream().filter(a -> a.plate().equals("A2")).toList();
    assertEquals(among, BatchAnalysis.run(scene.rules(), alone).alerts());
  }

  @Test
  void theAlertsReturnedStepByStepAreThoseOfTheEnd() {
    Scene scene = busyNight();
    RuleSet rules = scene.rules();
    VehicleAnalysis analysis = new VehicleAnalysis(rules, rules.plan().vehicles().get(0));
    Map<String, Alert> live = new HashMap<>();
    List<Position> own = scene.positions().filter(p -> p.plate().equals("A1")).toList();
    for (Position p : own) {
      analysis.accept(p).forEach(a -> live.put(a.key(), a));
    }
    analysis.finish(own.get(own.size() - 1).fixTime()).forEach(a -> live.put(a.key(), a));
    Map<String, Alert> found = new HashMap<>();
    analysis.findings().alerts().forEach(a -> found.put(a.key(), a));
    assertEquals(found, live);
  }

  @Test
  void repeatedRecordsAreCountedAndDropped() {
    Scene scene = busyNight();
    List<Position> twice = new ArrayList<>(scene.positions().toList());
    int records = twice.size();
    twice.addAll(scene.positions().toList());
    Ledger ledger = BatchAnalysis.run(scene.rules(), twice);
    long received = ledger.quality().stream().mapToLong(q -> q.received()).sum();
    long same = ledger.quality().stream().mapToLong(q -> q.dropped().get("C04")).sum();
    assertEquals(2 * records, received);
    assertEquals(records, same);
  }

  @Test
  void aPlateThatNoVehicleFileKnowsIsRefused() {
    Scene scene = busyNight();
    RuleSet nobody = Scene.haul().rules();
    List<Position> positions = scene.positions().toList();
    assertThrows(IllegalArgumentException.class, () -> BatchAnalysis.run(nobody, positions));
  }

  @Test
  void waybillsAreMatchedWithTheirTrips() {
    Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1").permit("A2").permit("A3");
    Drive fits = scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load();
    scene.waybill("W1", "A1", fits.now(), fits.to(6000, 0, 40).now());
    fits.tip();
    Drive late = scene.truck("A2", 0, 0, "22:00:00", LIFT, WEIGHT).load();
    scene.waybill("W2", "A2", late.now(), late.to(6000, 0, 40).now().plusSeconds(7300));
    late.tip();
    scene.truck("A3", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    assertEquals(
        List.of("MATCHED", "LATE_ACCEPT", "NO_WAYBILL"),
        scene.run().trips().stream().map(Trip::waybillMatch).toList());
  }

  @Test
  void aWaybillOfATripThatWasHardlySeenIsUnobserved() {
    Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    Drive d = scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load();
    Instant out = d.now();
    d.to(3000, 0, 40).reporting(false).stand(1500).reporting(true).to(6000, 0, 40);
    scene.waybill("W1", "A1", out, d.now());
    d.tip();
    assertEquals("UNOBSERVED", scene.run().trips().get(0).waybillMatch());
  }

  @Test
  void aTripIsNamedByPlateAndTimeAndMeasured() {
    Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip();
    Trip t = scene.run().trips().get(0);
    assertEquals("A1-20261103T220820", t.id());
    assertEquals("P-A1", t.permitId());
    assertEquals("D1", t.endPlaceId());
    assertEquals(5850, t.distanceMetres(), 150);
    assertEquals(40, t.maxSpeedKmh());
    assertEquals(1, t.observedShare());
    assertEquals("", t.waybillMatch());
  }
}
