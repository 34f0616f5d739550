package io.qingtu.route.rule;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.track.Switch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: S06, work that begins late, too early, or is complete after its window. */
class EarlyLateRuleTest {
  private static CleaningScene city() {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .requires("S1", Side.FWD, SWEEP, 1, "06:00-08:00");
  }

  private static CleaningScene sweeping(String time) {
    return city().drive("A1", time, 6, 10, ON, 0, -4, 1000, -4);
  }

  private static List<Alert> alerts(CleaningScene scene) {
    return new EarlyLateRule(scene.rules()).judge(scene.turnouts("12:00"), List.of());
  }

  /** The alerts where the sweeper's clock had jumped to a time, for so long. */
  private static List<Alert> jumped(CleaningScene scene, String from, String to) {
    TerminalWatch.Findings terminal =
        new TerminalWatch.Findings(
            null, List.of(), DarkLoads.Tally.NONE, List.of(new Misdated(at(from), at(to))));
    WatchedVehicle sweeper =
        new WatchedVehicle(scene.vehicle("A1"), terminal, List.of(), List.of());
    return new EarlyLateRule(scene.rules()).judge(scene.turnouts("12:00"), List.of(sweeper));
  }

  @Test
  void workThatAWrongClockDatesIsNeitherEarlyNorLate() {
    List<Alert> early = jumped(sweeping("05:20"), "05:19", "05:21");
    assertEquals(List.of(EarlyLateRule.CLOCK), early.stream().map(Alert::reason).toList());
    assertEquals(AlertStatus.SUPPRESSED, early.get(0).status());
    List<Alert> late = jumped(sweeping("06:30"), "06:29", "06:31");
    assertEquals(List.of(EarlyLateRule.CLOCK), late.stream().map(Alert::reason).toList());
    // a jump at another time says nothing of this
    assertEquals("early", jumped(sweeping("05:20"), "05:21", "05:40").get(0).reason());
    assertEquals("late", jumped(sweeping("06:30"), "06:00", "06:29").get(0).reason());
  }

  private static List<String> reasons(CleaningScene scene) {
    return alerts(scene).stream().map(Alert::reason).toList();
  }

  @Test
  void aStartMoreThanTwentyMinutesAfterTheWindowsIsLate() {
    assertEquals(List.of(), alerts(sweeping("06:20")));
    Alert a = alerts(sweeping("06:20:01")).get(0);
    assertEquals("S06", a.rule());
    assertEquals("late", a.reason());
    assertEquals("A1", a.plate());
    assertEquals(1, a.severity());
    assertEquals(at("06:20"), a.start());
    assertEquals(at("06:20:01"), a.decided());
    assertEquals(List.of("S1"), a.segmentIds());
    assertEquals(1201, a.measured());
    assertEquals(1200, a.allowed());
  }

  @Test
  void whoCleansOneRoadAfterTheOtherIsOnTimeAtAll() {
    assertEquals(
        List.of(),
        alerts(
            sweeping("06:10")
                .street("S2", "Next Road", RoadGrade.FIRST, 1000, 0, 2000, 0)
                .requires("S2", Side.FWD, SWEEP, 1, "06:00-08:00")
                .drive("A1", "06:50", 6, 10, ON, 1000, -4, 2000, -4)));
  }

  @Test
  void workThatIsTooFastOrWithTheBrushOffDoesNotBegin() {
    assertEquals(List.of("late"), reasons(beforehand(18, ON)));
    assertEquals(List.of("late"), reasons(beforehand(6, OFF)));
    assertEquals(List.of(), reasons(beforehand(6, ON)));
  }

  /** Drives into the road at 06:08, waits in sight, and sweeps at 06:30. */
  private static CleaningScene beforehand(double kmh, Switch brush) {
    return city()
        .drive("A1", "06:08", kmh, 10, brush, 0, -4, 150, -4)
        .stand("A1", "06:09:30", "06:29:30", 60, OFF, 150, 0)
        .drive("A1", "06:30", 6, 10, ON, 0, -4, 1000, -4);
  }

  @Test
  void whereNobodyCameNothingIsLate() {
    assertEquals(List.of(), alerts(city()));
  }

  @Test
  void workMoreThanTwentyMinutesBeforeTheWindowIsTooEarly() {
    assertEquals(List.of(), alerts(sweeping("05:40")));
    Alert a = alerts(sweeping("05:20")).get(0);
    assertEquals("early", a.reason());
    assertEquals(at("05:20"), a.start());
    assertEquals(2400, a.measured());
    // before the shift opens it is other work
    assertEquals(List.of(), alerts(sweeping("04:45")));
  }

  @Test
  void whatAnEarlierWindowLeftOverIsNotEarlyForTheNext() {
    assertEquals(
        List.of(),
        alerts(
            new CleaningScene()
                .mainRoad()
                .sweeper("A1")
                .requires("S1", Side.FWD, SWEEP, 1, "04:00-05:10")
                .requires("S1", Side.FWD, SWEEP, 1, "06:00-08:00")
                .drive("A1", "04:10", 6, 10, ON, 0, -4, 500, -4)
                .drive("A1", "05:15", 6, 10, ON, 500, -4, 700, -4)
                .drive("A1", "06:05", 6, 10, ON, 0, -4, 1000, -4)));
  }

  @Test
  void passesCompleteSoonAfterTheWindowAreFinishedLate() {
    CleaningScene scene =
        city()
            .drive("A1", "06:10", 6, 10, ON, 0, -4, 500, -4)
            .drive("A1", "07:57", 6, 10, ON, 500, -4, 1000, -4);
    Alert a = alerts(scene).get(0);
    assertEquals("unfinished SWEEP", a.reason());
    assertEquals(2, a.severity());
    assertEquals(at("08:00"), a.start());
    assertEquals(at("08:02"), a.end());
    assertEquals(List.of("S1"), a.segmentIds());
    CleaningScene muchLater =
        city()
            .drive("A1", "07:10", 6, 10, ON, 0, -4, 500, -4)
            .drive("A1", "08:20", 6, 10, ON, 500, -4, 1000, -4);
    assertEquals(List.of("late"), reasons(muchLater));
  }

  @Test
  void rainAtTheBeginningPutsTheStartOff() {
    CleaningScene scene = sweeping("06:50");
    scene.exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "05:00", "06:31");
    assertEquals(List.of(), alerts(scene));
    assertEquals(List.of("late"), reasons(sweeping("06:50")));
  }

  @Test
  void aGapNearTheRoadMayHideTheStart() {
    CleaningScene scene =
        city()
            .drive("A1", "05:58", 20, 10, OFF, -200, 0, -100, 0)
            .drive("A1", "06:40", 6, 10, ON, 600, -4, 1000, -4);
    assertEquals(List.of(), alerts(scene));
  }
}
