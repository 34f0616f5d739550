package io.qingtu.web.bench;

import io.qingtu.route.forensics.SpillQuestion;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.Area;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PastQueries;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SpillFinder;
import io.qingtu.server.store.SpillQueries;
import io.qingtu.server.store.TrackQueries;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * What people ask of the tracks, over a month of a large fleet: one vehicle's day, everything in a
 * rectangle and an hour, the last positions of all, the fleet at a moment of the past, and who was
 * at a place in the month (P08). Each is asked several times of different vehicles, places and
 * days, twice over: the second time counts, with the pages in memory that the first one read.
 */
public final class QueryBench {
  private static final int QUESTIONS = 9;

  /** Half the side of the rectangle, degrees: some 2 km by 2 km in all. */
  private static final double HALF = 0.01;

  private final Database database;
  private final PrintStream progress;
  private final PositionStore positions;
  private final TrackQueries tracks;
  private final PastQueries past;

  /**
   * @param database an empty one, which is filled, or one that this bench has filled before
   */
  public QueryBench(Database database, PrintStream progress) {
    this.database = database;
    this.progress = progress;
    this.positions = new PositionStore(database);
    this.tracks = new TrackQueries(database);
    this.past = new PastQueries(database);
  }

  /** Asks; of each question the median counts. */
  public BenchResult run(int vehicles, int days) {
    QueryMonth month = new QueryMonth(vehicles, days);
    if (database.query("select 1 from last_position limit 1", r -> 1).isEmpty()) {
      new PlanStore(database).write(LoopFleet.plan(month.vehicles()));
      month.fill(positions, progress);
    }
    // as the server's autovacuum would have done it by and by
    database.update("vacuum (analyze) positions");
    database.update("vacuum (analyze) presence");
    long stored = positions.count();
    progress.printf("%,d positions of %,d vehicles are stored%n", stored, month.vehicles());
    double bare = median("a vehicle's day, not read", i -> dayUnread(month, i));
    double day = median("a vehicle's day", i -> day(month, i));
    double hour = median("a rectangle and an hour", i -> hour(month, i));
    double latest = median("the last positions of all", i -> positions.latest().size());
    double moment =
        median("the fleet at a moment", i -> past.fleetAt(month.evening(i), Scope.CITY).size());
    double spill = median("who was at a place in the month", i -> spill(month, i));
    return BenchResult.ofTimes(
            "query",
            day,
            "ms for one vehicle's day, median",
            bare,
            "the same rows from the database without looking at them, in the same run")
        .with("rectangleAndHourMs", hour)
        .with("lastPositionsMs", latest)
        .with("fleetAtMomentMs", moment)
        .with("placeInMonthMs", spill)
        .with("positions", stored)
        .with("vehicles", month.vehicles());
  }

  /** A question, by its number. */
  private interface Question {
    /** How much there was in the answer. */
    long ask(int number);
  }

  /** ms; the first time over warms up. */
  private double median(String name, Question question) {
    IntStream.range(0, QUESTIONS).forEach(question::ask);
    long found = 0;
    double[] times = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long begun = System.nanoTime();
      found = Math.max(found, question.ask(i));
      times[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(times);
    progress.printf(
        "%s: %.1f ms, slowest %.1f ms, up to %,d found%n",
        name, times[QUESTIONS / 2], times[QUESTIONS - 1], found);
    return times[QUESTIONS / 2];
  }

  private long day(QueryMonth month, int i) {
    Instant from = QueryMonth.BEGIN.plus(Duration.ofDays(i % month.days()));
    return tracks.track(month.busy(i), from, from.plus(Duration.ofDays(1))).size();
  }

  /** The rows of a vehicle's day as they come, in bytes. */
  private long dayUnread(QueryMonth month, int i) {
    Instant from = QueryMonth.BEGIN.plus(Duration.ofDays(i % month.days()));
    String rows =
        """
        copy (select * from positions
          where vehicle_id = (select id from vehicle where plate = '%s')
            and time >= '%s' and time < '%s' order by time) to stdout (format binary)"""
            .formatted(month.busy(i), from, from.plus(Duration.ofDays(1)));
    return database.inTransaction(
        "reading a day",
        connection -> {
          CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(rows);
          long bytes = 0;
          for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            bytes += row.length;
          }
          return bytes;
        });
  }

  private long hour(QueryMonth month, int i) {
    double[] place = place(i);
    Area area = new Area(place[0] - HALF, place[1] - HALF, place[0] + HALF, place[1] + HALF);
    Instant from = month.evening(i);
    return past.inside(area, from, from.plus(Duration.ofHours(1)), Scope.CITY).values().stream()
        .mapToLong(List::size)
        .sum();
  }

  private long spill(QueryMonth month, int i) {
    double[] place = place(i);
    SpillQueries queries = new SpillQueries(database, Parameters.DEFAULTS);
    SpillQuestion question =
        new SpillQuestion(
            place[0],
            place[1],
            QueryMonth.BEGIN,
            QueryMonth.BEGIN.plus(Duration.ofDays(month.days())));
    int suspects = new SpillFinder(queries, Parameters.DEFAULTS).find(question, Scope.CITY).size();
    return suspects + queries.unobserved(question.clean(), question.dirty(), Scope.CITY).size();
  }

  /** A crossing. */
  private static double[] place(int i) {
    double x = LoopFleet.BLOCK * (20.0 + 6 * i);
    double y = LoopFleet.BLOCK * (80.0 - 6 * i);
    return new double[] {LoopFleet.PLANE.longitude(x, y), LoopFleet.PLANE.latitude(x, y)};
  }
}
