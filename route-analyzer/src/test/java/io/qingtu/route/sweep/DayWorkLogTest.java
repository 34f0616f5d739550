package io.qingtu.route.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.sweep.WorkRecord.Stretch;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.route.track.TrackCleaner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayWorkLogTest {
  private static final Sensors NOTHING =
      new Sensors(
          Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN);

  /** 23:59:00 of the city's 16 November. */
  private static final Instant EVENING = Instant.parse("2026-11-16T15:59:00Z");

  private final DayWorkLog log = new DayWorkLog("S1");
  private CleanFix previous;

  private void fix(int second, boolean acc, boolean afterGap, long delayMillis, boolean backfill) {
    Instant t = EVENING.plusSeconds(second);
    Position p =
        new Position(
            "S1",
            t,
            t.plusMillis(delayMillis),
            119.1,
            36.7,
            true,
            0,
            Double.NaN,
            -1,
            0,
            acc,
            9,
            Double.NaN,
            0,
            0,
            NOTHING,
            backfill);
    CleanFix fix = new CleanFix(new TrackCleaner.Point(p, 0, 0), 0, 0, 0, -1, false, afterGap);
    log.duty(fix, previous);
    previous = fix;
  }

  private List<VehicleDayWork> days() {
    return log.days(WorkRecord.NONE, run -> true);
  }

  @Test
  void dutyIsTimeWithTheIgnitionOnAndASilenceInItIsNotObserved() {
    fix(0, true, false, 0, false);
    fix(10, true, false, 0, false);
    fix(30, false, true, 0, false);
    fix(40, true, false, 0, false);
    assertEquals(30, days().get(0).dutySeconds());
    assertEquals(10, days().get(0).observedDutySeconds());
  }

  @Test
  void whatCameAfterwardsWasObservedButNotOnline() {
    fix(0, true, false, 0, false);
    fix(10, true, false, 0, false);
    fix(30, true, false, 3_600_000, true);
    fix(40, true, true, 0, false);
    assertEquals(40, days().get(0).dutySeconds());
    assertEquals(30, days().get(0).observedDutySeconds());
    assertEquals(10, days().get(0).onlineDutySeconds());
  }

  @Test
  void dutyOverMidnightBelongsToEachDayAsFarAsItsFixesTell() {
    fix(50, true, false, 0, false);
    fix(70, true, false, 0, false);
    assertEquals(LocalDate.of(2026, 11, 17), days().get(1).day());
    assertEquals(0, days().get(0).dutySeconds());
    assertEquals(10, days().get(1).dutySeconds());
  }

  @Test
  void delaysAreCountedByClassWithoutBackfill() {
    fix(0, true, false, 1000, false);
    fix(1, true, false, 1001, false);
    fix(2, true, false, -500, false);
    fix(3, true, false, 600_001, false);
    fix(4, true, false, 7_200_000, true);
    assertEquals(List.of(2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L), days().get(0).delays());
  }

  @Test
  void onlyValidStretchesOfPlannedRunsAreEffective() {
    fix(0, true, false, 0, false);
    log.operated(EVENING, 10, 25, true);
    log.operated(EVENING, 5, 20, false);
    Run planned = run("planned", true, false);
    Run elsewhere = run("elsewhere", true);
    VehicleDayWork day =
        log.days(new WorkRecord(List.of(planned, elsewhere)), r -> r.segmentId().equals("planned"))
            .get(0);
    assertEquals(15, day.operatingSeconds());
    assertEquals(45, day.operatingMetres());
    assertEquals(25, day.inSpeedMetres());
    assertEquals(30, day.effectiveMetres());
  }

  /** Stretches of 30 m. */
  private static Run run(String segment, boolean... valid) {
    List<Stretch> stretches = new ArrayList<>();
    for (boolean v : valid) {
      stretches.add(new Stretch(100, 130, EVENING, EVENING.plusSeconds(10), 8, v));
    }
    return new Run("S1", Operation.SWEEP, segment, Side.FWD, stretches);
  }

  @Test
  void aDayHasAClassForEveryDelay() {
    List<Long> eleven = Collections.nCopies(11, 0L);
    LocalDate day = LocalDate.of(2026, 11, 16);
    assertThrows(
        IllegalArgumentException.class,
        () -> new VehicleDayWork("S1", day, 0, 0, 0, 0, 0, 0, eleven));
  }
}
