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
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.VehicleOrder.Kind;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.track.Switch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: S08 idling, S09 long stops, S11 vehicles that do not set out. */
class DutyRulesTest {
  private static CleaningScene city() {
    return new CleaningScene()
        .mainRoad()
        .place("K1", PlaceKind.DEPOT, -300, -50, -200, 50)
        .place("W1", PlaceKind.WATER_FILL, 480, 300, 520, 340)
        .sweeper("A1")
        .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
  }

  private static List<Alert> idling(String from, String to, Switch brush, double x, double y) {
    return Watched.alerts(city().stand("A1", from, to, 30, brush, x, y), "A1", IdleRule::new);
  }

  @Test
  void tenMinutesWithTheEngineRunningAreIdling() {
    assertEquals(List.of(), idling("07:00", "07:09:30", OFF, 500, 0));
    Alert a = idling("07:00", "07:12", OFF, 500, 0).get(0);
    assertEquals("S08", a.rule());
    assertEquals(1, a.severity());
    assertEquals(at("07:00"), a.start());
    assertEquals(at("07:10"), a.decided());
    assertEquals(at("07:12"), a.end());
    assertEquals(720, a.measured());
    assertEquals(600, a.allowed());
  }

  @Test
  void atWorkWithUnknownSensorsAtWaterOrInTheDepotItIsNone() {
    assertEquals(List.of(), idling("07:00", "07:30", ON, 500, 0));
    assertEquals(List.of(), idling("07:00", "07:30", UNKNOWN, 500, 0));
    assertEquals(List.of(), idling("07:00", "07:30", OFF, 500, 320));
    assertEquals(List.of(), idling("07:00", "07:30", OFF, -250, 0));
  }

  @Test
  void withTheEngineOffItIsNone() {
    CleaningScene parked = city().ignition(false).stand("A1", "07:00", "07:30", 60, OFF, 500, 0);
    assertEquals(List.of(), Watched.alerts(parked, "A1", IdleRule::new));
  }

  @Test
  void theIdleTimesOfAShiftAreOneNote() {
    CleaningScene scene =
        city()
            .stand("A1", "07:00", "07:11", 30, OFF, 500, 0)
            .drive("A1", "07:11:30", 20, 10, OFF, 500, 0, 900, 0)
            .stand("A1", "07:20", "07:25", 30, OFF, 900, 0)
            .drive("A1", "07:25:30", 20, 10, OFF, 900, 0, 500, 0)
            .stand("A1", "08:00", "08:10", 30, OFF, 500, 0);
    List<Alert> a = Watched.alerts(scene, "A1", IdleRule::new);
    assertEquals(1, a.size());
    assertEquals(660 + 600, a.get(0).measured());
    assertEquals(at("08:10"), a.get(0).end());
    scene.stand("A1", "31:00", "31:10", 30, OFF, 500, 0);
    assertEquals(2, Watched.alerts(scene, "A1", IdleRule::new).size());
  }

  @Test
  void aGapAddsNothing() {
    CleaningScene scene =
        city()
            .stand("A1", "07:00", "07:06", 30, OFF, 500, 0)
            .stand("A1", "07:10", "07:16", 30, OFF, 500, 0);
    assertEquals(List.of(), Watched.alerts(scene, "A1", IdleRule::new));
  }

  private static List<Alert> stops(CleaningScene scene) {
    return Watched.alerts(scene, "A1", LongStopRule::new);
  }

  private static CleaningScene after(CleaningScene scene, String time) {
    return scene.drive("A1", time, 20, 10, OFF, 500, 0, 900, 0);
  }

  @Test
  void theFirstLongStayIsTheMealBreakAndTheSecondIsLong() {
    CleaningScene meal = city().stand("A1", "07:00", "07:57", 60, OFF, 500, 0);
    assertEquals(List.of(), stops(after(meal, "07:58")));
    Alert a = stops(meal.stand("A1", "08:30", "09:05", 60, OFF, 900, 0)).get(0);
    assertEquals("S09", a.rule());
    assertEquals(1, a.severity());
    assertEquals(at("08:30"), a.start());
    assertEquals(at("09:00"), a.decided());
    assertEquals(1800, a.allowed());
  }

  @Test
  void twentyNineMinutesAreShortAndUseUpNoBreak() {
    CleaningScene brief = city().stand("A1", "07:00", "07:28", 60, OFF, 500, 0);
    after(brief, "07:29").stand("A1", "08:00", "08:50", 60, OFF, 900, 0);
    assertEquals(List.of(), stops(brief));
  }

  @Test
  void aMealBreakOfMoreThanAnHourIsLong() {
    Alert a = stops(city().stand("A1", "07:00", "08:05", 60, OFF, 500, 0)).get(0);
    assertEquals(2, a.severity());
    assertEquals(at("07:00"), a.start());
    assertEquals(3600, a.allowed());
  }

  @Test
  void inADepotAtWorkAfterTheShiftOrWithoutOneNoStayIsLong() {
    assertEquals(List.of(), stops(city().stand("A1", "06:30", "09:00", 60, OFF, -250, 0)));
    assertEquals(List.of(), stops(city().stand("A1", "06:30", "09:00", 60, ON, 500, 0)));
    assertEquals(List.of(), stops(city().stand("A1", "11:00", "14:00", 60, OFF, 500, 0)));
    CleaningScene free = new CleaningScene().mainRoad().sweeper("A1");
    assertEquals(List.of(), stops(free.stand("A1", "06:30", "09:00", 60, OFF, 500, 0)));
  }

  @Test
  void aGapInAStayBreaksIt() {
    CleaningScene scene =
        city()
            .stand("A1", "07:00", "07:40", 60, OFF, 500, 0)
            .stand("A1", "07:45", "08:25", 60, OFF, 500, 0);
    assertEquals(1, stops(scene).size(), "two stays of 40 min, the first of them the break");
    assertEquals(at("07:45"), stops(scene).get(0).start());
  }

  private static CleaningScene inTheDepot(String plate, CleaningScene scene, String from) {
    return scene.stand(plate, from, "06:40", 60, OFF, -250, 0);
  }

  @Test
  void whoStaysInTheDepotHalfAnHourIntoItsFirstWindowDidNotSetOut() {
    Alert a = inTheDepot("A1", city(), "05:00").alerts("S11").get(0);
    assertEquals("A1", a.plate());
    assertEquals(2, a.severity());
    assertEquals(at("06:00"), a.start());
    assertEquals(at("06:30"), a.decided());
    assertEquals(at("06:40"), a.end());
  }

  @Test
  void whoLeavesInTimeOrIsNotSeenSetOut() {
    CleaningScene left = city().stand("A1", "05:00", "06:28", 60, OFF, -250, 0);
    left.drive("A1", "06:28:30", 20, 10, OFF, -200, 0, 1000, 0);
    assertEquals(List.of(), left.alerts("S11"));
    CleaningScene unseen = city().stand("A1", "05:00", "06:10", 60, OFF, -250, 0);
    unseen.stand("A1", "06:14", "07:00", 60, OFF, -250, 0);
    assertEquals(List.of(), unseen.alerts("S11"));
  }

  @Test
  void anotherPlannedVehicleThatIsOutStandsIn() {
    CleaningScene scene = inTheDepot("A1", city().sweeper("A2"), "05:00");
    assertEquals(List.of(), scene.stand("A2", "05:00", "06:40", 60, OFF, 500, 0).alerts("S11"));
    CleaningScene both = inTheDepot("A1", city().sweeper("A2"), "05:00");
    assertEquals(2, inTheDepot("A2", both, "05:00").alerts("S11").size());
    // a sprinkler is no substitute for a sweeper
    CleaningScene other =
        inTheDepot("A1", city().vehicle("A2", VehicleKind.SPRINKLER, SensorKind.PUMP), "05:00");
    other.requires("S1", Side.FWD, SPRINKLE, 1, "06:00-10:00");
    assertEquals(1, other.stand("A2", "05:00", "06:40", 60, OFF, 500, 0).alerts("S11").size());
  }

  @Test
  void anOrderOrAnExemptionKeepsAVehicleIn() {
    for (Kind kind : List.of(Kind.LAID_UP, Kind.SPARE)) {
      CleaningScene scene = inTheDepot("A1", city(), "05:00");
      assertEquals(List.of(), scene.order("A1", kind, "00:00", "24:00").alerts("S11"));
    }
    CleaningScene rain = inTheDepot("A1", city(), "05:00");
    rain.exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "05:00", "10:00");
    assertEquals(List.of(), rain.alerts("S11"));
  }
}
