package io.qingtu.web.bench;

import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.terminal.Acknowledgement;
import io.qingtu.web.bench.AlertReader.Told;
import io.qingtu.web.bench.OffendingFleet.Staged;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after the fix that decides it an alert is on a page: from the terminal's writing of the
 * fix, over TCP, to the message on a WebSocket. The floor is the acknowledgement of the same fixes:
 * their committed rows.
 */
public final class AlertBench {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Ten alerts a second: one on two hundred fixes, far more than a city has. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * What terminals send.
   *
   * @param vehicles that send a fix every {@code interval}, each in its own step
   * @param interval whole seconds
   * @param warmUp seconds that do not count
   * @param seconds that are measured
   */
  public record Load(int vehicles, int interval, int warmUp, int seconds) {}

  private record Key(String plate, Instant fixTime) {}

  /**
   * @param written when the terminal wrote it, by {@link System#nanoTime()}
   * @param untilAcknowledged ns
   */
  private record Times(long written, long untilAcknowledged) {}

  private final String database;
  private final Path folder;
  private final PrintStream progress;
  private final OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
  private final Map<Key, Times> times = new ConcurrentHashMap<>();
  private final List<Staged> staged = new ArrayList<>();
  private final Map<String, String> plates = new ConcurrentHashMap<>();

  /**
   * @param database URL of an empty one; it is filled
   * @param folder for what the server keeps in files
   */
  public AlertBench(String database, Path folder, PrintStream progress) {
    this.database = database;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Starts the server, drives, measures.
   *
   * @throws IllegalStateException where terminals are not let in
   */
  public BenchResult run(Load load) throws IOException, InterruptedException {
    BenchCity city = new BenchCity(load.vehicles());
    OffendingFleet fleet = new OffendingFleet(city);
    fleet.terminals().forEach(t -> plates.put(t.phone(), t.plate()));
    double before = machine.getSystemLoadAverage();
    try (BenchServer server = new BenchServer(database, folder, city.plan(), fleet.terminals());
        ConnectedFleet terminals =
            new ConnectedFleet(server.gateway(), fleet.terminals(), this::acknowledged);
        AlertReader reader =
            new AlertReader(server.webPort(), BenchServer.LOGIN, BenchServer.PASSWORD)) {
      fleet.begin(terminals, PATIENCE);
      progress.printf("%,d vehicles are connected%n", fleet.size());
      double rate = drive(load, fleet, terminals);
      terminals.awaitAcknowledgements(PATIENCE);
      awaitTold(reader);
      double after = machine.getSystemLoadAverage();
      progress.printf("load of the machine %.2f before, %.2f after%n", before, after);
      return result(reader)
          .with("vehicles", fleet.size())
          .with("positionsPerSecond", rate)
          .with("loadBefore", before)
          .with("loadAfter", after)
          .with("cores", machine.getAvailableProcessors());
    }
  }

  /** Returns the fixes of a second. */
  private double drive(Load load, OffendingFleet fleet, ConnectedFleet terminals) {
    Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    long begun = System.nanoTime();
    long interval = TimeUnit.SECONDS.toNanos(load.interval());
    int rounds = (load.warmUp() + load.seconds()) / load.interval();
    long lastOffence = rounds * interval - TimeUnit.SECONDS.toNanos(OffendingFleet.OFFENCE_SECONDS);
    long offences = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < fleet.size(); i++) {
        long due = round * interval + i * interval / fleet.size();
        for (long left = begun + due - System.nanoTime();
            left > 0;
            left = begun + due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        Instant now = first.plusSeconds(TimeUnit.NANOSECONDS.toSeconds(due));
        for (; offences * PAUSE_NANOS <= Math.min(due, lastOffence); offences++) {
          offend(fleet, now, due > TimeUnit.SECONDS.toNanos(load.warmUp()));
        }
        terminals.send(List.of(fleet.drive(i, now, load.interval())));
      }
    }
    return (double) rounds * fleet.size() / ((System.nanoTime() - begun) / 1e9);
  }

  private void offend(OffendingFleet fleet, Instant now, boolean counts) {
    Optional<Staged> next = fleet.offend(now);
    if (counts) {
      next.ifPresent(staged::add);
    }
  }

  private void acknowledged(Acknowledgement ack) {
    long now = System.nanoTime();
    Key fix = new Key(plates.get(ack.phone()), ack.fixTime());
    times.put(fix, new Times(now - ack.nanos(), ack.nanos()));
  }

  private void awaitTold(AlertReader reader) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline
        && staged.stream().anyMatch(s -> reader.find(s).isEmpty())) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private BenchResult result(AlertReader reader) {
    List<Double> alerts = new ArrayList<>();
    List<Double> acks = new ArrayList<>();
    for (Staged s : staged) {
      Optional<Told> told = reader.find(s);
      Times fix = told.map(t -> times.get(new Key(s.plate(), t.decided()))).orElse(null);
      if (fix != null) {
        alerts.add((told.get().nanos() - fix.written()) / 1e6);
        acks.add(fix.untilAcknowledged() / 1e6);
      }
    }
    progress.printf("%,d of %,d alerts were told%n", alerts.size(), staged.size());
    return BenchResult.ofTimes(
            "alert",
            quantile(alerts, 0.99),
            "ms from the deciding fix to the alert on a WebSocket, p99",
            quantile(acks, 0.99),
            "the acknowledgement of the same fixes, p99 in the same run")
        .with("p50", quantile(alerts, 0.5))
        .with("most", quantile(alerts, 1))
        .with("floorP50", quantile(acks, 0.5))
        .with("alerts", alerts.size())
        .with("alertsMissed", staged.size() - alerts.size());
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(null);
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, index));
  }
}
