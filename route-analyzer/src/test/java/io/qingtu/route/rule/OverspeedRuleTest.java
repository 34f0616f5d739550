package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M08, faster than road and load allow. */
class OverspeedRuleTest {
  private final Scene scene = new Scene().segment("E1", 50, false, 0, 0, 9000, 0);

  private Drive truck() {
    return scene.truck("A1", 0, 0, "10:00:00", WEIGHT).stand(120);
  }

  private List<Alert> found() {
    return scene.alerts("M08");
  }

  @Test
  void eightPercentAreTolerated() {
    truck().to(900, 0, 54).stand(30);
    assertEquals(List.of(), found());
  }

  @Test
  void threeFixesAtFiftySixAreAViolation() {
    truck().every(6).to(300, 0, 56).to(1500, 0, 45);
    Alert a = found().get(0);
    assertEquals(2, a.severity());
    assertEquals(56, a.measured());
    assertEquals(50, a.allowed());
    assertEquals(List.of("E1"), a.segmentIds());
    assertEquals(a.start().plusSeconds(12), a.decided());
  }

  @Test
  void twoFixesSufficeOnlyWhereFixesAreRare() {
    truck().to(300, 0, 60).to(1500, 0, 45);
    assertEquals(List.of(), found());
    Scene sparse = new Scene().segment("E1", 50, false, 0, 0, 9000, 0);
    sparse
        .truck("A1", 0, 0, "10:00:00", WEIGHT)
        .stand(120)
        .every(15)
        .to(499, 0, 60)
        .to(1500, 0, 45);
    assertEquals(1, sparse.alerts("M08").size());
  }

  @Test
  void aSingleFastFixIsNone() {
    truck().to(1000, 0, 45).blip(90).to(2000, 0, 45);
    assertEquals(List.of(), found());
  }

  @Test
  void theRecorderIsBelievedWhereItIsSlower() {
    truck().vss(48).to(2000, 0, 62);
    assertEquals(List.of(), found());
  }

  @Test
  void halfAsFastAgainIsSerious() {
    truck().to(2000, 0, 76);
    assertEquals(3, found().get(0).severity());
  }

  @Test
  void theFasterRoadOverheadCounts() {
    scene.segment("V", 80, false, 0, 20, 9000, 20);
    truck().to(2000, 0, 66);
    assertEquals(List.of(), found());
    Scene apart = new Scene().segment("E1", 50, false, 0, 0, 9000, 0);
    apart.segment("V", 80, false, 0, 40, 9000, 40);
    apart.truck("A1", 0, 0, "10:00:00", WEIGHT).to(2000, 0, 66);
    assertEquals(1, apart.alerts("M08").size());
  }

  @Test
  void aLoadedTruckIsSlowerOnAnExpressway() {
    Scene fast = new Scene().segment("X", 80, false, 0, 0, 9000, 0);
    fast.truck("A1", 0, 0, "10:00:00", WEIGHT).stand(120).to(3000, 0, 70);
    assertEquals(List.of(), fast.alerts("M08"));
    Scene loaded = new Scene().segment("X", 80, false, 0, 0, 9000, 0);
    loaded.truck("A1", 0, 0, "10:00:00", WEIGHT).weight(15).stand(120).to(3000, 0, 70);
    assertEquals(60, loaded.alerts("M08").get(0).allowed());
  }

  @Test
  void halfAMinuteAfterAGapIsNotJudged() {
    truck()
        .to(1000, 0, 45)
        .reporting(false)
        .stand(200)
        .reporting(true)
        .to(1350, 0, 60)
        .to(3000, 0, 45);
    assertEquals(List.of(), found());
  }
}
