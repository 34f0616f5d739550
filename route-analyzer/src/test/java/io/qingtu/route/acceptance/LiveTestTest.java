package io.qingtu.route.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.AlarmFlag;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveTestTest {
  private static final Instant BEGIN = Instant.parse("2026-11-18T02:00:00Z");

  /** A fix some seconds after the begin, of which a test changes what it is about. */
  private static final class Fix {
    private final int second;
    private int late = 1;
    private boolean valid = true;
    private int satellites = 12;
    private double kmh;
    private double metresEast;
    private boolean acc = true;
    private long alarms;
    private Sensors sensors = Sensors.UNKNOWN;
    private boolean backfill;

    Fix(int second) {
      this.second = second;
    }

    Position position() {
      Instant t = BEGIN.plusSeconds(second);
      return new Position(
          "鲁G10001",
          t,
          t.plusSeconds(late),
          119.1 + metresEast / 89_255,
          36.7,
          valid,
          kmh,
          Double.NaN,
          90,
          20,
          acc,
          satellites,
          Double.NaN,
          alarms,
          3,
          sensors,
          backfill);
    }

    Fix late(int seconds) {
      late = seconds;
      return this;
    }

    Fix backfilled() {
      backfill = true;
      return this;
    }

    Fix satellites(int n) {
      satellites = n;
      return this;
    }

    Fix invalid() {
      valid = false;
      return this;
    }

    Fix acc(boolean on) {
      acc = on;
      return this;
    }

    Fix alarms(AlarmFlag... flags) {
      for (AlarmFlag flag : flags) {
        alarms |= LongStream.range(0, 32).map(bit -> 1L << bit).filter(flag::in).sum();
      }
      return this;
    }

    Fix cover(Cover cover) {
      sensors =
          new Sensors(
              cover, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN);
      return this;
    }

    Fix brush(Switch brush) {
      sensors =
          new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, brush, Switch.UNKNOWN);
      return this;
    }

    Fix weight(double t) {
      sensors =
          new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, t, Switch.UNKNOWN, Switch.UNKNOWN);
      return this;
    }

    Fix drives(double kmhThere, double east) {
      kmh = kmhThere;
      metresEast = east;
      return this;
    }
  }

  private static LiveTest test(Set<SensorKind> sensors, List<WeighSlip> slips, Fix... fixes) {
    Vehicle vehicle = new Vehicle("鲁G10001", VehicleKind.MUCK_TRUCK, "甲公司", 16, sensors);
    LiveTest test = new LiveTest(vehicle, Parameters.DEFAULTS, slips);
    for (Fix fix : fixes) {
      test.accept(fix.position());
    }
    return test;
  }

  private static CheckResult of(LiveTest test, CheckPoint point) {
    return test.results().stream().filter(r -> r.point() == point).findFirst().orElseThrow();
  }

  private static CheckResult run(CheckPoint point, Fix... fixes) {
    return of(test(EnumSet.allOf(SensorKind.class), List.of(), fixes), point);
  }

  @Test
  void asksOnlyForTheSensorsThatAreFitted() {
    List<CheckPoint> bare =
        List.of(
            CheckPoint.FIX, CheckPoint.ACC, CheckPoint.POWER, CheckPoint.ANTENNA, CheckPoint.DRIVE);
    assertEquals(bare, CheckPoint.of(Set.of()));
    List<CheckResult> results = test(Set.of(SensorKind.COVER), List.of()).results();
    assertEquals(
        List.of(
            CheckPoint.FIX,
            CheckPoint.ACC,
            CheckPoint.COVER,
            CheckPoint.POWER,
            CheckPoint.ANTENNA,
            CheckPoint.DRIVE),
        results.stream().map(CheckResult::point).toList());
    assertTrue(results.stream().noneMatch(CheckResult::passed), "nothing was sent");
    assertEquals(
        List.of(PhotoKind.PLATE, PhotoKind.UNIT, PhotoKind.ANTENNA, PhotoKind.LIFT, PhotoKind.SEAL),
        PhotoKind.of(Set.of(SensorKind.LIFT)));
  }

  @Test
  void aFixNeedsEightSatellites() {
    assertTrue(run(CheckPoint.FIX, new Fix(0).satellites(8)).passed());
    CheckResult nearly =
        run(CheckPoint.FIX, new Fix(0).satellites(7), new Fix(10).satellites(9).invalid());
    assertFalse(nearly.passed());
    assertEquals(7, nearly.measured());
    assertFalse(run(CheckPoint.FIX, new Fix(0).satellites(-1)).passed());
  }

  @Test
  void onlyWhatComesWithinTenSecondsIsSeen() {
    assertTrue(run(CheckPoint.FIX, new Fix(0).late(10)).passed());
    assertFalse(run(CheckPoint.FIX, new Fix(0).late(11)).passed());
    assertTrue(run(CheckPoint.FIX, new Fix(0).late(-10)).passed());
    assertFalse(run(CheckPoint.FIX, new Fix(0).late(-11)).passed(), "its clock is ahead");
    assertFalse(run(CheckPoint.FIX, new Fix(0).backfilled()).passed());
  }

  @Test
  void aSwitchMustGoBothWays() {
    CheckResult half = run(CheckPoint.COVER, new Fix(0).cover(Cover.OPEN), new Fix(5));
    assertEquals(List.of("CLOSED"), half.missing());
    assertEquals(List.of(new CheckResult.Sighting("OPEN", BEGIN)), half.seen());
    assertFalse(
        run(
                CheckPoint.COVER,
                new Fix(0).cover(Cover.OPEN),
                new Fix(5).cover(Cover.PARTIAL),
                new Fix(9).cover(Cover.CLOSED).late(11))
            .passed());
    assertTrue(
        run(CheckPoint.COVER, new Fix(0).cover(Cover.OPEN), new Fix(5).cover(Cover.CLOSED))
            .passed());
    assertTrue(
        run(CheckPoint.BRUSH, new Fix(0).brush(Switch.OFF), new Fix(5).brush(Switch.ON)).passed());
    assertFalse(
        run(CheckPoint.PUMP, new Fix(0).brush(Switch.OFF), new Fix(5).brush(Switch.ON)).passed());
    assertFalse(run(CheckPoint.ACC, new Fix(0), new Fix(5)).passed());
    assertTrue(run(CheckPoint.ACC, new Fix(0), new Fix(5).acc(false)).passed());
  }

  @Test
  void anAlarmMustComeAndThenGo() {
    Fix cut = new Fix(5).alarms(AlarmFlag.POWER_CUT);
    assertFalse(run(CheckPoint.POWER, new Fix(0), cut).passed(), "it was clear before only");
    assertTrue(run(CheckPoint.POWER, new Fix(0), cut, new Fix(9)).passed());
    Fix low = new Fix(5).alarms(AlarmFlag.UNDERVOLTAGE);
    assertFalse(run(CheckPoint.POWER, low, new Fix(9)).passed(), "low is not cut");
    Fix open = new Fix(1).alarms(AlarmFlag.ANTENNA_OPEN);
    Fix shorted = new Fix(2).alarms(AlarmFlag.ANTENNA_SHORT);
    CheckResult both = run(CheckPoint.ANTENNA, open, shorted, new Fix(3));
    assertEquals(BEGIN.plusSeconds(3), both.seen().get(1).at());
    assertFalse(run(CheckPoint.ANTENNA, cut, new Fix(9)).passed());
  }

  private static Fix[] drive(int from, int seconds, int step, double kmh) {
    List<Fix> fixes = new ArrayList<>();
    for (int t = from; t <= from + seconds; t += step) {
      fixes.add(new Fix(t).drives(kmh, t * kmh / 3.6));
    }
    return fixes.toArray(Fix[]::new);
  }

  @Test
  void tenMinutesAreADriveAndLessIsNone() {
    assertTrue(run(CheckPoint.DRIVE, drive(0, 600, 10, 30)).passed());
    CheckResult shorter = run(CheckPoint.DRIVE, drive(0, 590, 10, 30));
    assertFalse(shorter.passed());
    assertEquals(590, shorter.measured());
  }

  @Test
  void aDriveMayBeSentLaterAndMayStopAtALight() {
    Fix[] drive = drive(0, 600, 10, 30);
    for (int i = 20; i < 32; i++) {
      drive[i].kmh = 0;
      drive[i].metresEast = drive[19].metresEast;
    }
    drive[3].late(500).backfilled();
    assertTrue(run(CheckPoint.DRIVE, drive).passed());
  }

  @Test
  void aGapInADriveBeginsItAnew() {
    assertTrue(run(CheckPoint.DRIVE, drive(0, 600, 60, 30)).passed());
    assertFalse(run(CheckPoint.DRIVE, drive(0, 610, 61, 30)).passed());
    Fix[] blind = drive(0, 600, 10, 30);
    for (int i = 30; i < 36; i++) {
      blind[i].invalid();
    }
    assertFalse(run(CheckPoint.DRIVE, blind).passed());
  }

  @Test
  void aTerminalThatStandsPassesNoDrive() {
    assertFalse(run(CheckPoint.DRIVE, drive(0, 1200, 10, 0)).passed());
    // creeping scatter: it moves, and comes nowhere
    Fix[] scatter = drive(0, 1200, 10, 4);
    for (int i = 0; i < scatter.length; i++) {
      scatter[i].metresEast = i % 2 * 5;
    }
    assertFalse(run(CheckPoint.DRIVE, scatter).passed());
  }

  private static CheckResult weigh(double emptyT, double loadedT, WeighSlip... slips) {
    return of(weighing(emptyT, loadedT, slips), CheckPoint.WEIGHT);
  }

  /** Empty for a minute and a half from the begin, loaded for as long from the tenth minute on. */
  private static LiveTest weighing(double emptyT, double loadedT, WeighSlip... slips) {
    List<Fix> fixes = new ArrayList<>();
    for (int t = 0; t <= 90; t += 10) {
      fixes.add(new Fix(t).weight(emptyT));
    }
    for (int t = 600; t <= 690; t += 10) {
      fixes.add(new Fix(t).weight(loadedT));
    }
    return test(Set.of(SensorKind.WEIGHT), List.of(slips), fixes.toArray(Fix[]::new));
  }

  private static WeighSlip slip(boolean loaded, double grossT, int second) {
    return new WeighSlip(loaded, grossT, BEGIN.plusSeconds(second));
  }

  @Test
  void aWeightMayBeWrongByATenthOfThePayload() {
    WeighSlip empty = slip(false, 15, 90);
    WeighSlip loaded = slip(true, 35, 690);
    assertTrue(weigh(0, 22, empty, loaded).passed());
    CheckResult wrong = weigh(0, 22.1, empty, loaded);
    assertEquals(List.of("RIGHT"), wrong.missing());
    assertEquals(0.105, wrong.measured(), 1e-9);
    assertTrue(weigh(2, 20, empty, loaded).passed());
    assertFalse(weigh(2.1, 20, empty, loaded).passed(), "the empty one is wrong");
    assertFalse(weigh(-2.1, 20, empty, loaded).passed());
  }

  @Test
  void aWeightThatIsWrongIsToldHowToBeRight() {
    Calibration c = weighing(1, 11, slip(false, 15, 90), slip(true, 35, 690)).calibration().get();
    assertEquals(20, c.payloadT(), 1e-9);
    assertEquals(2, c.scale(), 1e-9);
    assertEquals(1, c.emptyT(), 1e-9);
    assertEquals(0.45, c.error(), 1e-9);
  }

  @Test
  void aSlipNeedsReadingsOfTheMinuteBefore() {
    WeighSlip loaded = slip(true, 35, 690);
    assertEquals(List.of("EMPTY", "RIGHT"), weigh(0, 20, loaded).missing());
    // of the minute before only two fixes: at 80 and 90 s
    assertEquals(List.of("EMPTY", "RIGHT"), weigh(0, 20, slip(false, 15, 139), loaded).missing());
    assertTrue(weigh(0, 20, slip(false, 15, 129), loaded).passed());
    assertFalse(weigh(0, 20, slip(false, 15, 9), loaded).passed(), "a single one before");
  }

  @Test
  void theNewestSlipCounts() {
    WeighSlip loaded = slip(true, 35, 690);
    assertTrue(weigh(0, 20, slip(false, 25, 80), slip(false, 15, 90), loaded).passed());
    assertFalse(weigh(0, 20, slip(false, 15, 80), slip(false, 25, 90), loaded).passed());
  }

  @Test
  void aLoadThatCalibratesIsHalfTheRatedOne() {
    assertTrue(weigh(0, 8, slip(false, 15, 90), slip(true, 23, 690)).passed());
    assertFalse(weigh(0, 7.9, slip(false, 15, 90), slip(true, 22.9, 690)).passed());
    assertFalse(weigh(0, -20, slip(false, 35, 90), slip(true, 15, 690)).passed());
  }
}
