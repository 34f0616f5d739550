package io.qingtu.route.rule;

import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: D11, a terminal's clock that is wrong, and what then becomes of M05. */
class ClockRuleTest {
  private final Scene scene = Scene.haul();

  @ParameterizedTest
  @ValueSource(longs = {-600, -62, 63, 900})
  void anHourOfWrongTimesIsAWrongClock(long ahead) {
    scene.truck("A1", 200, 0, "22:00:00").clock(ahead).stand(3700).clock(0).stand(7200);
    List<Alert> found = scene.alerts("D11");
    assertEquals(1, found.size());
    assertEquals(at("22:00:00"), found.get(0).start());
    assertEquals(at("23:00:00"), found.get(0).decided());
    assertEquals(1, found.get(0).severity());
    assertEquals(AlertStatus.ENDED, found.get(0).status());
    assertEquals(ahead - 1, found.get(0).measured());
  }

  @ParameterizedTest
  @ValueSource(longs = {-59, 61})
  void aMinuteIsTolerated(long ahead) {
    scene.truck("A1", 200, 0, "22:00:00").clock(ahead).stand(7200);
    assertEquals(List.of(), scene.alerts("D11"));
  }

  @Test
  void halfAnHourBackFillAndScatteredDelaysAreNoClock() {
    scene.truck("A1", 200, 0, "22:00:00").stand(2400).clock(-300).stand(1700).clock(0).stand(900);
    scene.truck("A2", 0, 500, "22:00:00").delayed(Duration.ofMinutes(10)).stand(7200);
    Drive late = scene.truck("A3", 0, 900, "22:00:00");
    for (int i = 0; i < 720; i++) {
      late.clock(-70 - 97L * i % 600).stand(10);
    }
    assertEquals(List.of(), scene.alerts("D11"));
  }

  @Test
  void hoursOfTheDayThenGoByTheServersClock() {
    scene.permit("P1", "A1", List.of("D1"), List.of(), "21:00-06:00", null);
    Drive d = scene.truck("A1", 0, 0, "03:00:00", SensorKind.WEIGHT).clock(-3000).stand(7200);
    d.stand(3000).load(); // leaves at 05:58 by the server's clock, 05:08 by its own
    d.stand(2400).to(6000, 0, 30);
    Alert a = scene.alerts("M05").get(0);
    assertEquals(Grade.C, a.grade());
    Scene right = Scene.haul();
    right.permit("P1", "A1", List.of("D1"), List.of(), "21:00-06:00", null);
    right.truck("A1", 0, 0, "03:00:00", SensorKind.WEIGHT).stand(7200).load().to(6000, 0, 30);
    assertEquals(List.of(), right.alerts("M05"));
  }
}
