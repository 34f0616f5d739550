package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: back lanes, of which so many passes are due in a week. */
class WeeklyCoverageTest {
  /** A back lane that is to be swept three times a week, from Monday to Saturday. */
  private static CleaningScene lane() {
    return streets().requirement(line(3));
  }

  private static CleaningScene streets() {
    return new CleaningScene().street("S1", "Lane", RoadGrade.LANE, 0, 0, 1000, 0).sweeper("A1");
  }

  private static Requirement line(int passes) {
    return new Requirement(
        "Q9",
        Optional.empty(),
        Optional.of(RoadGrade.LANE),
        EnumSet.of(Side.FWD),
        SWEEP,
        passes,
        new DailyHours(LocalTime.of(6, 0), LocalTime.of(18, 0)),
        EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)),
        CleaningScene.CONTRACTOR,
        Per.WEEK);
  }

  private static CleaningScene swept(CleaningScene scene, String... times) {
    for (String time : times) {
      scene.drive("A1", time, 6, 10, ON, 0, -4, 1000, -4);
    }
    return scene;
  }

  @Test
  void passesOfAWeekCountOnWhicheverOfItsDays() {
    PassResult r = only(swept(lane(), "07:00", "55:00", "137:00").judge("168:00"));
    assertEquals(Outcome.DONE, r.result());
    assertEquals(3, r.done());
    assertEquals(at("06:00"), r.windowStart());
    assertEquals(at("138:00"), r.windowEnd(), "Saturday at six");
  }

  @Test
  void workOutsideTheHoursOfTheDaysIsNoneOfTheWeek() {
    // Monday at seven in the evening, Sunday at noon
    PassResult r = only(swept(lane(), "07:00", "19:00", "55:00", "156:00").judge("192:00"));
    assertEquals(2, r.done());
    assertEquals(3, r.required());
    assertEquals(Outcome.UNOBSERVED, r.result(), "it may have swept where nobody saw it");
    assertEquals(Outcome.MISSED, only(lane().judge("192:00")).result());
  }

  @Test
  void aWeekIsJudgedWhenItHasEndedAndFromItsBeginningAlone() {
    CleaningScene scene = swept(lane(), "07:00", "55:00", "137:00");
    assertEquals(0, scene.judge("137:59").size());
    assertEquals(1, scene.judge("138:00").size());
    assertEquals(1, scene.judge(scene.works(), "12:00", "168:00").size(), "began that Monday");
    assertEquals(0, scene.judge(scene.works(), "24:00", "168:00").size(), "its Monday is not seen");
    assertEquals(2, scene.judge("336:00").size());
    assertEquals(0, scene.turnouts("168:00").size(), "no day of it begins late");
  }

  @Test
  void aWeekThatHasBegunStaysDueAsItWas() {
    Requirement three = line(3).during(new Validity(Instant.MIN, at("72:00")));
    Requirement one = line(1).during(new Validity(at("72:00"), Instant.MAX));
    CleaningScene scene = streets().requirement(three).requirement(one);
    PassResult week = only(swept(scene, "07:00", "55:00", "137:00").judge("168:00"));
    assertEquals(3, week.required(), "on Thursday the plan has become another");
    assertEquals(3, week.done(), "Saturday's pass is of the same week");
    assertEquals(List.of(3, 1), scene.judge("336:00").stream().map(PassResult::required).toList());
  }

  @Test
  void aWeekIsDueOnceWhateverDaysTheNextLineNames() {
    Validity before = new Validity(Instant.MIN, at("72:00"));
    Validity after = new Validity(at("72:00"), Instant.MAX);
    for (DayOfWeek[] days :
        new DayOfWeek[][] {
          {DayOfWeek.MONDAY, DayOfWeek.FRIDAY}, {DayOfWeek.FRIDAY, DayOfWeek.MONDAY}
        }) {
      CleaningScene scene =
          streets()
              .requirement(on(days[0], line(1)).during(before))
              .requirement(on(days[1], line(1)).during(after));
      assertEquals(1, scene.judge("168:00").size(), "in the week of the change " + days[0]);
      assertEquals(2, scene.judge("336:00").size());
    }
  }

  @Test
  void workForAWeekCountsAfterItsLineHasEnded() {
    CleaningScene scene =
        new CleaningScene()
            .street("S1", "Lane", RoadGrade.LANE, 0, 0, 1000, 0)
            .vehicle("A1", VehicleKind.WASH_SWEEPER, SensorKind.BRUSH)
            .requirement(line(1).during(new Validity(Instant.MIN, at("58:00"))));
    assertEquals(Outcome.DONE, only(swept(scene, "103:00").judge("168:00")).result());
  }

  private static Requirement on(DayOfWeek day, Requirement r) {
    return new Requirement(
        r.id(),
        r.segmentId(),
        r.grade(),
        r.sides(),
        r.op(),
        r.passes(),
        r.window(),
        EnumSet.of(day),
        r.contractor(),
        r.per());
  }

  @Test
  void theBoardShowsHowFarTheWeekHasCome() {
    OpenWindow w = swept(lane(), "07:00", "55:00").open("60:00").get(0);
    assertEquals(OpenWindow.State.RUNNING, w.state());
    assertEquals(2, w.done());
    assertEquals(3, w.required());
    assertEquals(at("138:00"), w.windowEnd());
    assertEquals(1, swept(lane()).open("60:00").size());
    assertEquals(0, swept(lane()).open("139:00").size(), "the next week has not come");
  }

  private static PassResult only(List<PassResult> results) {
    assertEquals(1, results.size(), results::toString);
    return results.get(0);
  }
}
