package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.FLUSH;
import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.plan.Operation.WASH;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static io.qingtu.route.track.Switch.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: from what vehicles drove to what became of every pass that was due. */
class CoverageTest {
  private static CleaningScene city() {
    return new CleaningScene().mainRoad().sweeper("A1").sweeper("A2");
  }

  private static CleaningScene dueForward(int passes) {
    return city().requires("S1", Side.FWD, SWEEP, passes, "06:00-10:00");
  }

  private static PassResult only(List<PassResult> results) {
    assertEquals(1, results.size(), results::toString);
    return results.get(0);
  }

  @Test
  void sweepingTheWholeSideIsAPass() {
    PassResult r =
        only(dueForward(1).drive("A1", "06:30", 6, 10, ON, 0, -4, 1000, -4).judge("12:00"));
    assertEquals(Outcome.DONE, r.result());
    assertEquals(1, r.done());
    assertEquals(1.0, r.coverage());
    assertEquals(at("06:30"), r.first());
    assertEquals(at("06:40"), r.last());
    assertEquals(List.of("A1"), r.plates());
  }

  @Test
  void twoVehiclesJoinTheirCellsToOnePass() {
    PassResult r =
        only(
            dueForward(1)
                .drive("A1", "06:00", 6.45, 10, ON, 0, -4, 860, -4)
                .drive("A2", "06:50", 6.3, 10, ON, 790, -4, 1000, -4)
                .judge("12:00"));
    assertEquals(Outcome.DONE, r.result());
    assertEquals(1, r.done());
    assertEquals(1.0, r.coverage());
    assertEquals(List.of("A1", "A2"), r.plates());
    assertEquals(at("06:52"), r.last());
  }

  @Test
  void eightySixCellsOfAHundredAreNotYetAPass() {
    PassResult r =
        only(dueForward(1).drive("A1", "06:00", 6.45, 10, ON, 0, -4, 860, -4).judge("12:00"));
    assertEquals(Outcome.PARTIAL, r.result());
    assertEquals(0.86, r.coverage());
  }

  @Test
  void lessThanThirtyCellsOfAHundredIsMissed() {
    CleaningScene missed = dueForward(1).drive("A1", "06:00", 6, 10, ON, 0, -4, 290, -4);
    assertEquals(Outcome.MISSED, only(missed.judge("12:00")).result());
    CleaningScene partial = dueForward(1).drive("A1", "06:00", 6, 10, ON, 0, -4, 300, -4);
    assertEquals(Outcome.PARTIAL, only(partial.judge("12:00")).result());
  }

  @Test
  void sweepingAtEighteenCoversNothingAndAtFifteenItDoes() {
    PassResult fast =
        only(dueForward(1).drive("A1", "06:30", 18, 10, ON, 0, -4, 1000, -4).judge("12:00"));
    assertEquals(Outcome.MISSED, fast.result());
    assertEquals(0, fast.coverage());
    assertNull(fast.first());
    assertEquals(
        Outcome.DONE,
        only(dueForward(1).drive("A1", "06:30", 15, 10, ON, 0, -4, 1000, -4).judge("12:00"))
            .result());
  }

  @Test
  void fixesThirtySecondsApartAreFilledAndFortySecondsApartMarkTwoCellsAPair() {
    assertEquals(
        1.0,
        only(dueForward(1).drive("A1", "06:30", 6, 30, ON, 0, -4, 1000, -4).judge("12:00"))
            .coverage());
    PassResult pair =
        only(dueForward(1).drive("A1", "06:30", 7.2, 40, ON, 105, -4, 185, -4).judge("12:00"));
    assertEquals(0.02, pair.coverage());
  }

  @Test
  void theBrushMustBeOnAndUnknownIsNot() {
    for (var brush : List.of(OFF, UNKNOWN)) {
      PassResult r =
          only(dueForward(1).drive("A1", "06:30", 6, 10, brush, 0, -4, 1000, -4).judge("12:00"));
      assertEquals(0, r.coverage(), brush::name);
    }
  }

  @Test
  void drivingWestSweepsTheOtherSide() {
    List<PassResult> r =
        city()
            .requires("S1", null, SWEEP, 1, "06:00-10:00")
            .drive("A1", "06:30", 6, 10, ON, 1000, 4, 0, 4)
            .judge("12:00");
    assertEquals(Outcome.MISSED, r.get(0).result());
    assertEquals(Side.FWD, r.get(0).side());
    assertEquals(Outcome.DONE, r.get(1).result());
    assertEquals(Side.REV, r.get(1).side());
  }

  @Test
  void slowerThanFiveWhereNoHeadingIsKnownStillTellsTheSide() {
    assertEquals(
        Outcome.DONE,
        only(dueForward(1).drive("A1", "06:30", 4, 10, ON, 0, -4, 1000, -4).judge("12:00"))
            .result());
  }

  @Test
  void noMetresAreLostWhereSegmentsMeet() {
    CleaningScene scene = new CleaningScene().sweeper("A1");
    for (int i = 0; i < 10; i++) {
      scene
          .street("S" + i, "Main Road", RoadGrade.FIRST, i * 100, 0, i * 100 + 100, 0)
          .requires("S" + i, Side.FWD, SWEEP, 1, "06:00-10:00");
    }
    scene.drive("A1", "06:30", 8, 30, ON, 0, -4, 1000, -4);
    for (PassResult r : scene.judge("12:00")) {
      assertEquals(1.0, r.coverage(), r::toString);
    }
  }

  @Test
  void aCornerIsSweptToTheJunctionOnBothStreets() {
    List<PassResult> r =
        new CleaningScene()
            .sweeper("A1")
            .street("S1", "First", RoadGrade.FIRST, 0, 0, 100, 0)
            .street("S2", "Second", RoadGrade.FIRST, 100, 0, 100, 100)
            .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00")
            .requires("S2", Side.FWD, SWEEP, 1, "06:00-10:00")
            .drive("A1", "06:30", 6, 20, ON, 0, 0, 80, 0)
            .drive("A1", "06:31:10", 6, 20, ON, 100, 20, 100, 100)
            .judge("12:00");
    assertEquals(List.of(1.0, 1.0), r.stream().map(PassResult::coverage).toList());
  }

  @Test
  void aParallelStreetIsNotSwept() {
    List<PassResult> r =
        city()
            .street("S2", "Parallel", RoadGrade.FIRST, 0, 20, 1000, 20)
            .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00")
            .requires("S2", Side.FWD, SWEEP, 1, "06:00-10:00")
            .drive("A1", "06:30", 6, 10, ON, 0, 6, 1000, 6)
            .judge("12:00");
    assertEquals(List.of(1.0, 0.0), r.stream().map(PassResult::coverage).toList());
  }

  @Test
  void aStreetThatIsCrossedIsNotSwept() {
    List<PassResult> r =
        city()
            .street("S2", "Across", RoadGrade.FIRST, 460, -40, 540, 40)
            .requires("S2", Side.FWD, SWEEP, 1, "06:00-10:00")
            .drive("A1", "06:30", 6, 10, ON, 0, 0, 1000, 0)
            .judge("12:00");
    assertEquals(0, only(r).coverage());
  }

  @Test
  void standingAtALightCostsNoMetres() {
    PassResult r =
        only(
            dueForward(1)
                .drive("A1", "06:30", 6, 10, ON, 0, -4, 500, -4)
                .fix("A1", at("06:35:10"), 508, -4, 0, -1, ON)
                .fix("A1", at("06:35:40"), 508, -4, 0, -1, ON)
                .drive("A1", "06:35:50", 6, 10, ON, 516, -4, 1000, -4)
                .judge("12:00"));
    assertEquals(1.0, r.coverage());
  }

  @Test
  void operationsDoNotSharePasses() {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .vehicle("W1", VehicleKind.WASH_SWEEPER, SensorKind.BRUSH, SensorKind.PUMP)
            .requires("S1", Side.FWD, WASH, 1, "06:00-10:00")
            .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00")
            .requires("S1", Side.FWD, FLUSH, 1, "06:00-10:00")
            .drive("W1", "06:30", 6, 10, ON, 0, -4, 1000, -4);
    Map<Operation, Outcome> outcome = new EnumMap<>(Operation.class);
    scene.judge("12:00").forEach(r -> outcome.put(r.op(), r.result()));
    assertEquals(Map.of(WASH, Outcome.DONE, SWEEP, Outcome.MISSED, FLUSH, Outcome.MISSED), outcome);
  }

  @Test
  void aWashSweeperServesAPlanThatAsksForSweepingAlone() {
    PassResult r =
        only(
            new CleaningScene()
                .mainRoad()
                .vehicle("W1", VehicleKind.WASH_SWEEPER, SensorKind.BRUSH, SensorKind.PUMP)
                .requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00")
                .drive("W1", "06:30", 6, 10, ON, 0, -4, 1000, -4)
                .judge("12:00"));
    assertEquals(Outcome.DONE, r.result());
  }

  @Test
  void withoutASensorAMinuteOfWorkingSpeedOnAPlannedSegmentIsWork() {
    CleaningScene plan = new CleaningScene().mainRoad().vehicle("N1", VehicleKind.SWEEPER);
    plan.requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
    plan.drive("N1", "06:30", 6, 10, UNKNOWN, 0, -4, 1000, -4);
    assertEquals(Outcome.DONE, only(plan.judge("12:00")).result());

    CleaningScene brief = new CleaningScene().mainRoad().vehicle("N1", VehicleKind.SWEEPER);
    brief.requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
    brief.drive("N1", "06:30", 6, 10, UNKNOWN, 0, -4, 80, -4);
    assertEquals(0, only(brief.judge("12:00")).coverage());

    CleaningScene fast = new CleaningScene().mainRoad().vehicle("N1", VehicleKind.SWEEPER);
    fast.requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
    fast.drive("N1", "06:30", 15.1, 10, UNKNOWN, 0, -4, 1000, -4);
    assertEquals(0, only(fast.judge("12:00")).coverage());
  }

  @Test
  void workUpToTwentyMinutesBeforeTheWindowCountsAndEarlierDoesNot() {
    assertEquals(
        Outcome.DONE,
        only(dueForward(1).drive("A1", "05:40", 6, 10, ON, 0, -4, 1000, -4).judge("12:00"))
            .result());
    PassResult early =
        only(dueForward(1).drive("A1", "05:29", 6, 10, ON, 0, -4, 1000, -4).judge("12:00"));
    assertEquals(0, early.coverage());
  }

  @Test
  void aPassBelongsToOneOfTwoAdjoiningWindows() {
    List<PassResult> r =
        city()
            .requires("S1", Side.FWD, SWEEP, 1, "06:00-09:00")
            .requires("S1", Side.FWD, SWEEP, 1, "09:00-12:00")
            .drive("A1", "08:45", 6, 10, ON, 0, -4, 1000, -4)
            .judge("13:00");
    assertEquals(
        List.of(Outcome.DONE, Outcome.MISSED), r.stream().map(PassResult::result).toList());
  }

  @Test
  void aWindowThatCrossesMidnightBelongsToTheDayItStarts() {
    CleaningScene night =
        city()
            .requires("S1", Side.FWD, SWEEP, 1, "22:00-05:00")
            .drive("A1", "25:30", 6, 10, ON, 0, -4, 1000, -4);
    PassResult r = only(night.judge(night.works(), "20:00", "30:00"));
    assertEquals(at("22:00"), r.windowStart());
    assertEquals(at("29:00"), r.windowEnd());
    assertEquals(Outcome.DONE, r.result());
  }

  @Test
  void aWindowIsJudgedWhenItHasEndedAndNotASecondBefore() {
    assertEquals(0, dueForward(1).judge("09:59:59").size());
    assertEquals(1, dueForward(1).judge("10:00").size());
  }

  @Test
  void aWindowThatEndedBeforeThePeriodIsNotJudged() {
    CleaningScene scene = dueForward(1);
    assertEquals(0, scene.judge(scene.works(), "10:00", "20:00").size());
    assertEquals(1, scene.judge(scene.works(), "09:59", "20:00").size());
  }

  @Test
  void onlyTheDaysOfTheRequirementCount() {
    Requirement weekend =
        new Requirement(
            "Q9",
            Optional.empty(),
            Optional.of(RoadGrade.FIRST),
            EnumSet.of(Side.FWD),
            SWEEP,
            1,
            new DailyHours(LocalTime.of(6, 0), LocalTime.of(10, 0)),
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            CleaningScene.CONTRACTOR);
    CleaningScene scene = city().requirement(weekend);
    List<PassResult> week = scene.judge(scene.works(), "00:00", "168:00");
    assertEquals(
        List.of(at("126:00"), at("150:00")), week.stream().map(PassResult::windowStart).toList());
  }

  @Test
  void anExemptionOfFourFifthsOfTheWindowExcusesIt() {
    // 06:00 to 10:00 is 240 minutes, four fifths of it 192
    CleaningScene enough =
        dueForward(1).exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "05:00", "09:12");
    assertEquals(Outcome.EXEMPT, only(enough.judge("12:00")).result());
    CleaningScene less =
        dueForward(1).exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "05:00", "09:11");
    assertEquals(Outcome.MISSED, only(less.judge("12:00")).result());
    CleaningScene other =
        dueForward(1).exempt(Exemption.Kind.WEATHER, FLUSH, Set.of(), "05:00", "10:00");
    assertEquals(Outcome.MISSED, only(other.judge("12:00")).result());
    CleaningScene elsewhere =
        dueForward(1).exempt(Exemption.Kind.CLOSURE, null, Set.of("S7"), "05:00", "10:00");
    assertEquals(Outcome.MISSED, only(elsewhere.judge("12:00")).result());
    CleaningScene twice =
        dueForward(1)
            .exempt(Exemption.Kind.EVENT, null, Set.of("S1"), "05:00", "08:00")
            .exempt(Exemption.Kind.CLOSURE, null, Set.of("S1"), "07:00", "09:12");
    assertEquals(Outcome.EXEMPT, only(twice.judge("12:00")).result());
  }

  @Test
  void waterThatStandsLongEnoughExcusesWhatItStandsOn() {
    // 48 of 240 minutes were dry
    assertEquals(
        Outcome.EXEMPT, only(dueForward(1).flooded("S1", "06:48").judge("12:00")).result());
    assertEquals(
        Outcome.MISSED, only(dueForward(1).flooded("S1", "06:49").judge("12:00")).result());
    assertEquals(
        Outcome.MISSED, only(dueForward(1).flooded("S7", "05:00").judge("12:00")).result());
  }

  @Test
  void aStopOrderExcusesNoCleaning() {
    CleaningScene scene =
        dueForward(1).exempt(Exemption.Kind.STOP_ORDER, null, Set.of(), "05:00", "11:00");
    assertEquals(Outcome.MISSED, only(scene.judge("12:00")).result());
  }

  @Test
  void aGapNearTheSegmentLeavesItsPassUnobserved() {
    CleaningScene near =
        dueForward(1)
            .drive("A1", "06:30", 20, 10, OFF, -400, -490, -300, -490)
            .drive("A1", "07:30", 20, 10, OFF, 1200, -490, 1300, -490);
    assertEquals(Outcome.UNOBSERVED, only(near.judge("12:00")).result());
    CleaningScene far =
        dueForward(1)
            .drive("A1", "06:30", 20, 10, OFF, -400, -510, -300, -510)
            .drive("A1", "07:30", 20, 10, OFF, 1200, -510, 1300, -510);
    assertEquals(Outcome.MISSED, only(far.judge("12:00")).result());
  }

  @Test
  void aGapOutsideTheWindowOrOfAParkedVehicleHidesNothing() {
    CleaningScene before =
        dueForward(1)
            .drive("A1", "04:30", 20, 10, OFF, 0, 100, 100, 100)
            .drive("A1", "05:40", 20, 10, OFF, 500, 100, 600, 100);
    assertEquals(Outcome.MISSED, only(before.judge("12:00")).result());
    CleaningScene parked =
        dueForward(1)
            .fix("A1", at("05:00"), 500, 100, 0, -1, OFF)
            .fix("A1", at("09:00"), 510, 100, 0, -1, OFF);
    assertEquals(Outcome.MISSED, only(parked.judge("12:00")).result());
  }

  @Test
  void aGapLeavesAPassThatIsDoneDone() {
    CleaningScene scene =
        dueForward(1)
            .drive("A1", "06:30", 6, 10, ON, 0, -4, 1000, -4)
            .drive("A1", "09:30", 20, 10, OFF, 1200, 0, 1300, 0);
    assertEquals(Outcome.DONE, only(scene.judge("12:00")).result());
  }

  @Test
  void aBadWorkSensorOfTheOnlyVehicleLeavesThePassUnobserved() {
    CleaningScene scene = new CleaningScene().mainRoad().sweeper("A1").sweeper("A2");
    scene.requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
    Set<LocalDate> monday = Set.of(LocalDate.of(2026, 11, 16));
    List<VehicleWork> works = new ArrayList<>();
    for (VehicleWork w : scene.works()) {
      works.add(new VehicleWork(w.vehicle(), w.work(), w.gaps(), monday, w.heardDays()));
    }
    assertEquals(Outcome.UNOBSERVED, only(scene.judge(works, "00:00", "12:00")).result());
    works.set(0, scene.works().get(0));
    assertEquals(Outcome.MISSED, only(scene.judge(works, "00:00", "12:00")).result());
  }

  @Test
  void ofTwoPassesOneDoneOneHalfIsPartial() {
    PassResult r =
        only(
            dueForward(2)
                .drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4)
                .drive("A2", "08:00", 6, 10, ON, 0, -4, 500, -4)
                .judge("12:00"));
    assertEquals(Outcome.PARTIAL, r.result());
    assertEquals(1, r.done());
    assertEquals(0.5, r.coverage());
  }

  @Test
  void lackingPassesDivideIntoPartialAndMissedOnes() {
    CleaningScene scene =
        dueForward(3)
            .drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4)
            .drive("A2", "08:00", 6, 10, ON, 0, -4, 500, -4);
    Verdict v = scene.verdicts(scene.works(), "00:00", "12:00").get(0);
    assertEquals(1, v.partial());
    assertEquals(1, v.missed());
  }

  @Test
  void passesTenMinutesApartCountOnce() {
    PassResult r =
        only(
            dueForward(2)
                .drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4)
                .drive("A2", "06:10", 6, 10, ON, 0, -4, 1000, -4)
                .judge("12:00"));
    assertEquals(1, r.done());
    assertEquals(Outcome.MISSED, r.result());
  }

  @Test
  void theOrderOfVehiclesChangesNothing() {
    CleaningScene scene =
        dueForward(2)
            .drive("A1", "06:00", 6.45, 10, ON, 0, -4, 860, -4)
            .drive("A2", "06:50", 6.3, 10, ON, 790, -4, 1000, -4)
            .drive("A1", "08:00", 7, 10, ON, 0, -4, 700, -4);
    List<VehicleWork> works = new ArrayList<>(scene.works());
    List<PassResult> expected = scene.judge(works, "00:00", "12:00");
    Collections.shuffle(works, new Random(3));
    Collections.reverse(works);
    assertEquals(expected, scene.judge(works, "00:00", "12:00"));
    assertTrue(expected.get(0).coverage() > 0.6);
  }
}
