package io.qingtu.server;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.terminal.TerminalLoad;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Kills server and database at random under load and holds what terminals saw acknowledged against
 * what is stored: the main class of {@code scripts/faults.sh}.
 */
final class FaultRun {
  private static final int TERMINALS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LONGEST_LOAD_MILLIS = 1500;
  private static final long LONGEST_OUTAGE_MILLIS = 4000;

  /** What is killed. */
  private enum Fault {
    SERVER,
    DATABASE,
    BOTH
  }

  private final Random random;
  private final KillableDatabase killable = new KillableDatabase();
  private final Acknowledged acknowledged = new Acknowledged();

  private FaultRun(long seed) {
    random = new Random(seed);
  }

  /** Arguments: how often to kill, and the seed of when and what. */
  public static void main(String[] args) throws Exception {
    FaultRun run = new FaultRun(Long.parseLong(args[1]));
    System.exit(run.run(Integer.parseInt(args[0])) ? 0 : 1);
  }

  private boolean run(int kills) throws Exception {
    int port = FreePort.find();
    try (TestDatabase database = TestDatabase.forClass(getClass())) {
      killable.check();
      KillableServer server =
          new KillableServer(database.url(), port, TERMINALS, TestFolder.make("faults"));
      server.start();
      TerminalLoad load = load(port, kills);
      CompletableFuture<TerminalLoad.Result> result = CompletableFuture.supplyAsync(load::run);
      try {
        for (int i = 1; i <= kills; i++) {
          Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
          strike(fault, server);
          System.out.printf("%d of %d: %s, %,d%n", i, kills, fault, acknowledged.size());
        }
        load.stop();
        return report(result, database);
      } finally {
        server.kill();
      }
    }
  }

  private TerminalLoad load(int port, int kills) {
    TerminalLoad.Plan plan =
        new TerminalLoad.Plan(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            TERMINALS,
            Duration.ofSeconds(1),
            Duration.ofMinutes(kills + 1L),
            1,
            PacketBuilder.Version.V2019);
    return new TerminalLoad(plan, PATIENCE, acknowledged);
  }

  /** Under full load; returns when both run again. */
  private void strike(Fault fault, KillableServer server) throws Exception {
    int before = acknowledged.size();
    await("the load goes on", () -> acknowledged.size() >= before + TERMINALS);
    Thread.sleep(random.nextLong(LONGEST_LOAD_MILLIS)); // when it strikes is what is drawn
    if (fault != Fault.SERVER) {
      killable.kill();
    }
    if (fault != Fault.DATABASE) {
      server.kill();
    }
    if (fault != Fault.SERVER) {
      Thread.sleep(random.nextLong(LONGEST_OUTAGE_MILLIS)); // and for how long
      killable.start();
    }
    if (fault != Fault.DATABASE) {
      server.start();
    }
  }

  private boolean report(CompletableFuture<TerminalLoad.Result> load, TestDatabase database)
      throws Exception {
    TerminalLoad.Result sent = load.get();
    await("the journal is empty", () -> acknowledged.areStored(database));
    Acknowledged.Comparison found = acknowledged.compare(database);
    System.out.printf("{\"sent\":%d,%s}%n", sent.sent(), found.json());
    return found.isGood();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    if (!Acknowledged.await(condition, PATIENCE)) {
      // no error: what is missing then is what the run is about
      System.err.println("faults: after " + PATIENCE + " still not: " + what);
    }
  }
}
