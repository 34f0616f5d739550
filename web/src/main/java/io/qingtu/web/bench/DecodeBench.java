package io.qingtu.web.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DecodeBenchmark}: codec and floor in turn, each in a fresh JVM. */
public final class DecodeBench {
  /**
   * How long to measure.
   *
   * @param rounds of one JVM for the codec and one for the floor
   * @param warmUp iterations of a second that do not count
   * @param iterations of a second
   */
  public record Effort(int rounds, int warmUp, int iterations) {
    /** Some two minutes. */
    public static final Effort FULL = new Effort(5, 5, 5);

    /** To see whether it works, in some ten seconds. */
    public static final Effort QUICK = new Effort(1, 2, 2);
  }

  /** What a packet costs a worker thread. */
  private record Cost(double cpuNanos, double allocatedBytes) {}

  private final PrintStream progress;

  public DecodeBench(PrintStream progress) {
    this.progress = progress;
  }

  /**
   * The medians of all rounds.
   *
   * @throws IllegalStateException if a JVM failed, or decoded other values than the stream has
   */
  public BenchResult run(Effort effort) {
    List<Cost> codec = new ArrayList<>();
    List<Cost> floor = new ArrayList<>();
    for (int round = 1; round <= effort.rounds(); round++) {
      codec.add(measure("codec", effort));
      floor.add(measure("floor", effort));
      progress.printf(
          "round %d of %d: codec %s, floor %s%n",
          round, effort.rounds(), text(codec.get(round - 1)), text(floor.get(round - 1)));
    }
    double cpu = median(codec, Cost::cpuNanos);
    double floorCpu = median(floor, Cost::cpuNanos);
    return new BenchResult(
            "decode",
            1e9 / cpu,
            "packets/s of CPU time, one thread",
            1e9 / floorCpu,
            "a flyweight over byte[] into columns with the same checks, in the same run")
        .with("cpuNs", cpu)
        .with("floorCpuNs", floorCpu)
        .with("timesFloor", cpu / floorCpu)
        .with("allocatedBytes", median(codec, Cost::allocatedBytes))
        .with("floorAllocatedBytes", median(floor, Cost::allocatedBytes));
  }

  private Cost measure(String method, Effort effort) {
    Options options =
        new OptionsBuilder()
            .include(
                "^" + DecodeBenchmark.class.getName().replace(".", "\\.") + "\\." + method + "$")
            .forks(1)
            .warmupIterations(effort.warmUp())
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(effort.iterations())
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .build();
    try {
      RunResult result =
          new Runner(
                  options, OutputFormatFactory.createFormatInstance(progress, VerboseMode.SILENT))
              .runSingle();
      return cost(result);
    } catch (RunnerException e) {
      throw new IllegalStateException("the benchmark failed: " + e.getMessage(), e);
    }
  }

  /** The median of the iterations. */
  private static Cost cost(RunResult result) {
    List<Cost> iterations = new ArrayList<>();
    for (IterationResult iteration : result.getAggregatedResult().getIterationResults()) {
      double packets = counter(iteration, "packets");
      iterations.add(
          new Cost(
              counter(iteration, "cpuNanos") / packets,
              counter(iteration, "allocatedBytes") / packets));
    }
    return new Cost(median(iterations, Cost::cpuNanos), median(iterations, Cost::allocatedBytes));
  }

  private static double counter(IterationResult iteration, String name) {
    return iteration.getSecondaryResults().get(name).getScore();
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
    double[] sorted = costs.stream().mapToDouble(part).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String text(Cost cost) {
    return String.format("%.1f ns %.0f B", cost.cpuNanos(), cost.allocatedBytes());
  }
}
