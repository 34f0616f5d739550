package io.qingtu.server.connections;

import io.qingtu.fixtures.FreePort;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.swarm.StandingSwarm.Counts;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.TerminalRegister;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Connects many terminals to one or several gateways on one port, holds them, kills all gateways
 * and measures how soon all terminals are back: the main class of {@code scripts/connections.sh}.
 */
final class ConnectionsRun {
  private static final int POSITIONS_PER_SECOND = 2000;
  private static final int HEARTBEAT_SECONDS = 60;
  private static final int RETRY_SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int DATABASE_CONNECTIONS = 6;
  private static final long POLL_MILLIS = 500;
  private static final long SETTLING_MILLIS = 5000;

  /** Small young collections often, instead of as much memory as there is. */
  private static final List<String> GATEWAY_OPTIONS =
      List.of("-Xmx320m", "-Xmn24m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=20");

  private static final List<String> LOAD_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

  private final int terminals;
  private final int processes;
  private final Duration hold;
  private final int port = FreePort.find();
  private final Path folder = TestFolder.make("connections");
  private final List<GatewayProcess> gateways = new ArrayList<>();
  private final List<LoadProcess> loads = new ArrayList<>();

  private ConnectionsRun(int terminals, int processes, Duration hold) {
    this.terminals = terminals;
    this.processes = processes;
    this.hold = hold;
  }

  /** Arguments: terminals, gateway processes, seconds for which they are held. */
  public static void main(String[] args) throws Exception {
    ConnectionsRun run =
        new ConnectionsRun(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            Duration.ofSeconds(Long.parseLong(args[2])));
    System.exit(run.run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    try (TestDatabase database = TestDatabase.forClass(ConnectionsRun.class)) {
      try (Database prepared = new Database(Database.Config.of(database.url()))) {
        new TerminalRegister(prepared).enterSimulated(terminals);
      }
      try {
        return measure(database);
      } finally {
        for (LoadProcess load : loads) {
          load.kill();
        }
        GatewayProcess.kill(gateways);
      }
    }
  }

  private boolean measure(TestDatabase database) throws Exception {
    startGateways(database);
    Thread.sleep(SETTLING_MILLIS); // what is measured is a span of time, so are those around it
    long atStart = residentBytes();
    say("gateways are up, %,d KiB each", atStart / processes / 1024);
    long begun = System.nanoTime();
    startLoads();
    boolean connected = await(this::allOnline);
    double connectSeconds = seconds(begun);
    say("connected in %.1f s: %s", connectSeconds, counts());
    Held held = hold(atStart);
    Storm storm = storm(database);
    loads.forEach(LoadProcess::quiet);
    boolean allAcknowledged = await(c -> c.acknowledged() == c.sent());
    Counts end = counts();
    long stored = database.ask("select count(*) from positions");
    System.out.printf(
        "{\"terminals\":%d,\"processes\":%d,\"connectSeconds\":%.1f,%s,%s,\"refused\":%d,"
            + "\"sent\":%d,\"acknowledged\":%d,\"stored\":%d,\"load\":%.1f}%n",
        terminals,
        processes,
        connectSeconds,
        held.json(),
        storm.json(),
        end.refused(),
        end.sent(),
        end.acknowledged(),
        stored,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return connected
        && held.lost() == 0
        && storm.allBack()
        && end.refused() == 0
        && allAcknowledged
        && stored == end.acknowledged();
  }

  /**
   * While all were connected.
   *
   * @param startBytes memory of a gateway before
   * @param bytes most memory a connection beyond that
   * @param cores that the gateways' CPU time comes to
   */
  private record Held(
      long startBytes,
      long bytes,
      double positionsPerSecond,
      double cores,
      long heartbeatsUnanswered,
      long lost) {
    String json() {
      return "\"startBytes\":%d,\"bytesPerConnection\":%d,\"positionsPerSecond\":%.0f,\"gatewayCores\":%.2f,"
              .formatted(startBytes, bytes, positionsPerSecond, cores)
          + "\"heartbeatsUnanswered\":%d,\"lostWhileHeld\":%d"
              .formatted(heartbeatsUnanswered, lost);
    }
  }

  private Held hold(long atStart) throws Exception {
    Counts before = counts();
    double cpu = cpuSeconds();
    long begun = System.nanoTime();
    long most = 0;
    while (seconds(begun) < hold.toSeconds()) {
      Thread.sleep(SETTLING_MILLIS); // the most of a span of time is looked for
      most = Math.max(most, residentBytes());
      say("%,d bytes a connection, %s", (most - atStart) / terminals, counts());
    }
    Counts after = counts();
    double seconds = seconds(begun);
    return new Held(
        atStart / processes,
        (most - atStart) / terminals,
        (after.acknowledged() - before.acknowledged()) / seconds,
        (cpuSeconds() - cpu) / seconds,
        after.heartbeats() - after.heartbeatsAnswered(),
        after.lost());
  }

  /**
   * All gateways were killed and started again.
   *
   * @param downSeconds from the kill until they listened again
   * @param backSeconds from then until all terminals were let in
   * @param lost connections meanwhile of terminals that had been let in again
   */
  private record Storm(double downSeconds, double backSeconds, long lost, boolean allBack) {
    String json() {
      return "\"downSeconds\":%.1f,\"stormSeconds\":%.1f,\"lostInStorm\":%d"
          .formatted(downSeconds, backSeconds, lost);
    }
  }

  private Storm storm(TestDatabase database) throws Exception {
    long killed = System.nanoTime();
    GatewayProcess.kill(gateways);
    gateways.clear();
    await(c -> c.online() == 0);
    long lostBefore = counts().lost();
    startGateways(database);
    double downSeconds = seconds(killed);
    long listening = System.nanoTime();
    boolean back = await(this::allOnline);
    Storm storm = new Storm(downSeconds, seconds(listening), counts().lost() - lostBefore, back);
    say("back in %.1f s: %s", storm.backSeconds(), counts());
    return storm;
  }

  private boolean allOnline(Counts counts) {
    return counts.online() == terminals;
  }

  private void startGateways(TestDatabase database) throws IOException {
    for (int i = 0; i < processes; i++) {
      gateways.add(
          GatewayProcess.start(
              GATEWAY_OPTIONS,
              List.of(
                  "database.url=" + database.url(),
                  "database.user=",
                  "database.connections=" + DATABASE_CONNECTIONS,
                  "media.folder=" + folder.resolve("media"),
                  "journal.folder=" + folder.resolve("journal" + i),
                  "gateway.port=" + port,
                  "gateway.reuse-port=true",
                  "gateway.connections=1000000",
                  "gateway.connections-per-address=1000000",
                  "analysis.enabled=false")));
    }
    for (GatewayProcess gateway : gateways) {
      gateway.awaitReady();
    }
  }

  private void startLoads() throws IOException {
    int each = (terminals + processes - 1) / processes;
    for (int i = 0; i < processes; i++) {
      int first = i * each + 1;
      loads.add(
          LoadProcess.start(
              LOAD_OPTIONS,
              new LoadProcess.Share(
                  port,
                  "127.0." + (i + 1),
                  first,
                  Math.min(each, terminals - first + 1),
                  POSITIONS_PER_SECOND / processes,
                  HEARTBEAT_SECONDS,
                  RETRY_SECONDS)));
    }
  }

  private boolean await(Predicate<Counts> condition) throws InterruptedException {
    long begun = System.nanoTime();
    int polls = 0;
    while (!condition.test(counts())) {
      if (seconds(begun) > PATIENCE.toSeconds()) {
        return false;
      }
      if (polls++ % 20 == 19) {
        say("%.0f s: %s", seconds(begun), counts());
      }
      Thread.sleep(POLL_MILLIS); // other processes change it: there is no event to wait for
    }
    return true;
  }

  private Counts counts() {
    return loads.stream().map(LoadProcess::counts).reduce(ConnectionsRun::sum).orElseThrow();
  }

  private static Counts sum(Counts a, Counts b) {
    return new Counts(
        a.online() + b.online(),
        a.failed() + b.failed(),
        a.lost() + b.lost(),
        a.refused() + b.refused(),
        a.sent() + b.sent(),
        a.acknowledged() + b.acknowledged(),
        a.heartbeats() + b.heartbeats(),
        a.heartbeatsAnswered() + b.heartbeatsAnswered());
  }

  private long residentBytes() throws IOException {
    long bytes = 0;
    for (GatewayProcess gateway : gateways) {
      bytes += gateway.residentBytes();
    }
    return bytes;
  }

  private double cpuSeconds() {
    return gateways.stream().mapToDouble(GatewayProcess::cpuSeconds).sum();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void say(String format, Object... arguments) {
    System.err.printf("connections: " + format + "%n", arguments);
  }
}
