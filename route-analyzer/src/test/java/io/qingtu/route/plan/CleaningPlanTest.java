package io.qingtu.route.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: windows of the plan and the shift around them; 16 November is a Monday. */
class CleaningPlanTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  private static Requirement requirement(
      String from, String to, Set<DayOfWeek> days, String contractor) {
    return new Requirement(
        "Q" + from,
        Optional.empty(),
        Optional.of(RoadGrade.FIRST),
        EnumSet.allOf(Side.class),
        Operation.SWEEP,
        1,
        new DailyHours(LocalTime.parse(from), LocalTime.parse(to)),
        days,
        contractor);
  }

  private static Requirement daily(String from, String to) {
    return requirement(from, to, EnumSet.allOf(DayOfWeek.class), "East");
  }

  private static Instant at(int day, String time) {
    return LocalDate.of(2026, 11, day)
        .atTime(LocalTime.parse(time))
        .atZone(DailyHours.CITY_ZONE)
        .toInstant();
  }

  private static Vehicle vehicle(VehicleKind kind, String company) {
    return new Vehicle("V", kind, company, Double.NaN, Set.of());
  }

  @Test
  void aWindowAcrossMidnightEndsTheNextDay() {
    var w = CleaningPlan.window(daily("22:00", "05:00"), MONDAY).orElseThrow();
    assertEquals(at(16, "22:00"), w.start());
    assertEquals(at(17, "05:00"), w.end());
  }

  @Test
  void equalEndsAreAWholeDay() {
    var w = CleaningPlan.window(daily("06:00", "06:00"), MONDAY).orElseThrow();
    assertEquals(at(17, "06:00"), w.end());
  }

  @Test
  void aNightWindowRunsInTheMorningOfTheDayAfterItsOwn() {
    Requirement sunday = requirement("22:00", "05:00", EnumSet.of(DayOfWeek.SUNDAY), "East");
    assertTrue(CleaningPlan.running(sunday, at(16, "04:59")).isPresent());
    assertFalse(CleaningPlan.running(sunday, at(16, "05:00")).isPresent());
    assertFalse(CleaningPlan.running(sunday, at(16, "23:00")).isPresent());
    assertTrue(CleaningPlan.running(sunday, at(15, "22:00")).isPresent());
  }

  @Test
  void aWindowIsDueIfItBeginsWhileItsLineHolds() {
    Requirement night = daily("22:00", "05:00");
    Requirement ended = night.during(new Validity(Instant.MIN, at(17, "00:00")));
    assertTrue(CleaningPlan.window(ended, MONDAY).isPresent(), "begun before");
    assertTrue(CleaningPlan.running(ended, at(17, "04:59")).isPresent(), "and runs to its end");
    assertEquals(Optional.empty(), CleaningPlan.window(ended, MONDAY.plusDays(1)));
    Requirement begun = night.during(new Validity(at(16, "22:00"), Instant.MAX));
    assertTrue(CleaningPlan.window(begun, MONDAY).isPresent());
    Requirement late = night.during(new Validity(at(16, "22:00").plusSeconds(1), Instant.MAX));
    assertEquals(Optional.empty(), CleaningPlan.window(late, MONDAY));
    assertEquals(Optional.empty(), CleaningPlan.running(late, at(17, "03:00")));
  }

  @Test
  void aShiftIsThatOfTheLinesOfItsDayAndUnknownWhereThereAreNone() {
    Requirement before = daily("06:00", "08:00").during(new Validity(Instant.MIN, at(17, "00:00")));
    Requirement after =
        daily("14:00", "16:00").during(new Validity(at(17, "00:00"), at(20, "00:00")));
    Shift shift = new Shift(List.of(before, after), Parameters.DEFAULTS);
    assertTrue(shift.isOpen(at(16, "07:00")));
    assertFalse(shift.isOpen(at(16, "15:00")));
    assertFalse(shift.isOpen(at(17, "07:00")));
    assertTrue(shift.isOpen(at(17, "15:00")));
    assertFalse(shift.isOpen(at(20, "15:00")), "the plan has just ended");
    assertTrue(shift.isOpen(at(23, "03:00")), "nothing is asked of it any more");
  }

  @Test
  void anOperationIsAskedForAroundTheTimeOfItsLine() {
    Requirement r = daily("22:00", "05:00").during(new Validity(at(16, "00:00"), at(18, "00:00")));
    CleaningPlan plan = new CleaningPlan(List.of(r));
    Segment road =
        new Segment("S", "", RoadGrade.FIRST, EnumSet.allOf(Side.class), null, Double.NaN, false);
    assertFalse(plan.asksFor(Operation.SWEEP, road, Side.FWD, at(14, "23:59")));
    assertTrue(plan.asksFor(Operation.SWEEP, road, Side.FWD, at(17, "12:00")));
    assertTrue(plan.asksFor(Operation.SWEEP, road, Side.FWD, at(18, "04:59")));
    assertFalse(plan.asksFor(Operation.SWEEP, road, Side.FWD, at(19, "00:00")));
    assertFalse(plan.asksFor(Operation.WASH, road, Side.FWD, at(17, "12:00")));
  }

  @Test
  void aVehicleServesItsContractorWithWhatItsKindCanDo() {
    CleaningPlan plan =
        new CleaningPlan(
            List.of(
                daily("06:00", "08:00"),
                requirement("09:00", "10:00", EnumSet.allOf(DayOfWeek.class), "West"),
                requirement("11:00", "12:00", EnumSet.allOf(DayOfWeek.class), "")));
    assertEquals(
        List.of("Q06:00", "Q11:00"),
        plan.servedBy(vehicle(VehicleKind.SWEEPER, "East")).stream().map(Requirement::id).toList());
    assertEquals(2, plan.servedBy(vehicle(VehicleKind.WASH_SWEEPER, "West")).size());
    assertEquals(List.of(), plan.servedBy(vehicle(VehicleKind.SPRINKLER, "East")));
  }

  @Test
  void aShiftIsOpenFromAnHourBeforeToAnHourAfterTheDaysWindows() {
    Shift shift =
        new Shift(List.of(daily("06:00", "08:00"), daily("14:00", "16:00")), Parameters.DEFAULTS);
    assertFalse(shift.isOpen(at(16, "04:59")));
    assertTrue(shift.isOpen(at(16, "05:00")));
    assertTrue(shift.isOpen(at(16, "11:00")));
    assertTrue(shift.isOpen(at(16, "16:59")));
    assertFalse(shift.isOpen(at(16, "17:00")));
  }

  @Test
  void aShiftMayBeginTheEveningBefore() {
    Shift night = new Shift(List.of(daily("00:30", "04:00")), Parameters.DEFAULTS);
    assertTrue(night.isOpen(at(16, "23:30")));
    assertFalse(night.isOpen(at(16, "23:29")));
  }
}
