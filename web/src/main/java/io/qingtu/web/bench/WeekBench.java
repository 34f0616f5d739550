package io.qingtu.web.bench;

import io.qingtu.route.Ledger;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.server.analyze.StoredPeriod;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.PositionStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A week of a large fleet from the database to alerts, trips and passes, against reading the same
 * stream and doing nothing with it.
 */
public final class WeekBench {
  private static final int BATCH = 20_000;

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
   * @param vehicles at least so many
   * @param days of the week that they drive
   * @throws IOException where the fleet's tracks cannot be kept meanwhile
   */
  public BenchResult run(int vehicles, int days) throws IOException {
    SyntheticFleet fleet = SyntheticFleet.drive(days, vehicles);
    CityPlan plan = fleet.plan();
    new PlanStore(database).write(plan);
    long rows = fill(fleet);
    progress.printf("%,d positions of %,d vehicles are stored%n", rows, plan.vehicles().size());
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
        .with("vehicles", plan.vehicles().size());
  }

  private long fill(SyntheticFleet fleet) {
    Map<String, Integer> ids = new HashMap<>();
    database.query(
        "select plate, id from vehicle", row -> ids.put(row.getString(1), row.getInt(2)));
    PositionStore store = new PositionStore(database);
    List<PositionRow> batch = new ArrayList<>(BATCH + fleet.copies());
    long rows = 0;
    for (Position p : fleet.driven()) {
      for (int copy = 0; copy < fleet.copies(); copy++) {
        Position own = SyntheticFleet.of(p, copy);
        batch.add(new PositionRow(ids.get(own.plate()), own, new byte[0]));
      }
      if (batch.size() >= BATCH) {
        rows += store.save(batch).size();
        batch.clear();
      }
    }
    return rows + (batch.isEmpty() ? 0 : store.save(batch).size());
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
