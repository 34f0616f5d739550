package io.qingtu.web.bench;

import io.qingtu.route.forensics.SpillQuestion;
import io.qingtu.route.forensics.Suspect;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SpillFinder;
import io.qingtu.server.store.SpillQueries;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The reverse query (P08) over a month of a large fleet, against reading by place the fixes that it
 * needs. The month is thinned: an hour a day with a fix in 30 s, on loops through one city.
 */
public final class QueryBench {
  private static final Instant BEGIN = Instant.parse("2026-10-01T12:00:00Z");
  private static final int BATCH = 20_000;
  private static final int FIXES_A_DAY = 120;
  private static final int STEP_SECONDS = 30;

  /** At 36 km/h, m. */
  private static final int STEP_METRES = 300;

  /** As far as the question over a long time reads, m. */
  private static final double REACH = 400;

  private static final int QUESTIONS = 9;

  private final Database database;
  private final PrintStream progress;

  /**
   * @param database an empty one; it is filled
   */
  public QueryBench(Database database, PrintStream progress) {
    this.database = database;
    this.progress = progress;
  }

  /** Asks at crossings across the city; the median counts, the slowest is among the figures. */
  public BenchResult run(int vehicles, int days) {
    new PlanStore(database).write(LoopFleet.plan(vehicles));
    long rows = fill(vehicles, days);
    progress.printf("%,d positions of %,d vehicles are stored%n", rows, vehicles);
    SpillQueries queries = new SpillQueries(database, Parameters.DEFAULTS);
    SpillFinder finder = new SpillFinder(queries, Parameters.DEFAULTS);
    List<Double> answered = new ArrayList<>();
    List<Double> read = new ArrayList<>();
    int suspects = 0;
    for (int i = 0; i <= QUESTIONS; i++) {
      SpillQuestion question = question(i, days);
      long begin = System.nanoTime();
      Map<String, List<Position>> near =
          queries.near(
              question.longitude(),
              question.latitude(),
              REACH,
              question.clean(),
              question.dirty(),
              Scope.CITY);
      long middle = System.nanoTime();
      List<Suspect> found = finder.find(question, Scope.CITY);
      queries.unobserved(question.clean(), question.dirty(), Scope.CITY);
      long end = System.nanoTime();
      progress.printf(
          "%,d fixes near read in %.2f s; %,d suspects in %.2f s%n",
          near.values().stream().mapToLong(List::size).sum(),
          (middle - begin) / 1e9,
          found.size(),
          (end - middle) / 1e9);
      // the first one warms up
      if (i > 0) {
        read.add((middle - begin) / 1e6);
        answered.add((end - middle) / 1e6);
        suspects = Math.max(suspects, found.size());
      }
    }
    answered.sort(null);
    read.sort(null);
    return BenchResult.ofTimes(
            "query",
            answered.get(QUESTIONS / 2),
            "ms for who was at a place in a month, median",
            read.get(QUESTIONS / 2),
            "the fixes near the place read by the same index")
        .with("slowestMs", answered.get(QUESTIONS - 1))
        .with("positions", rows)
        .with("vehicles", vehicles)
        .with("suspects", suspects);
  }

  private static SpillQuestion question(int i, int days) {
    double x = LoopFleet.BLOCK * (8.0 + i);
    double y = LoopFleet.BLOCK * (16.0 - i);
    return new SpillQuestion(
        LoopFleet.PLANE.longitude(x, y),
        LoopFleet.PLANE.latitude(x, y),
        BEGIN,
        BEGIN.plus(Duration.ofDays(days)));
  }

  private long fill(int vehicles, int days) {
    PositionStore store = new PositionStore(database);
    List<PositionRow> batch = new ArrayList<>(BATCH);
    long rows = 0;
    for (int day = 0; day < days; day++) {
      for (int fix = 0; fix < FIXES_A_DAY; fix++) {
        for (int v = 1; v <= vehicles; v++) {
          Instant at =
              BEGIN.plusSeconds(86_400L * day + (long) STEP_SECONDS * fix + v % STEP_SECONDS);
          batch.add(new PositionRow(v, LoopFleet.fix(v, STEP_METRES * fix, at), new byte[0]));
          if (batch.size() == BATCH) {
            rows += store.save(batch).size();
            batch.clear();
          }
        }
      }
    }
    return rows + (batch.isEmpty() ? 0 : store.save(batch).size());
  }
}
