package io.qingtu.route.report;

import static io.qingtu.route.report.Scene.WEEK;
import static io.qingtu.route.report.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is registered out of service is not missed. */
class LaidUpTest {
  private final Scene scene = new Scene();

  private DataQuality.Figures city() {
    return scene.report().quality().city();
  }

  @Test
  void aVehicleThatIsLaidUpAllWeekIsNotExpectedOnline() {
    scene.day("A2", 1, 10, 10, 0, 0.9, "HEALTHY").day("A1", 1, 10, 10, 0, 0.9, "HEALTHY");
    assertEquals(new Ratio(2, 3), city().online());
    scene.laidUp("A1", WEEK.start(), WEEK.end());
    assertEquals(new Ratio(1, 2), city().online());
    assertEquals(1, city().laidUp());
    assertEquals(new Ratio(1, 14), city().dailyOnline());
    // three vehicles of seven days, of which one was observed
    assertEquals(new Ratio(20, 21), city().unobservable());
  }

  @Test
  void aMinuteOfServiceIsEnoughToBeExpected() {
    scene.laidUp("A1", WEEK.start(), WEEK.end().minusSeconds(60));
    assertEquals(new Ratio(0, 3), city().online());
    assertEquals(0, city().laidUp());
    // but not on the six days before
    assertEquals(new Ratio(0, 15), city().dailyOnline());
  }

  @Test
  void ordersThatFollowEachOtherAreOne() {
    scene.laidUp("A1", at(3, 0, 0), WEEK.end()).laidUp("A1", Instant.MIN, at(3, 0, 0));
    assertEquals(new Ratio(0, 2), city().online());
  }

  @Test
  void aSpareVehicleIsNotOutOfService() {
    LaidUp none =
        new LaidUp(
            List.of(new VehicleOrder("A1", VehicleOrder.Kind.SPARE, Validity.ALWAYS, "局", "")));
    assertFalse(none.throughout("A1", WEEK));
    assertFalse(none.on("A1", WEEK.first()));
  }

  @Test
  void aSweeperIsNotPlannedOnTheDayOnWhichItIsLaidUp() {
    assertEquals(new Ratio(0, 7), scene.report().cleaning().work().attendance());
    scene.laidUp("S1", at(2, 0, 0), at(3, 0, 0));
    assertEquals(new Ratio(0, 6), scene.report().cleaning().work().attendance());
  }
}
