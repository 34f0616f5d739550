package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: D02, main power that is cut, or low before a silence. */
class PowerCutRuleTest {
  private static final int LOW = 1 << 7;
  private static final int CUT = 1 << 8;

  private final Scene scene = Scene.haul();
  private final Drive truck = scene.truck("A1", 200, 0, "10:00:00").to(1000, 0, 40);

  /** Low as the last thing that was heard, then nothing for so long, then well again. */
  private Instant fallSilent(int seconds) {
    truck.alarm(LOW).stand(10);
    Instant low = truck.now();
    truck.reporting(false).stand(seconds - 10).alarm(0).reporting(true).stand(180);
    return low;
  }

  @Test
  void lowPowerBeforeASilenceIsACut() {
    Instant low = fallSilent(600);
    Alert a = scene.alerts("D02").get(0);
    assertEquals(low, a.start());
    assertEquals(low.plusSeconds(600), a.decided());
    assertEquals(low.plusSeconds(600), a.end());
    assertEquals(AlertStatus.ENDED, a.status());
  }

  @Test
  void lowPowerBeforeAShorterSilenceIsNone() {
    fallSilent(590);
    assertEquals(List.of(), scene.alerts("D02"));
  }

  @Test
  void aCutEndsWhereTheFlagHasBeenGoneForAMinute() {
    truck.alarm(CUT).stand(30).alarm(0).stand(50).alarm(CUT).stand(30);
    Instant last = truck.now();
    truck.alarm(0).stand(180);
    assertEquals(1, scene.alerts("D02").size());
    assertEquals(last.plusSeconds(10), scene.alerts("D02").get(0).end());
  }

  @Test
  void aSecondCutEndsByItselfAndNotWhereTheFirstDid() {
    fallSilent(700);
    truck.stand(7200);
    Instant low = fallSilent(700);
    List<Alert> both = scene.alerts("D02");
    assertEquals(2, both.size());
    assertEquals(low, both.get(1).start());
    assertEquals(low.plusSeconds(700), both.get(1).end());
  }
}
