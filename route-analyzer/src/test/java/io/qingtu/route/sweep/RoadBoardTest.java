package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.RoadBoard.Road;
import io.qingtu.route.sweep.RoadBoard.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoadBoardTest {
  /** Main Road: 300 m swept, 100 m not; an unnamed lane of 100 m. */
  private static CleaningScene city() {
    return new CleaningScene()
        .sweeper("A1")
        .street("S1", "Main Road", RoadGrade.SECOND, 0, 0, 300, 0)
        .street("S2", "Main Road", RoadGrade.FIRST, 300, 0, 400, 0)
        .street("L1", "", RoadGrade.LANE, 0, 500, 100, 500)
        .requires("S1", null, SWEEP, 1, "06:00-10:00")
        .requires("S2", Side.FWD, SWEEP, 2, "06:00-10:00")
        .requires("L1", Side.FWD, SWEEP, 1, "06:00-10:00")
        .drive("A1", "06:30", 6, 10, ON, 0, -4, 300, -4);
  }

  @Test
  void aRoadHasOneRowForEachSideAndWindow() {
    CleaningScene city = city();
    List<Road> board = RoadBoard.of(city.rules().plan().segments(), city.judge("12:00"));
    assertEquals(List.of("L1", "Main Road"), board.stream().map(Road::name).toList());
    Road main = board.get(1);
    assertEquals(RoadGrade.FIRST, main.grade());
    assertEquals(List.of(Side.FWD, Side.REV), main.rows().stream().map(Row::side).toList());
    Row forward = main.rows().get(0);
    assertEquals(2, forward.required());
    assertEquals(0, forward.done());
    assertEquals(0.75, forward.coverage(), 0.001);
    assertEquals(at("06:33"), forward.last());
    assertEquals(Map.of(Outcome.DONE, 1, Outcome.MISSED, 1), forward.segments());
    assertEquals(List.of("S2"), forward.lacking());
  }

  @Test
  void theOrderOfThePassesDoesNotMatter() {
    CleaningScene city = city();
    List<PassResult> passes = new ArrayList<>(city.judge("12:00"));
    List<Road> board = RoadBoard.of(city.rules().plan().segments(), passes);
    Collections.reverse(passes);
    assertEquals(board, RoadBoard.of(city.rules().plan().segments(), passes));
  }
}
