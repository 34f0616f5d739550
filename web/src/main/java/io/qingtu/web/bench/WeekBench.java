package io.qingtu.web.bench;

import io.qingtu.route.Ledger;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.analyze.StoredPeriod;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A week of a large fleet from the database to alerts, trips and passes, against reading the same
 * stream and doing nothing with it.
 */
public final class WeekBench {
  private final Database database;
  private final PrintStream progress;
  private final int threads;

  /**
   * @param database an empty one; it is filled
   * @param threads that analyze
   */
  public WeekBench(Database database, int threads, PrintStream progress) {
    this.database = database;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * @param vehicles so many
   * @param days of the week that they drive
   * @throws IOException where the fleet's tracks cannot be kept meanwhile
   */
  public BenchResult run(int vehicles, int days) throws IOException {
    SyntheticFleet fleet = SyntheticFleet.drive(days, vehicles);
    new StoredFleet(database, progress).store(fleet);
    PositionStream stream = new PositionStream(database);
    AtomicLong read = new AtomicLong();
    double floor =
        seconds(
            () ->
                stream.read(fleet.week().start(), fleet.week().end(), p -> read.incrementAndGet()));
    progress.printf("%,d read in %.1f s%n", read.get(), floor);
    RuleSet rules = new RuleSet(new PlanStore(database).read(), Parameters.DEFAULTS);
    Ledger[] found = new Ledger[1];
    long cpu = cpuNanos();
    double analysis =
        seconds(
            () ->
                found[0] =
                    new StoredPeriod(stream, threads)
                        .analyze(rules, fleet.week().start(), fleet.week().end(), s -> {}));
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    progress.printf(
        "%,d alerts, %,d trips, %,d passes in %.1f s%n",
        found[0].alerts().size(), found[0].trips().size(), found[0].passes().size(), analysis);
    return new BenchResult(
            "week",
            read.get() / analysis,
            "positions/s from the database to the ledger",
            read.get() / floor,
            "the same stream read and counted, in the same run")
        .with("positions", read.get())
        .with("seconds", analysis)
        .with("cpuSeconds", cpuSeconds)
        .with("floorSeconds", floor)
        .with("vehicles", vehicles);
  }

  /** Of this process, the database's own not counted. */
  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }
}
