package io.qingtu.web.bench.ingest;

import io.qingtu.fixtures.swarm.SwarmFleet;
import io.qingtu.fixtures.swarm.SwarmTerminal;
import io.qingtu.fixtures.swarm.TerminalSwarm;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.TerminalRegister;
import io.qingtu.web.Tracker;
import io.qingtu.web.bench.BenchResult;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Positions from terminals to committed rows: the gateway as {@code serve} runs it and the {@link
 * FloorServer}, in turn, with the same terminals and the same table. Each terminal has so many
 * reports in flight and sends the next when one is acknowledged, so that the rate is what server
 * and database can bear.
 */
public final class IngestBench {
  private static final Duration REACH = Duration.ofDays(20);
  private static final int FIXES = (int) REACH.minusDays(1).toSeconds() / 10;

  /** As many as {@code ingest.writers} has by default. */
  private static final String WRITERS = "2";

  /**
   * What terminals do.
   *
   * @param window reports of a terminal in flight
   * @param rounds of the server and of the floor
   * @param warmUp seconds that do not count, of the first round
   * @param seconds that are measured in each round
   */
  public record Load(int terminals, int window, int rounds, int warmUp, int seconds) {}

  /**
   * One server in one round.
   *
   * @param cpuMicros of the server's process, for a position
   */
  private record Leg(
      double perSecond,
      double p50Millis,
      double p99Millis,
      double cpuMicros,
      long lost,
      long doubled,
      int commit) {
    String text() {
      return "%,9.0f positions/s, acknowledged within %.1f/%.1f ms, %.2f µs CPU, commits of %,d"
          .formatted(perSecond, p50Millis, p99Millis, cpuMicros, commit);
    }
  }

  private final String url;
  private final Path folder;
  private final List<String> serverOptions;
  private final PrintStream progress;
  private final OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();

  /**
   * @param url JDBC URL of an empty database; it is filled
   * @param folder for what the servers write
   * @param serverOptions of the JVM of our server, to look into it
   */
  public IngestBench(String url, Path folder, List<String> serverOptions, PrintStream progress) {
    this.url = url;
    this.folder = folder;
    this.serverOptions = serverOptions;
    this.progress = progress;
  }

  /** Measures, and compares what was acknowledged with what is stored. */
  public BenchResult run(Load load) throws IOException, InterruptedException {
    Instant start = Instant.now().minus(REACH).truncatedTo(ChronoUnit.SECONDS);
    SwarmFleet fleet = new SwarmFleet(load.terminals(), start, FIXES);
    List<Leg> ours = new ArrayList<>();
    List<Leg> floor = new ArrayList<>();
    double before = machine.getSystemLoadAverage();
    try (Database database = new Database(Database.Config.of(url))) {
      new TerminalRegister(database).enterSimulated(load.terminals());
      new PositionStore(database).prepare(start, start.plus(REACH));
      progress.printf(
          "%,d terminals, %d reports in flight each, into %s%n",
          load.terminals(),
          load.window(),
          database.hypertable() ? "a hypertable" : "PostgreSQL's partitions");
      try (ServerProcess server = server();
          ServerProcess bare = floor()) {
        for (int round = 1; round <= load.rounds(); round++) {
          int warmUp = round == 1 ? load.warmUp() : 1;
          ours.add(leg(server, true, fleet, load, warmUp, database));
          floor.add(leg(bare, false, fleet, load, warmUp, database));
          progress.printf(
              "round %d of %d: ours  %s%n            floor %s%n",
              round, load.rounds(), ours.get(round - 1).text(), floor.get(round - 1).text());
        }
      }
    }
    double after = machine.getSystemLoadAverage();
    progress.printf("load of the machine %.2f before, %.2f after%n", before, after);
    return result(ours, floor).with("loadBefore", before).with("loadAfter", after);
  }

  private ServerProcess server() throws IOException {
    int port = ServerProcess.freePort();
    Properties keys = new Properties();
    keys.setProperty("database.url", url);
    keys.setProperty("media.folder", folder.resolve("media").toString());
    keys.setProperty("journal.folder", folder.resolve("journal").toString());
    keys.setProperty("gateway.port", Integer.toString(port));
    keys.setProperty("gateway.connections", "100000");
    keys.setProperty("gateway.connections-per-address", "100000");
    keys.setProperty("gateway.messages-per-second", "0");
    keys.setProperty("analysis.enabled", "false");
    keys.setProperty("web.enabled", "false");
    Path file = folder.resolve("server.properties");
    try (var out = Files.newBufferedWriter(file)) {
      keys.store(out, null);
    }
    return ServerProcess.start(
        Tracker.class,
        serverOptions,
        List.of("serve", "--config", file.toString()),
        port,
        folder.resolve("server.log"));
  }

  private ServerProcess floor() {
    int port = ServerProcess.freePort();
    return ServerProcess.start(
        FloorServer.class,
        List.of(),
        List.of(Integer.toString(port), url, WRITERS),
        port,
        folder.resolve("floor.log"));
  }

  private static Leg leg(
      ServerProcess server,
      boolean handshake,
      SwarmFleet fleet,
      Load load,
      int warmUp,
      Database database)
      throws InterruptedException {
    int[] first = fleet.terminals().stream().mapToInt(SwarmTerminal::next).toArray();
    TerminalSwarm.Plan plan = new TerminalSwarm.Plan(server.address(), load.window(), handshake);
    TerminalSwarm.Measured measured;
    Duration cpu;
    try (TerminalSwarm swarm = new TerminalSwarm(fleet, plan)) {
      swarm.send();
      TimeUnit.SECONDS.sleep(warmUp);
      swarm.beginMeasuring();
      Duration begun = server.cpu();
      TimeUnit.SECONDS.sleep(load.seconds());
      cpu = server.cpu().minus(begun);
      measured = swarm.endMeasuring();
      int open = swarm.stop();
      if (open > 0 || swarm.refusals() > 0 || swarm.online() < load.terminals()) {
        throw new IllegalStateException(
            "%,d reports are not acknowledged, %,d refused, %,d of %,d terminals connected"
                .formatted(open, swarm.refusals(), swarm.online(), load.terminals()));
      }
    }
    StoredFixes stored = new StoredFixes(database);
    for (int i = 0; i < first.length; i++) {
      stored.compare(fleet.terminals().get(i), first[i]);
    }
    return new Leg(
        measured.perSecond(),
        measured.millis(0.5),
        measured.millis(0.99),
        cpu.toNanos() / 1e3 / measured.nanos().getTotalCount(),
        stored.lost(),
        stored.doubled(),
        stored.medianCommit());
  }

  private static BenchResult result(List<Leg> ours, List<Leg> floor) {
    return BenchResult.ofRates(
            "ingest",
            median(ours, Leg::perSecond),
            "acknowledged positions/s",
            median(floor, Leg::perSecond),
            "Netty, a bare decoder and binary COPY, acknowledged after the commit, in the same run")
        .with("p50Ms", median(ours, Leg::p50Millis))
        .with("p99Ms", median(ours, Leg::p99Millis))
        .with("floorP50Ms", median(floor, Leg::p50Millis))
        .with("floorP99Ms", median(floor, Leg::p99Millis))
        .with("timesFloorP99", median(ours, Leg::p99Millis) / median(floor, Leg::p99Millis))
        .with("serverCpuMicros", median(ours, Leg::cpuMicros))
        .with("floorCpuMicros", median(floor, Leg::cpuMicros))
        .with("commitRows", median(ours, Leg::commit))
        .with("floorCommitRows", median(floor, Leg::commit))
        .with("lost", ours.stream().mapToLong(Leg::lost).sum())
        .with("doubled", ours.stream().mapToLong(Leg::doubled).sum())
        .with("floorLost", floor.stream().mapToLong(Leg::lost).sum());
  }

  private static double median(List<Leg> legs, ToDoubleFunction<Leg> figure) {
    double[] sorted = legs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
