package io.qingtu.route.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.sweep.PassCounter.Count;
import io.qingtu.route.sweep.PassCounter.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: passes over a side of 1,000 m, which is 100 cells. */
class PassCounterTest {
  private final PassCounter counter = new PassCounter(Parameters.DEFAULTS);

  /** Cells count from 1, as people do. */
  private static Run run(String from, String to, int firstCell, int lastCell) {
    Intervals cells = new Intervals();
    cells.add(firstCell - 1, lastCell);
    return new Run("V", CleaningScene.at(from), CleaningScene.at(to), cells);
  }

  private Count count(Run... runs) {
    return counter.count(List.of(runs), 100, null);
  }

  private static void assertCount(int done, double doneCoverage, List<Double> open, Count count) {
    assertEquals(done, count.done());
    assertEquals(doneCoverage, count.doneCoverage());
    assertEquals(open, count.open());
  }

  private static final Run A = run("06:00", "06:08", 1, 86);
  private static final Run B = run("06:50", "06:52", 80, 100);

  @Test
  void twoRunsJoinToOnePass() {
    assertCount(1, 1.0, List.of(), count(A, B));
  }

  @Test
  void aRunEighteenMinutesAfterAPassIsIgnored() {
    assertCount(1, 1.0, List.of(), count(A, B, run("07:10", "07:20", 1, 100)));
  }

  @Test
  void aRunThirtyThreeMinutesAfterAPassIsTheSecond() {
    assertEquals(2, count(A, B, run("07:25", "07:35", 1, 100)).done());
  }

  @Test
  void thirtyMinutesAfterAPassIsLateEnoughAndASecondLessIsNot() {
    assertEquals(2, count(A, B, run("07:22", "07:32", 1, 100)).done());
    assertEquals(1, count(A, B, run("07:21:59", "07:32", 1, 100)).done());
  }

  @Test
  void aPassBeforeTheWindowKeepsItsDistanceFromTheFirstOneInIt() {
    Instant before = CleaningScene.at("05:40");
    List<Run> soon = List.of(run("06:00", "06:08", 1, 100));
    assertEquals(0, counter.count(soon, 100, before).done());
    assertEquals(before, counter.count(soon, 100, before).lastDone());
    List<Run> later = List.of(run("06:10", "06:18", 1, 100));
    assertEquals(1, counter.count(later, 100, before).done());
    assertEquals(CleaningScene.at("06:18"), counter.count(later, 100, before).lastDone());
  }

  @Test
  void ninetyCellsAreAPassAndEightyNineAreNot() {
    assertCount(1, 0.90, List.of(), count(run("06:00", "06:08", 1, 90)));
    assertCount(0, 0, List.of(0.89), count(run("06:00", "06:08", 1, 89)));
  }

  @Test
  void runsJoinWithinTwoHoursAndNotASecondLater() {
    assertEquals(1, count(A, run("08:00", "08:05", 80, 100)).done());
    assertCount(0, 0, List.of(0.86, 0.21), count(A, run("08:00:01", "08:05", 80, 100)));
  }

  @Test
  void anAttemptIsBuiltOnForTwoHoursAndNotASecondLonger() {
    assertEquals(0.86, count(A).buildingAt(CleaningScene.at("08:00")));
    assertEquals(0, count(A).buildingAt(CleaningScene.at("08:00:01")));
    assertEquals(0, count(A, B).buildingAt(CleaningScene.at("07:00")), "a pass is done");
    assertEquals(0, count().buildingAt(CleaningScene.at("07:00")));
  }

  @Test
  void aConvoyIsOnePass() {
    assertEquals(
        1,
        count(
                run("06:00", "06:10", 1, 100),
                run("06:01", "06:11", 1, 100),
                run("06:02", "06:12", 1, 100))
            .done());
  }

  @Test
  void theBestAttemptStandsFirst() {
    assertEquals(
        List.of(0.5, 0.2),
        count(run("06:00", "06:02", 1, 20), run("09:00", "09:05", 1, 50)).open());
  }

  @Test
  void repeatingWorkAtOnceNeverAddsAPass() {
    Random random = new Random(16);
    for (int round = 0; round < 200; round++) {
      List<Run> honest = new ArrayList<>();
      for (int pass = 0; pass < 4; pass++) {
        int minute = 60 * pass + random.nextInt(10);
        honest.add(
            run(minute / 60 + ":" + minute % 60, minute / 60 + ":" + (minute % 60 + 8), 1, 95));
      }
      List<Run> padded = new ArrayList<>(honest);
      for (Run r : honest) {
        // half an hour from a pass to the next: what is driven in between is for nothing
        Instant again = r.end().plusSeconds(60 + random.nextInt(600));
        padded.add(new Run("V", again, again.plusSeconds(480), r.cells()));
      }
      Collections.shuffle(padded, random);
      assertEquals(counter.count(honest, 100, null), counter.count(padded, 100, null));
    }
  }

  @Test
  void anyOrderGivesTheSameCount() {
    Random random = new Random(20261116);
    for (int round = 0; round < 200; round++) {
      List<Run> runs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        int minute = random.nextInt(700);
        int cell = 1 + random.nextInt(60);
        runs.add(
            run(
                minute / 60 + ":" + minute % 60,
                (minute + 5) / 60 + ":" + (minute + 5) % 60,
                cell,
                cell + random.nextInt(41)));
      }
      Count expected = counter.count(runs, 100, null);
      Collections.shuffle(runs, random);
      assertEquals(expected, counter.count(runs, 100, null));
    }
  }
}
