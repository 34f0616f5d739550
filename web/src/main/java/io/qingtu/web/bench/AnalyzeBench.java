package io.qingtu.web.bench;

import io.qingtu.route.VehicleAnalysis;
import io.qingtu.route.geo.Corridor;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The whole rule step, as live and batch drive it, over a city of 1,000 corridors, 2,000 places and
 * 30,000 segments. The floor asks of the same fixes only where they are: projected into the plane,
 * which places contain them, which roads are near, how far their own corridor is. It cleans nothing
 * and remembers nothing.
 */
public final class AnalyzeBench {
  /** How far the rules look for roads, m. */
  private static final double ROADS = 25;

  /**
   * How long to measure.
   *
   * @param rounds that count, of one pass over all fixes each, in turn with the floor
   * @param warmUp rounds that do not count
   * @param vehicles each with a day of fixes, one every ten seconds
   */
  public record Effort(int rounds, int warmUp, int vehicles) {
    /**
     * A million fixes a round; about a minute. The compiler takes five or six rounds until the step
     * is as fast as it stays.
     */
    public static final Effort FULL = new Effort(7, 6, 120);

    /** To see whether it works, in some seconds. */
    public static final Effort QUICK = new Effort(2, 1, 20);
  }

  /** A day at one every ten seconds. */
  private static final int FIXES = 8640;

  private final PrintStream progress;
  private final RuleSet rules;
  private final List<Vehicle> vehicles;
  private final List<List<Position>> tracks = new ArrayList<>();
  private final long fixes;
  private long alerts;
  private long sink;

  /** Draws the city and drives its vehicles. */
  public AnalyzeBench(PrintStream progress, Effort effort) {
    this.progress = progress;
    BenchCity city = new BenchCity(effort.vehicles());
    vehicles = city.vehicles();
    for (int i = 0; i < vehicles.size(); i++) {
      tracks.add(BenchTrack.of(vehicles.get(i), city.way(i), city.plane(), FIXES));
    }
    fixes = (long) FIXES * vehicles.size();
    rules = new RuleSet(city.plan(), Parameters.DEFAULTS);
  }

  /** The medians of all rounds, by CPU time of the measuring thread. */
  public BenchResult run(Effort effort) {
    double[] step = new double[effort.rounds()];
    double[] floor = new double[effort.rounds()];
    for (int round = -effort.warmUp(); round < effort.rounds(); round++) {
      double stepRate = rate(this::stepAll);
      double floorRate = rate(this::lookUpAll);
      if (round >= 0) {
        step[round] = stepRate;
        floor[round] = floorRate;
        progress.printf("%,.0f fixes/s, floor %,.0f%n", stepRate, floorRate);
      }
    }
    return new BenchResult(
            "analyze",
            median(step),
            "fixes/s of CPU time, one thread",
            median(floor),
            "projection and look-ups of the same fixes in the same grids, in the same run")
        .with("fixes", fixes)
        .with("alerts", alerts)
        .with("corridors", BenchCity.ROUTES)
        .with("places", BenchCity.PLACES)
        .with("segments", BenchCity.SEGMENTS);
  }

  private long stepAll() {
    long raised = 0;
    for (int i = 0; i < vehicles.size(); i++) {
      VehicleAnalysis analysis = new VehicleAnalysis(rules, vehicles.get(i));
      List<Position> track = tracks.get(i);
      for (Position p : track) {
        analysis.accept(p);
      }
      analysis.finish(track.get(track.size() - 1).fixTime());
      raised += analysis.findings().alerts().size();
    }
    alerts = raised;
    return raised;
  }

  private long lookUpAll() {
    long found = 0;
    PlaceIndex places = rules.places();
    for (int i = 0; i < vehicles.size(); i++) {
      Corridor corridor =
          rules.findWay("R%04d".formatted(i), tracks.get(i).get(0).fixTime()).corridor();
      Corridor.Hint hint = new Corridor.Hint();
      for (Position p : tracks.get(i)) {
        LocalPlane.Point at = rules.plane().point(p.longitude(), p.latitude());
        found += places.at(at.x(), at.y()).size();
        found += rules.roads().near(at.x(), at.y(), ROADS).size();
        found += corridor.distance(at.x(), at.y(), hint) > corridor.halfWidth() ? 1 : 0;
      }
    }
    return found;
  }

  private double rate(LongSupplier pass) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    sink += pass.getAsLong();
    return fixes * 1e9 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
  }

  private static double median(double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
