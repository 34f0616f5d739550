package io.qingtu.route.datum;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: C12, a terminal that reports in GCJ-02 (528 m east, 51 m north). */
class DeviceSentinelTest {
  private final Scene scene = new Scene();

  /** A loaded drive for 15 km along streets that lie so much west and south of what it reports. */
  private void drive(double east, double north) {
    scene.place("S1", PlaceKind.SITE, 0, 0, 100).route("R1", 0, -2000, 0, -9000).permit("A1");
    var d = scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().every(5);
    double x = 0;
    double y = 0;
    for (int block = 0; block < 15; block++) {
      double toX = x + (block % 2 == 0 ? 1000 : 0);
      double toY = y + (block % 2 == 0 ? 0 : 1000);
      scene.segment("B" + block, 60, false, x - east, y - north, toX - east, toY - north);
      d.to(toX, toY, 40);
      x = toX;
      y = toY;
    }
  }

  @Test
  void itsDeviationsAreHeldBackAndItsDaysMarked() {
    drive(528, 51);
    List<Alert> found = scene.alerts("M04");
    assertEquals(AlertStatus.SUPPRESSED, found.get(0).status());
    assertEquals(DeviceSentinel.REASON, found.get(0).reason());
    assertEquals("GCJ-02", scene.run().quality().get(0).sensorHealth().get("datum"));
  }

  @Test
  void aTerminalOnTheRoadsIsBelieved() {
    drive(0, 0);
    assertTrue(scene.alerts("M04").get(0).stands());
    assertEquals(null, scene.run().quality().get(0).sensorHealth().get("datum"));
  }

  @Test
  void anotherOffsetIsNoDatum() {
    drive(-528, -51);
    assertTrue(scene.alerts("M04").get(0).stands());
  }
}
