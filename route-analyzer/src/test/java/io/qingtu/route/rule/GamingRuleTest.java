package io.qingtu.route.rule;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.track.Switch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: S16, the same metres again and again. */
class GamingRuleTest {
  private static CleaningScene city() {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .sweeper("A2")
        .requires("S1", Side.FWD, SWEEP, 3, "06:00-10:00");
  }

  /** So many laps: eastward with the brush down, back with it up; one begins every 12 minutes. */
  private static CleaningScene laps(int laps, Switch back) {
    return laps(city(), laps, back);
  }

  private static CleaningScene laps(CleaningScene scene, int laps, Switch back) {
    for (int i = 0; i < laps; i++) {
      String hour = (6 + 12 * i / 60) + ":";
      scene.drive("A1", hour + 12 * i % 60, 12, 10, ON, 0, -4, 1000, -4);
      scene.drive("A1", hour + (12 * i % 60 + 6), 15, 10, back, 1000, 4, 0, 4);
    }
    return scene;
  }

  private static List<Alert> alerts(CleaningScene scene) {
    return new GamingRule(scene.rules()).judge(scene.vehicle("A1"), scene.record("A1"));
  }

  @Test
  void threeRepeatsInAShiftAreAPatternAndTwoAreNot() {
    assertEquals(List.of(), alerts(laps(3, OFF)));
    Alert a = alerts(laps(4, OFF)).get(0);
    assertEquals("S16", a.rule());
    assertEquals("repeated", a.reason());
    assertEquals(2, a.severity());
    assertEquals(3, a.measured());
    assertEquals(at("06:00"), a.start());
    assertEquals(at("06:41"), a.decided());
    assertEquals(List.of("S1"), a.segmentIds());
  }

  @Test
  void streetsOfOneShiftAreOneAlertFromTheFirstLapToTheLast() {
    CleaningScene scene = city().street("S2", "Lane", RoadGrade.LANE, 0, 900, 600, 900);
    laps(scene, 4, OFF);
    for (int i = 0; i < 5; i++) {
      scene.drive("A1", "08:" + 8 * i, 12, 10, ON, 0, 896, 600, 896);
      scene.drive("A1", "08:" + (8 * i + 4), 12, 10, OFF, 600, 904, 0, 904);
    }
    assertEquals(1, alerts(scene).size());
    Alert a = alerts(scene).get(0);
    assertEquals(List.of("S1", "S2"), a.segmentIds());
    assertEquals(at("06:00"), a.start());
    assertEquals(at("06:41"), a.decided());
    assertEquals(at("08:35"), a.end());
    assertEquals(4, a.measured());
  }

  @Test
  void aSideIsASegmentOfItsOwn() {
    // two repeats on each side are not four
    assertEquals(List.of(), alerts(laps(3, ON)));
    assertEquals(3, alerts(laps(4, ON)).get(0).measured());
    assertEquals(List.of("S1"), alerts(laps(4, ON)).get(0).segmentIds());
  }

  @Test
  void turningBehindTheEndOfAStreetIsNoLapOfTheNext() {
    CleaningScene scene = city().street("S2", "Main Road", RoadGrade.FIRST, 1000, 0, 2000, 0);
    for (int i = 0; i < 3; i++) {
      String hour = (6 + 12 * i / 60) + ":";
      scene.drive("A1", hour + 12 * i % 60, 12, 10, ON, 0, -4, 1040, -4);
      scene.drive("A1", hour + (12 * i % 60 + 6), 15, 10, ON, 1040, 4, 0, 4);
    }
    assertEquals(List.of(), alerts(scene));
  }

  @Test
  void noneOfItCounts() {
    PassResult r = laps(4, OFF).judge("12:00").get(0);
    assertEquals(1, r.done(), "laps less than ten minutes apart are one run");
  }

  @Test
  void bothSidesOnceAndPassesAtTheirDistanceAreHonestWork() {
    CleaningScene honest = city();
    for (int i = 0; i < 4; i++) {
      String hour = 6 + 2 * i + ":";
      honest.drive("A1", hour + "00", 7, 10, ON, 0, -4, 1000, -4);
      honest.drive("A1", hour + "10", 7, 10, ON, 1000, 4, 0, 4);
    }
    assertEquals(List.of(), alerts(honest));
  }

  @Test
  void aConvoyIsNobodysGame() {
    CleaningScene convoy = city();
    for (int i = 0; i < 2; i++) {
      convoy.drive("A1", 6 + i + ":00", 6, 10, ON, 0, -4, 1000, -4);
      convoy.drive("A2", 6 + i + ":03", 6, 10, ON, 0, -4, 1000, -4);
    }
    assertEquals(List.of(), alerts(convoy));
  }

  @Test
  void theRestAfterARefillIsNoRepeat() {
    CleaningScene parts = city();
    for (int i = 0; i < 5; i++) {
      parts.drive("A1", "06:" + (10 + 5 * i), 6, 10, ON, 200 * i, -4, 200 * i + 200, -4);
    }
    assertEquals(List.of(), alerts(parts));
  }

  /** Back and forth on so many metres, so many times, turning at once. */
  private static CleaningScene shuttle(double metres, int times) {
    CleaningScene scene = city();
    long step = Math.round(metres / 2 + 20);
    for (int i = 0; i < times; i++) {
      long second = 2 * step * i;
      String there = "06:" + second / 60 + ":" + second % 60;
      long turned = second + step;
      String back = "06:" + turned / 60 + ":" + turned % 60;
      scene.drive("A1", there, 7.2, 5, ON, 300, -4, 300 + metres, -4);
      scene.drive("A1", back, 7.2, 5, ON, 300 + metres, 4, 300, 4);
    }
    return scene;
  }

  @Test
  void backAndForthOnTwoHundredMetresIsAGame() {
    Alert a = alerts(shuttle(190, 4)).get(0);
    assertEquals("back_and_forth", a.reason());
    assertEquals(List.of(), alerts(shuttle(190, 2)));
    assertEquals(List.of(), alerts(shuttle(230, 4)));
  }

  @Test
  void anotherShiftBeginsAtNothing() {
    CleaningScene scene = city().street("S2", "Lane", RoadGrade.LANE, 0, 500, 100, 500);
    for (int day = 0; day < 2; day++) {
      for (int i = 0; i < 3; i++) {
        String hour = 24 * day + 6 + ":";
        scene.drive("A1", hour + 12 * i, 12, 10, ON, 0, -4, 1000, -4);
        scene.drive("A1", hour + (12 * i + 6), 15, 10, OFF, 1000, 4, 0, 4);
      }
    }
    assertEquals(List.of(), alerts(scene));
  }
}
