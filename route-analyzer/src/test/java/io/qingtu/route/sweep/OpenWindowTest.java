package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.FLUSH;
import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.OpenWindow.State;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: how far the windows have come that are not judged yet. */
class OpenWindowTest {
  private static CleaningScene dueForward(int passes) {
    return new CleaningScene()
        .mainRoad()
        .sweeper("A1")
        .sweeper("A2")
        .requires("S1", Side.FWD, SWEEP, passes, "06:00-10:00");
  }

  private static OpenWindow only(List<OpenWindow> windows) {
    assertEquals(1, windows.size(), windows::toString);
    return windows.get(0);
  }

  @Test
  void aWindowIsUpcomingThenRunningThenJudgedAndNeverTwoOfThem() {
    CleaningScene scene = dueForward(1);
    assertEquals(State.UPCOMING, only(scene.open("05:59:59")).state());
    assertEquals(State.RUNNING, only(scene.open("06:00")).state());
    assertEquals(State.RUNNING, only(scene.open("09:59:59")).state());
    assertEquals(List.of(), scene.judge("09:59:59"));
    assertEquals(List.of(), scene.open("10:00"));
    assertEquals(1, scene.judge("10:00").size());
  }

  @Test
  void withoutWorkNothingIsDoneAndNothingIsSaidOfIt() {
    OpenWindow w = only(dueForward(2).open("09:00"));
    assertEquals(2, w.required());
    assertEquals(0, w.done());
    assertEquals(0, w.coverage());
    assertNull(w.last());
    assertEquals(List.of(), w.plates());
  }

  @Test
  void showsThePassThatIsBeingBuilt() {
    OpenWindow w =
        only(dueForward(1).drive("A1", "06:30", 6, 10, ON, 0, -4, 595, -4).open("06:40"));
    assertEquals(0, w.done());
    assertEquals(0.6, w.coverage());
    assertEquals(at("06:30"), w.first());
    assertEquals(at("06:35:57"), w.last());
    assertEquals(List.of("A1"), w.plates());
  }

  @Test
  void anAttemptThatNobodyCanJoinAnyMoreIsNotBeingBuilt() {
    CleaningScene scene = dueForward(1).drive("A1", "06:30", 6, 10, ON, 0, -4, 595, -4);
    assertEquals(0.6, only(scene.open("08:30")).coverage());
    OpenWindow later = only(scene.open("08:30:01"));
    assertEquals(0, later.coverage());
    assertEquals(at("06:35:57"), later.last(), "the work itself stays on record");
  }

  @Test
  void afterAPassTheNextOneBeginsAtNothing() {
    CleaningScene scene = dueForward(2).drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4);
    OpenWindow one = only(scene.open("06:30"));
    assertEquals(1, one.done());
    assertEquals(0, one.coverage());
    OpenWindow two = only(scene.drive("A2", "07:00", 6, 10, ON, 0, -4, 500, -4).open("07:30"));
    assertEquals(1, two.done());
    assertEquals(0.5, two.coverage());
    assertEquals(List.of("A1", "A2"), two.plates());
  }

  @Test
  void whereNothingIsLackingTheLastPassIsShown() {
    OpenWindow w =
        only(dueForward(1).drive("A1", "06:00", 6, 10, ON, 0, -4, 1000, -4).open("08:30"));
    assertEquals(State.RUNNING, w.state());
    assertEquals(1, w.done());
    assertEquals(1.0, w.coverage());
  }

  @Test
  void workLittleBeforeTheWindowCountsForItAndDrivingWithoutTheBrushDoesNot() {
    CleaningScene early = dueForward(1).drive("A1", "05:45", 6, 10, ON, 0, -4, 500, -4);
    assertEquals(0.5, only(early.open("05:55")).coverage());
    CleaningScene idle = dueForward(1).drive("A1", "06:10", 6, 10, OFF, 0, -4, 500, -4);
    assertEquals(0, only(idle.open("06:30")).coverage());
  }

  @Test
  void workInAnEarlierWindowOfTheDayIsNotCountedAgain() {
    CleaningScene scene =
        dueForward(1)
            .requires("S1", Side.FWD, SWEEP, 1, "10:00-12:00")
            .drive("A1", "09:45", 6, 10, ON, 0, -4, 1000, -4);
    OpenWindow second = only(scene.open("10:30"));
    assertEquals(at("10:00"), second.windowStart());
    assertEquals(0, second.done());
  }

  @Test
  void aWindowSinceTheEveningBeforeRunsPastMidnightAndOneOfTomorrowIsNotShown() {
    CleaningScene night =
        new CleaningScene()
            .mainRoad()
            .sweeper("A1")
            .requires("S1", Side.FWD, SWEEP, 1, "22:00-05:00");
    assertEquals(
        List.of(at("22:00")), night.open("23:59").stream().map(OpenWindow::windowStart).toList());
    assertEquals(
        List.of(at("22:00"), at("46:00")),
        night.open("24:30").stream().map(OpenWindow::windowStart).toList());
    assertEquals(
        List.of(State.RUNNING, State.UPCOMING),
        night.open("24:30").stream().map(OpenWindow::state).toList());
  }

  @Test
  void anExemptedWindowIsNobodysToDo() {
    CleaningScene scene = dueForward(1).requires("S1", Side.FWD, FLUSH, 1, "06:00-10:00");
    scene.exempt(Exemption.Kind.WEATHER, FLUSH, Set.of(), "05:00", "11:00");
    assertEquals(SWEEP, only(scene.open("07:00")).op());
  }
}
