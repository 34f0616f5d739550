package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M05, permitted hours 21:00 to 06:00. */
class TimeWindowRuleTest {
  private static final SensorKind[] KIT = {LIFT, WEIGHT};

  /** Leaves the site at a time, drives that many minutes at 30 km/h and tips. */
  private static List<Alert> drive(String exit, int minutes) {
    double way = minutes * 500;
    Scene scene =
        new Scene()
            .place("S1", PlaceKind.SITE, 0, 0, 100)
            .place("D1", PlaceKind.DISPOSAL, way + 100, 0, 100)
            .route("R1", 0, 0, way + 100, 0)
            .permit("P1", "A1", List.of("D1"), List.of("R1"), "21:00-06:00", null);
    String start = java.time.LocalTime.parse(exit).minusMinutes(8).minusSeconds(20).toString();
    Drive d = scene.truck("A1", 0, 0, start, KIT).load().to(130, 0, 30);
    d.to(way + 20, 0, 30).stand(20).lift(io.qingtu.route.track.Lift.UP).stand(30).weight(0);
    d.stand(60).lift(io.qingtu.route.track.Lift.DOWN).stand(120);
    return scene.alerts("M05");
  }

  @Test
  void aTripThatBeganInTimeAndEndsWithinTheTailIsANote() {
    List<Alert> found = drive("05:50:00", 33);
    assertEquals(1, found.size());
    assertEquals(1, found.get(0).severity());
    assertEquals(Scene.at("06:10:00").getEpochSecond(), found.get(0).start().getEpochSecond(), 15);
  }

  @Test
  void aTripThatEndsAfterTheTailIsAViolation() {
    assertEquals(2, drive("05:50:00", 55).get(0).severity());
  }

  @Test
  void leavingAfterTheHoursIsAViolation() {
    List<Alert> found = drive("06:30:00", 20);
    assertEquals(2, found.get(0).severity());
    assertEquals(Scene.at("06:30:00").getEpochSecond(), found.get(0).start().getEpochSecond(), 20);
  }

  @Test
  void eightMinutesEarlyAreGraceAndTwentyAreNot() {
    assertEquals(List.of(), drive("20:52:00", 20));
    assertEquals(2, drive("20:40:00", 30).get(0).severity());
  }

  @Test
  void insideTheHoursNothingIsRaised() {
    assertEquals(List.of(), drive("22:00:00", 20));
  }
}
