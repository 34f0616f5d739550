package io.qingtu.server.fault;

import io.qingtu.fixtures.FreePort;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.terminal.TerminalLoad;
import io.qingtu.server.KillableServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Takes the database away under load for some minutes and measures what terminals notice and how
 * soon all is stored: the main class of {@code scripts/outage.sh}.
 */
final class OutageRun {
  private static final int TERMINALS = 2000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration AROUND = Duration.ofSeconds(10);

  private OutageRun() {}

  /** Argument: seconds of outage. */
  public static void main(String[] args) throws Exception {
    System.exit(run(Duration.ofSeconds(Long.parseLong(args[0]))) ? 0 : 1);
  }

  private static boolean run(Duration outage) throws Exception {
    Acknowledged acknowledged = new Acknowledged();
    int port = FreePort.find();
    try (TestDatabase database = TestDatabase.forClass(OutageRun.class)) {
      DatabaseProcess killable =
          DatabaseProcess.of(database).filter(DatabaseProcess::canBeKilled).orElseThrow();
      KillableServer server =
          KillableServer.withTerminals(database.url(), TestFolder.make("outage"), port, TERMINALS);
      server.start();
      try {
        TerminalLoad load = load(port, outage, acknowledged);
        CompletableFuture<TerminalLoad.Result> result = CompletableFuture.supplyAsync(load::run);
        Acknowledged.await(() -> acknowledged.size() >= TERMINALS, PATIENCE);
        Thread.sleep(AROUND.toMillis()); // a span of load before the outage
        int before = acknowledged.size();
        killable.kill();
        Thread.sleep(outage.toMillis()); // the outage is a span of time, so are those around it
        int during = acknowledged.size() - before;
        killable.start();
        long back = System.nanoTime();
        boolean caughtUp = Acknowledged.await(() -> acknowledged.mayBeStored(database), PATIENCE);
        double seconds = (System.nanoTime() - back) / 1e9;
        Thread.sleep(AROUND.toMillis()); // and one behind it
        load.stop();
        TerminalLoad.Result sent = result.get();
        Acknowledged.Comparison found = acknowledged.awaitStored(database, PATIENCE);
        System.out.printf(
            "{\"outageSeconds\":%d,\"terminals\":%d,\"connectionsLost\":%d,\"sent\":%d,"
                + "\"acknowledgedMeanwhile\":%d,\"ackP50Ms\":%.1f,\"ackP99Ms\":%.1f,"
                + "\"caughtUpSeconds\":%.1f,%s}%n",
            outage.toSeconds(),
            TERMINALS,
            load.connectionsLost(),
            sent.sent(),
            during,
            sent.ackP50Ms(),
            sent.ackP99Ms(),
            seconds,
            found.json());
        return found.isGood() && caughtUp && load.connectionsLost() == 0;
      } finally {
        server.kill();
      }
    }
  }

  private static TerminalLoad load(int port, Duration outage, Acknowledged acknowledged) {
    TerminalLoad.Plan plan =
        new TerminalLoad.Plan(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            TERMINALS,
            Duration.ofSeconds(1),
            outage.plus(PATIENCE.multipliedBy(2)),
            1,
            PacketBuilder.Version.V2019);
    return new TerminalLoad(plan, PATIENCE, acknowledged);
  }
}
