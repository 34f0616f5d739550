package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: which runs make a pass, and what may be unseen between them. */
class CoverageRunsTest {
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
  void theEndOfAWindowExcusesNoConvoy() {
    // the first ends at 08:40
    assertEquals(List.of(Outcome.DONE, Outcome.MISSED), inTwoWindows("08:30", "09:09:59"));
    assertEquals(List.of(Outcome.DONE, Outcome.DONE), inTwoWindows("08:30", "09:10"));
  }

  private static List<Outcome> inTwoWindows(String first, String second) {
    return city()
        .requires("S1", Side.FWD, SWEEP, 1, "06:00-09:00")
        .requires("S1", Side.FWD, SWEEP, 1, "09:00-12:00")
        .drive("A1", first, 6, 10, ON, 0, -4, 1000, -4)
        .drive("A2", second, 6, 10, ON, 0, -4, 1000, -4)
        .judge("13:00")
        .stream()
        .map(PassResult::result)
        .toList();
  }

  @Test
  void turningBackEndsARunAndAManoeuvreDoesNot() {
    CleaningScene thereAndBack =
        dueForward(2)
            .drive("A1", "06:00", 8, 10, ON, 0, -4, 1000, -4)
            .drive("A1", "06:08", 8, 10, ON, 1000, 4, 0, 4)
            .drive("A1", "06:16", 8, 10, ON, 0, -4, 1000, -4);
    assertEquals(3, thereAndBack.record("A1").runs().size());
    // 37 minutes after the first lap has ended: what was driven in between does not put it off
    thereAndBack.drive("A1", "06:45", 8, 10, ON, 0, -4, 1000, -4);
    assertEquals(2, only(thereAndBack.judge("12:00")).done());

    CleaningScene manoeuvre =
        dueForward(1)
            .drive("A1", "06:00", 6, 10, ON, 0, -4, 500, -4)
            .drive("A1", "06:05:10", 6, 2, ON, 498, -4, 490, -4)
            .drive("A1", "06:05:20", 6, 10, ON, 490, -4, 1000, -4);
    assertEquals(
        1, manoeuvre.record("A1").runs().stream().filter(r -> r.side() == Side.FWD).count());
    assertEquals(1.0, only(manoeuvre.judge("12:00")).coverage());
  }

  @Test
  void betweenRareFixesOnlyWhatFitsIntoTheTimeMayBeUnseen() {
    // in 60 s no more than 250 m can be swept: the pass lacks 900 m, or 100
    CleaningScene passing =
        dueForward(1)
            .drive("A1", "06:30", 20, 10, OFF, -400, -100, -300, -100)
            .drive("A1", "06:31:18", 20, 10, OFF, -100, -100, 500, -100);
    assertEquals(Outcome.MISSED, only(seldom(passing)).result());
    CleaningScene nearly =
        dueForward(1)
            .drive("A1", "06:30", 6, 10, ON, 0, -4, 800, -4)
            .drive("A1", "06:39", 6, 10, ON, 880, -4, 890, -4);
    assertEquals(Outcome.UNOBSERVED, only(seldom(nearly)).result());
  }

  /** Judged with every step that is too long to fill as unseen way. */
  private static List<PassResult> seldom(CleaningScene scene) {
    List<Gap> unseen = new ArrayList<>();
    List<CleanFix> fixes = scene.fixes("A1");
    for (int i = 1; i < fixes.size(); i++) {
      if (fixes.get(i).secondsSince(fixes.get(i - 1)) > 30) {
        unseen.add(new Gap(fixes.get(i - 1), fixes.get(i), false));
      }
    }
    Set<LocalDate> monday = Set.of(LocalDate.of(2026, 11, 16));
    VehicleWork work =
        new VehicleWork(scene.vehicle("A1"), scene.record("A1"), unseen, Set.of(), monday);
    return scene.judge(List.of(work), "00:00", "12:00");
  }

  @Test
  void aGapInTheTimeThatCountsBeforeTheWindowHidesWorkToo() {
    // work counts from 05:40 on; the first 400 m may have been swept between 05:40 and 05:45
    assertEquals(Outcome.UNOBSERVED, only(afterAGapUntil("05:45").judge("12:00")).result());
    // what was over by 05:40 counts for nothing
    assertEquals(Outcome.PARTIAL, only(afterAGapUntil("05:40").judge("12:00")).result());
  }

  private static CleaningScene afterAGapUntil(String time) {
    return dueForward(1)
        .drive("A1", "05:30", 6, 10, ON, -20, -4, 0, -4)
        .drive("A1", time, 6, 10, ON, 400, -4, 1000, -4);
  }
}
