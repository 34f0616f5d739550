package io.qingtu.route.rule;

import static io.qingtu.route.plan.Operation.SPRINKLE;
import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.plan.Operation.WASH;
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
import io.qingtu.route.plan.VehicleOrder.Kind;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: S07 banned hours, S10 outside the contractor's area, S14 sweeping dry, S15
 * spraying where it may freeze.
 */
class RoadWorkRulesTest {
  private static CleaningScene city() {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .requires("S1", null, SWEEP, 1, "06:00-10:00");
  }

  private static List<Alert> banned(CleaningScene scene) {
    return Watched.alerts(scene, "A1", BannedHoursRule::new);
  }

  private static CleaningScene morning(double kmh, Switch brush, double metres) {
    return city().drive("A1", "07:00", kmh, 10, brush, 0, 0, metres, 0);
  }

  @Test
  void workInBannedHoursForThreeMinutesIsTooLong() {
    // 6 km/h: 180 s are 300 m
    assertEquals(List.of(), banned(morning(6, ON, 282).ban("S1", "07:00-09:00")));
    Alert a = banned(morning(6, ON, 320).ban("S1", "07:00-09:00")).get(0);
    assertEquals("S07", a.rule());
    assertEquals(2, a.severity());
    assertEquals(at("07:00"), a.start());
    assertEquals(at("07:03"), a.decided());
    assertEquals(List.of("S1"), a.segmentIds());
  }

  @Test
  void outsideTheHoursOrOnAnotherRoadThereIsNoBan() {
    assertEquals(List.of(), banned(morning(6, ON, 1000)));
    assertEquals(List.of(), banned(morning(6, ON, 1000).ban("S1", "09:00-10:00")));
    assertEquals(List.of(), banned(morning(6, ON, 1000).ban("S9", "07:00-09:00")));
    // of ten minutes the last two are in the ban
    assertEquals(List.of(), banned(morning(6, ON, 1000).ban("S1", "07:08-09:00")));
  }

  @Test
  void drivingSlowlyBreaksABanOfAllAndFastDoesNot() {
    assertEquals(1, banned(morning(19, OFF, 1000).ban("S1", "06:00-09:00")).size());
    assertEquals(List.of(), banned(morning(20, OFF, 1000).ban("S1", "06:00-09:00")));
    assertEquals(1, banned(morning(10, UNKNOWN, 1000).ban("S1", "06:00-09:00")).size());
  }

  @Test
  void aBanOfAnOperationIsBrokenByThatWorkAlone() {
    assertEquals(1, banned(morning(6, ON, 1000).ban("S1", "06:00-09:00", SWEEP, WASH)).size());
    assertEquals(List.of(), banned(morning(6, ON, 1000).ban("S1", "06:00-09:00", SPRINKLE)));
    assertEquals(List.of(), banned(morning(6, OFF, 1000).ban("S1", "06:00-09:00", SWEEP)));
    assertEquals(List.of(), banned(morning(6, UNKNOWN, 1000).ban("S1", "06:00-09:00", SWEEP)));
  }

  @Test
  void anEmergencyExempts() {
    CleaningScene scene = morning(6, ON, 1000).ban("S1", "06:00-09:00");
    assertEquals(List.of(), banned(scene.order("A1", Kind.EMERGENCY, "06:00", "09:00")));
    CleaningScene event = morning(6, ON, 1000).ban("S1", "06:00-09:00");
    event.exempt(Exemption.Kind.EVENT, null, Set.of("S1"), "06:00", "09:00");
    assertEquals(List.of(), banned(event));
  }

  private static List<Alert> strayed(CleaningScene scene) {
    return Watched.alerts(scene, "A1", OutOfAreaRule::new);
  }

  private static CleaningScene north(double y, Switch brush, double metres) {
    return city()
        .street("X1", "Foreign Road", RoadGrade.SECOND, 0, y, 1000, y)
        .drive("A1", "07:00", 6, 10, brush, 0, y, metres, y);
  }

  @Test
  void fiveMinutesOfWorkFarFromTheContractorsRoadsAreOutside() {
    // 6 km/h: 300 s are 500 m
    assertEquals(List.of(), strayed(north(520, ON, 480)));
    Alert a = strayed(north(520, ON, 520)).get(0);
    assertEquals("S10", a.rule());
    assertEquals(2, a.severity());
    assertEquals(at("07:00"), a.start());
    assertEquals(at("07:05"), a.decided());
    assertEquals(List.of("X1"), a.segmentIds());
  }

  @Test
  void withinFiveHundredMetresAndWithoutWorkNobodyStrays() {
    assertEquals(List.of(), strayed(north(480, ON, 1000)));
    assertEquals(List.of(), strayed(north(520, OFF, 1000)));
    assertEquals(List.of(), strayed(north(520, UNKNOWN, 1000)));
  }

  @Test
  void anOrderSendsAVehicleAnywhere() {
    assertEquals(
        List.of(), strayed(north(520, ON, 1000).order("A1", Kind.EMERGENCY, "06:00", "09:00")));
    CleaningScene event = north(520, ON, 1000);
    event.exempt(Exemption.Kind.EVENT, SWEEP, Set.of("X1"), "06:00", "09:00");
    assertEquals(List.of(), strayed(event));
  }

  @Test
  void aContractorWithoutRoadsHasNoArea() {
    CleaningScene free = new CleaningScene().mainRoad().sweeper("A1");
    assertEquals(List.of(), strayed(free.drive("A1", "07:00", 6, 10, ON, 0, 900, 1000, 900)));
  }

  /** A wash-sweeper with the brush on for some metres at 6 km/h. */
  private static CleaningScene washing(Switch pump, double metres, SensorKind... sensors) {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .vehicle("A1", VehicleKind.WASH_SWEEPER, sensors)
            .requires("S1", Side.FWD, WASH, 1, "06:00-10:00");
    Sensors s = new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, ON, pump);
    for (int i = 0; i * 10 / 6.0 * 10 <= metres; i++) {
      double x = i * 10 * 6 / 3.6;
      if (x <= metres) {
        scene.fix("A1", at("07:00").plusSeconds(10L * i), x, 0, 6, 90, s);
      }
    }
    return scene;
  }

  private static List<Alert> dry(CleaningScene scene) {
    return Watched.alerts(scene, "A1", DrySweepRule::new);
  }

  private static CleaningScene both(Switch pump, double metres) {
    return washing(pump, metres, SensorKind.BRUSH, SensorKind.PUMP);
  }

  @Test
  void twoMinutesOfBrushingWithoutWaterAreDry() {
    // 6 km/h: 120 s are 200 m
    assertEquals(List.of(), dry(both(OFF, 190).weather("05:00", "10:00", 12, false)));
    Alert a = dry(both(OFF, 220).weather("05:00", "10:00", 12, false)).get(0);
    assertEquals("S14", a.rule());
    assertEquals(2, a.severity());
    assertEquals(at("07:00"), a.start());
    assertEquals(at("07:02"), a.decided());
  }

  @Test
  void inRainFrostOrUnknownWeatherNoWaterIsAskedFor() {
    assertEquals(List.of(), dry(both(OFF, 900).weather("05:00", "10:00", 12, true)));
    assertEquals(List.of(), dry(both(OFF, 900).weather("05:00", "10:00", 2.9, false)));
    assertEquals(1, dry(both(OFF, 900).weather("05:00", "10:00", 3, false)).size());
    assertEquals(List.of(), dry(both(OFF, 900).weather("05:00", "10:00", 12, null)));
    assertEquals(List.of(), dry(both(OFF, 900)));
    CleaningScene ordered = both(OFF, 900).weather("05:00", "10:00", 12, false);
    ordered.exempt(Exemption.Kind.WEATHER, WASH, Set.of(), "05:00", "10:00");
    assertEquals(List.of(), dry(ordered));
  }

  @Test
  void thePumpMustBeFittedAndKnownToBeOff() {
    assertEquals(List.of(), dry(both(ON, 900).weather("05:00", "10:00", 12, false)));
    assertEquals(List.of(), dry(both(UNKNOWN, 900).weather("05:00", "10:00", 12, false)));
    assertEquals(
        List.of(), dry(washing(OFF, 900, SensorKind.BRUSH).weather("05:00", "10:00", 12, false)));
  }

  private static CleaningScene sprinkling(Switch pump, double y) {
    return new CleaningScene()
        .mainRoad()
        .place("W1", PlaceKind.WATER_FILL, -100, 250, 1100, 350)
        .vehicle("A1", VehicleKind.SPRINKLER, SensorKind.PUMP)
        .requires("S1", null, SPRINKLE, 1, "06:00-10:00")
        .drive("A1", "07:00", 12, 10, pump, 0, y, 1000, y);
  }

  private static List<Alert> icy(CleaningScene scene) {
    return Watched.alerts(scene, "A1", UnsafeSprayRule::new);
  }

  @Test
  void waterAtThreeDegreesMayFreeze() {
    assertEquals(List.of(), icy(sprinkling(ON, 0).weather("05:00", "10:00", 3.1, false)));
    Alert a = icy(sprinkling(ON, 0).weather("05:00", "10:00", 3, false)).get(0);
    assertEquals("S15", a.rule());
    assertEquals(3, a.severity());
    assertEquals(at("07:00"), a.start());
    assertEquals(at("07:00:30"), a.decided());
    assertEquals(3, a.measured());
  }

  @Test
  void withThePumpOffUnknownOrAtTheWaterNothingFreezes() {
    assertEquals(List.of(), icy(sprinkling(OFF, 0).weather("05:00", "10:00", -5, false)));
    assertEquals(List.of(), icy(sprinkling(UNKNOWN, 0).weather("05:00", "10:00", -5, false)));
    assertEquals(List.of(), icy(sprinkling(ON, 300).weather("05:00", "10:00", -5, false)));
    assertEquals(List.of(), icy(sprinkling(ON, 0)));
  }

  @Test
  void aWeatherOrderForTheOperationForbidsItUnlessItIsWarm() {
    CleaningScene ordered = sprinkling(ON, 0);
    ordered.exempt(Exemption.Kind.WEATHER, SPRINKLE, Set.of(), "05:00", "10:00");
    assertEquals("order", icy(ordered).get(0).reason());
    assertEquals(List.of(), icy(ordered.weather("05:00", "10:00", 15, true)));
    CleaningScene other = sprinkling(ON, 0);
    other.exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "05:00", "10:00");
    assertEquals(List.of(), icy(other));
  }
}
