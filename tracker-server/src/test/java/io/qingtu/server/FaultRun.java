package io.qingtu.server;

import io.qingtu.fixtures.ProjectHome;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.terminal.Acknowledgement;
import io.qingtu.fixtures.terminal.TerminalLoad;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
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

  private record Fix(String phone, Instant time) {}

  private final Random random;
  private final Path script = ProjectHome.find().orElseThrow().resolve("scripts/timescaledb.sh");
  private final Path data = ProjectHome.find().orElseThrow().resolve(".build/timescaledb/data");
  private final Set<Fix> acknowledged = ConcurrentHashMap.newKeySet();

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
      if (!Files.exists(data.resolve("postmaster.pid"))) {
        throw new IllegalStateException("needs the database of " + script);
      }
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
    return new TerminalLoad(plan, PATIENCE, this::acknowledged);
  }

  private void acknowledged(Acknowledgement a) {
    if (!acknowledged.add(new Fix(a.phone(), a.fixTime()))) {
      throw new IllegalStateException(a + " is acknowledged twice");
    }
  }

  /** Under full load; returns when both run again. */
  private void strike(Fault fault, KillableServer server) throws Exception {
    int before = acknowledged.size();
    await("the load goes on", () -> acknowledged.size() >= before + TERMINALS);
    Thread.sleep(random.nextLong(LONGEST_LOAD_MILLIS));
    if (fault != Fault.SERVER) {
      killDatabase();
    }
    if (fault != Fault.DATABASE) {
      server.kill();
    }
    if (fault != Fault.SERVER) {
      Thread.sleep(random.nextLong(LONGEST_OUTAGE_MILLIS));
      startDatabase();
    }
    if (fault != Fault.DATABASE) {
      server.start();
    }
  }

  private void killDatabase() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    // its children, too: one that goes on keeps the memory that the next server needs
    server.children().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
    server.onExit().join();
  }

  private void startDatabase() throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(script.toString(), "start")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(script + " start ends with " + exit);
    }
  }

  private boolean report(CompletableFuture<TerminalLoad.Result> load, TestDatabase database)
      throws InterruptedException, ExecutionException {
    TerminalLoad.Result sent = load.get();
    await("the journal is empty", () -> stored(database).containsAll(acknowledged));
    Set<Fix> stored = stored(database);
    Set<Fix> lost = new HashSet<>(acknowledged);
    lost.removeAll(stored);
    long doubled = database.ask("select count(*) from positions") - stored.size();
    System.out.printf(
        "{\"sent\":%d,\"acknowledged\":%d,\"stored\":%d,\"lost\":%d,\"doubled\":%d}%n",
        sent.sent(), acknowledged.size(), stored.size(), lost.size(), doubled);
    return lost.isEmpty() && doubled == 0;
  }

  private static Set<Fix> stored(TestDatabase database) {
    Set<Fix> stored = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select t.phone, p.time from positions p join terminal t using (vehicle_id)")) {
      while (rows.next()) {
        Instant time = rows.getObject(2, OffsetDateTime.class).toInstant();
        stored.add(new Fix(rows.getString(1), time));
      }
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives up after a while without an error: what is missing then is what the run is about. */
  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        System.err.println("faults: after " + PATIENCE + " still not: " + what);
        return;
      }
      Thread.sleep(200);
    }
  }
}
