package io.qingtu.route.rule;

import static io.qingtu.route.plan.Operation.SPRINKLE;
import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static io.qingtu.route.track.Switch.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.CleaningScene;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: S05, on a due segment at 3 to 25 km/h with the brush off for 120 s and 300 m.
 * A depot lies west of the road's beginning, water north of its middle.
 */
class NotOperatingRuleTest {
  private static CleaningScene city() {
    return new CleaningScene()
        .mainRoad()
        .place("K1", PlaceKind.DEPOT, -300, -50, -200, 50)
        .place("W1", PlaceKind.WATER_FILL, 480, 300, 520, 340)
        .sweeper("A1")
        .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
  }

  private static List<Alert> alerts(CleaningScene scene) {
    return Watched.alerts(scene, "A1", NotOperatingRule::new);
  }

  private static CleaningScene fromTheDepot() {
    return city().drive("A1", "06:30", 20, 10, OFF, -250, 0, -30, 0);
  }

  @Test
  void theWholeRoadWithTheBrushUpAndHomeAgainIsNoWork() {
    Alert a =
        alerts(
                fromTheDepot()
                    .drive("A1", "06:31", 10, 10, OFF, 0, -4, 1000, -4)
                    .drive("A1", "06:37:10", 36, 10, OFF, 1000, 4, -250, 4))
            .get(0);
    assertEquals("S05", a.rule());
    assertEquals(3, a.severity());
    assertEquals(at("06:31"), a.start());
    assertEquals(at("06:37"), a.end());
    assertEquals(List.of("S1"), a.segmentIds());
  }

  @Test
  void timeAndWayMustBothBeReached() {
    // 9 km/h: 120 s are 300 m; the data end on the road
    assertEquals(List.of(), alerts(city().drive("A1", "07:00", 9, 1, OFF, 0, 0, 299, 0)));
    assertEquals(1, alerts(city().drive("A1", "07:00", 9, 1, OFF, 0, 0, 302, 0)).size());
    // 18 km/h: 120 s are 600 m
    assertEquals(List.of(), alerts(city().drive("A1", "07:00", 18, 1, OFF, 0, 0, 594, 0)));
    assertEquals(1, alerts(city().drive("A1", "07:00", 18, 1, OFF, 0, 0, 602, 0)).size());
  }

  @Test
  void fasterThanTwentyFiveIsATransferAndUnknownIsNotOff() {
    assertEquals(List.of(), alerts(city().drive("A1", "07:00", 25.5, 10, OFF, 0, 0, 1000, 0)));
    assertEquals(List.of(), alerts(city().drive("A1", "07:00", 10, 10, UNKNOWN, 0, 0, 1000, 0)));
    assertEquals(List.of(), alerts(city().drive("A1", "07:00", 10, 10, ON, 0, 0, 1000, 0)));
  }

  @Test
  void outsideTheWindowOrOnTheOtherSideNothingIsDue() {
    assertEquals(List.of(), alerts(city().drive("A1", "05:50", 10, 10, OFF, 0, 0, 1000, 0)));
    assertEquals(List.of(), alerts(city().drive("A1", "10:00", 10, 10, OFF, 0, 0, 1000, 0)));
    assertEquals(List.of(), alerts(city().drive("A1", "07:00", 10, 10, OFF, 1000, 0, 0, 0)));
  }

  @Test
  void theDirectWayToTheFirstWorkIsATransfer() {
    CleaningScene scene =
        city()
            .street("S2", "Next Road", RoadGrade.FIRST, 1000, 0, 2000, 0)
            .requires("S2", Side.FWD, SWEEP, 1, "06:00-10:00")
            .drive("A1", "06:30", 20, 10, OFF, -250, 0, -30, 0)
            .drive("A1", "06:31", 20, 10, OFF, 0, -4, 1000, -4)
            .drive("A1", "06:34:10", 7, 10, ON, 1006, -4, 1500, -4);
    assertEquals(List.of(), alerts(scene));
  }

  @Test
  void beginningLateOnTheSegmentItselfIsNoTransfer() {
    assertEquals(
        1,
        alerts(
                fromTheDepot()
                    .drive("A1", "06:31", 10, 10, OFF, 0, -4, 600, -4)
                    .drive("A1", "06:34:40", 7, 10, ON, 600, -4, 1000, -4))
            .size());
    // 290 m late
    assertEquals(
        List.of(),
        alerts(
            fromTheDepot()
                .drive("A1", "06:31", 8, 10, OFF, 0, -4, 290, -4)
                .drive("A1", "06:33:20", 7, 10, ON, 295, -4, 1000, -4)));
  }

  @Test
  void offInTheMiddleOfTheWorkIsNoTransfer() {
    assertEquals(
        1,
        alerts(
                fromTheDepot()
                    .drive("A1", "06:31", 7, 10, ON, 0, -4, 200, -4)
                    .drive("A1", "06:32:50", 10, 10, OFF, 205, -4, 800, -4)
                    .drive("A1", "06:36:30", 7, 10, ON, 805, -4, 1000, -4))
            .size());
  }

  @Test
  void theDirectWayToWaterIsATransferAndARoundaboutOneIsNot() {
    assertEquals(
        List.of(),
        alerts(
            fromTheDepot()
                .drive("A1", "06:31", 7, 10, ON, 0, -4, 100, -4)
                .drive("A1", "06:31:55", 10, 10, OFF, 105, -4, 500, -4)
                .drive("A1", "06:34:20", 20, 10, OFF, 500, 0, 500, 320)));
    assertEquals(
        1,
        alerts(
                fromTheDepot()
                    .drive("A1", "06:31", 7, 10, ON, 0, -4, 100, -4)
                    .drive("A1", "06:31:55", 10, 10, OFF, 105, -4, 1000, -4)
                    .drive("A1", "06:37:20", 30, 10, OFF, 1000, 320, 500, 320))
            .size());
  }

  @Test
  void afterWorkTheAlertDoesNotWaitOnceNoWayCanBeDirect() {
    List<Alert> a =
        alerts(
            city()
                .drive("A1", "06:31", 7, 10, ON, 0, -4, 100, -4)
                .drive("A1", "06:32", 10, 10, OFF, 105, -4, 1000, -4)
                .drive("A1", "06:37:30", 10, 10, OFF, 1000, 4, 105, 4));
    assertEquals(1, a.size());
    assertEquals(true, a.get(0).decided().isBefore(at("06:42")));
  }

  @Test
  void standingAtALightNeitherCountsNorBreaks() {
    assertEquals(
        1,
        alerts(
                city()
                    .drive("A1", "07:00", 10, 10, OFF, 0, -4, 200, -4)
                    .fix("A1", at("07:01:20"), 203, -4, 0, -1, OFF)
                    .fix("A1", at("07:02:20"), 203, -4, 0, -1, OFF)
                    .drive("A1", "07:02:30", 10, 10, OFF, 210, -4, 420, -4))
            .size());
  }

  @Test
  void aGapMayHideTheRestOfADirectWay() {
    assertEquals(
        List.of(),
        alerts(
            fromTheDepot()
                .drive("A1", "06:31", 10, 10, OFF, 0, -4, 500, -4)
                .drive("A1", "06:50", 30, 10, OFF, 900, 0, 1000, 0)));
  }

  @Test
  void anExemptSegmentIsNotDue() {
    assertEquals(
        List.of(),
        alerts(
            city()
                .exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "06:50", "07:30")
                .drive("A1", "07:00", 10, 10, OFF, 0, 0, 1000, 0)));
  }

  @Test
  void aVehicleOfAnotherKindIsNotAskedForSweeping() {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .vehicle("A1", VehicleKind.SPRINKLER, SensorKind.PUMP)
            .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00")
            .requires("S1", Side.FWD, SPRINKLE, 1, "12:00-14:00");
    assertEquals(List.of(), alerts(scene.drive("A1", "07:00", 10, 10, OFF, 0, 0, 1000, 0)));
  }
}
