package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.SWEEP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: passes that nobody can have seen, because nothing came from any vehicle. */
class SilentFleetTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  private static CleaningScene due(String hours) {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .sweeper("A2")
        .requires("S1", Side.FWD, SWEEP, 1, hours);
  }

  private static Outcome outcome(List<PassResult> results) {
    assertEquals(1, results.size(), results::toString);
    return results.get(0).result();
  }

  @Test
  void whereNothingCameFromAnyVehicleAllDayThePassIsUnobserved() {
    CleaningScene silent = due("06:00-10:00").heardOn();
    assertEquals(Outcome.UNOBSERVED, outcome(silent.judge("12:00")));
    List<VehicleWork> works = new ArrayList<>(silent.works());
    works.set(1, due("06:00-10:00").works().get(1));
    assertEquals(
        Outcome.MISSED, outcome(silent.judge(works, "00:00", "12:00")), "the other reported");
  }

  @Test
  void theDaysOfTheWindowCountAndNoOthers() {
    CleaningScene scene = due("06:00-10:00");
    assertEquals(Outcome.UNOBSERVED, outcome(scene.heardOn(MONDAY.minusDays(1)).judge("12:00")));
    assertEquals(Outcome.UNOBSERVED, outcome(scene.heardOn(TUESDAY).judge("12:00")));
    assertEquals(Outcome.MISSED, outcome(scene.heardOn(MONDAY).judge("12:00")));
  }

  @Test
  void aWindowOverMidnightHasTwoDaysAndOneUntilMidnightHasOne() {
    assertEquals(Outcome.MISSED, outcome(due("22:00-02:00").heardOn(TUESDAY).judge("27:00")));
    assertEquals(Outcome.UNOBSERVED, outcome(due("20:00-00:00").heardOn(TUESDAY).judge("25:00")));
  }

  @Test
  void aWeekIsUnobservedOnlyWhereNothingCameInAllOfIt() {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .sweeper("A1")
            .requirement(
                new Requirement(
                    "Q9",
                    Optional.of("S1"),
                    Optional.empty(),
                    EnumSet.of(Side.FWD),
                    SWEEP,
                    3,
                    new DailyHours(LocalTime.of(6, 0), LocalTime.of(18, 0)),
                    EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)),
                    CleaningScene.CONTRACTOR,
                    Per.WEEK));
    LocalDate sunday = MONDAY.plusDays(6);
    assertEquals(Outcome.UNOBSERVED, outcome(scene.heardOn(sunday).judge("168:00")));
    assertEquals(Outcome.MISSED, outcome(scene.heardOn(MONDAY.plusDays(2)).judge("168:00")));
  }

  @Test
  void wherePlannedVehiclesAreNoneItIsMissed() {
    CleaningScene empty =
        new CleaningScene().mainRoad().requires("S1", Side.FWD, SWEEP, 1, "06:00-10:00");
    assertEquals(Outcome.MISSED, outcome(empty.judge("12:00")));
  }

  @Test
  void anExemptionIsWeighedBeforeTheSilence() {
    CleaningScene scene = due("06:00-10:00").heardOn();
    scene.exempt(Exemption.Kind.WEATHER, SWEEP, Set.of(), "06:00", "10:00");
    assertEquals(Outcome.EXEMPT, outcome(scene.judge("12:00")));
  }
}
