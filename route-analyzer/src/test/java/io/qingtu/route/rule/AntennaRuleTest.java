package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: D03, an antenna that is off or short-circuited. */
class AntennaRuleTest {
  private final Scene scene = Scene.haul();
  private final Drive truck = scene.truck("A1", 200, 0, "10:00:00").to(1000, 0, 40);

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void thirtySecondsOfTheFlagAreAFault(int bit) {
    truck.alarm(1 << bit);
    Instant first = truck.now().plusSeconds(10);
    truck.stand(40).alarm(0).stand(60);
    Alert a = scene.alerts("D03").get(0);
    assertEquals(first, a.start());
    assertEquals(first.plusSeconds(30), a.decided());
    assertEquals(first.plusSeconds(40), a.end());
    assertEquals(2, a.severity());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void aShorterFlagAndSingleBlipsAreNone() {
    truck.alarm(1 << 5).stand(30).alarm(0).stand(60);
    for (int i = 0; i < 5; i++) {
      truck.alarm(1 << 5).stand(10).alarm(0).stand(10);
    }
    assertEquals(List.of(), scene.alerts("D03"));
  }

  @Test
  void otherFlagsAreOtherRules() {
    truck.alarm(1 << 4 | 1 << 7).stand(120).alarm(0).stand(60);
    assertEquals(List.of(), scene.alerts("D03"));
  }

  @Test
  void aFlagOnBothSidesOfAGapHasNotBeenSeenToLast() {
    truck.alarm(1 << 5).stand(10).reporting(false).stand(300).reporting(true);
    truck.stand(10).alarm(0).stand(60);
    assertEquals(List.of(), scene.alerts("D03"));
  }

  @Test
  void aFaultThatComesBackSoonIsTheSame() {
    truck.alarm(1 << 5).stand(60).alarm(0).stand(120).alarm(1 << 5).stand(60);
    assertEquals(1, scene.alerts("D03").size());
    assertEquals(AlertStatus.OPEN, scene.alerts("D03").get(0).status());
  }
}
