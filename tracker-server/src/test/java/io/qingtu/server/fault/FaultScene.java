package io.qingtu.server.fault;

import io.qingtu.fixtures.FreePort;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.terminal.TerminalLoad;
import io.qingtu.server.KillableServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A server process, its database and terminals that report once a second, for as long as it is
 * open. How long a fault lasts is told by what the terminals have to report meanwhile.
 */
final class FaultScene implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final long JOURNAL_BYTES = 20_000;
  private static final int FEW_ROUNDS = 2;
  private static final String TRIGGER =
      "create or replace function fault() returns trigger language plpgsql as $$ begin %s"
          + " return new; end $$; create trigger fault before insert on positions for each %s"
          + " execute function fault()";

  private final int terminals;
  private final Random random;
  private final int mostRounds;
  private final TestDatabase database;
  private final Optional<DatabaseProcess> databaseProcess;
  private final KillableServer server;
  private final Acknowledged acknowledged = new Acknowledged();
  private final TerminalLoad load;
  private final CompletableFuture<TerminalLoad.Result> result;

  /**
   * Begins; some positions are acknowledged when it returns.
   *
   * @param random draws how long faults last and what they hit
   * @param mostRounds of reports that a fault lasts
   */
  FaultScene(int terminals, Random random, int mostRounds) throws Exception {
    this.terminals = terminals;
    this.random = random;
    this.mostRounds = mostRounds;
    database = TestDatabase.forClass(getClass());
    databaseProcess = DatabaseProcess.of(database);
    int port = FreePort.find();
    server =
        KillableServer.withTerminals(database.url(), TestFolder.make("faults"), port, terminals);
    server.start();
    load =
        new TerminalLoad(
            new TerminalLoad.Plan(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                terminals,
                Duration.ofSeconds(1),
                Duration.ofDays(1),
                random.nextLong(),
                PacketBuilder.Version.V2019),
            PATIENCE,
            acknowledged);
    result = CompletableFuture.supplyAsync(load::run);
    awaitLoad();
  }

  boolean offers(Fault.Need need) {
    return switch (need) {
      case NOTHING -> true;
      case LOCAL_DATABASE -> databaseProcess.isPresent();
      case KILLABLE_DATABASE -> databaseProcess.map(DatabaseProcess::canBeKilled).orElse(false);
      case FILE_LIMIT -> KillableServer.canLimitFiles();
    };
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** Returns when each terminal, on average, has heard of one more position: the load goes on. */
  void awaitLoad() throws InterruptedException {
    int before = acknowledged.size();
    await("the load goes on", () -> acknowledged.size() >= before + terminals);
  }

  /**
   * Ends the load; returns, when all is acknowledged or nobody would wait longer, what was sent.
   */
  TerminalLoad.Result finish() throws Exception {
    load.stop();
    return result.get();
  }

  /** Returns when all that was acknowledged before is stored, or nobody would wait longer. */
  Acknowledged.Comparison awaitStored() throws InterruptedException {
    return acknowledged.awaitStored(database, PATIENCE);
  }

  @Override
  public void close() {
    load.stop();
    server.kill();
    database.close();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    if (!Acknowledged.await(condition, PATIENCE)) {
      // no error: what is missing then is what the comparison is about
      System.err.println("faults: after " + PATIENCE + " still not: " + what);
    }
  }

  /** While terminals have so much more to report, in rounds of all of them, at a drawn moment. */
  private void pass(int leastRounds) throws InterruptedException {
    int rounds = leastRounds + random.nextInt(Math.max(1, mostRounds - leastRounds));
    long until = load.taken() + (long) rounds * terminals + random.nextInt(terminals);
    await("reports go on", () -> load.taken() >= until);
  }

  void killServer() throws Exception {
    server.kill();
    server.start();
  }

  void killDatabase() throws Exception {
    databaseProcess.orElseThrow().kill();
    pass(0);
    databaseProcess.orElseThrow().start();
  }

  void killBoth() throws Exception {
    databaseProcess.orElseThrow().kill();
    server.kill();
    pass(0);
    databaseProcess.orElseThrow().start();
    server.start();
  }

  void startBeforeTheDatabase() throws Exception {
    database.interrupt();
    server.kill();
    server.launch();
    pass(FEW_ROUNDS);
    database.resume();
    server.awaitReady();
  }

  void stopServer() throws Exception {
    server.stop();
    pass(FEW_ROUNDS);
    server.goOn();
  }

  void stopDatabase() throws Exception {
    databaseProcess.orElseThrow().stop();
    try {
      if (random.nextBoolean()) {
        pass(FEW_ROUNDS);
      } else {
        awaitLoad(); // by way of the journal
      }
    } finally {
      databaseProcess.orElseThrow().goOn();
    }
  }

  void interruptDatabase() throws Exception {
    database.interrupt();
    pass(FEW_ROUNDS);
    database.resume();
  }

  void lockPositions() throws Exception {
    try (Connection other = DriverManager.getConnection(database.url());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table positions in access exclusive mode");
      awaitLoad(); // by way of the journal
      other.rollback();
    }
  }

  void slowDatabase() throws Exception {
    trigger("statement", "perform pg_sleep(2);");
  }

  void fillDatabase() throws Exception {
    trigger(
        "row",
        "raise exception 'could not extend file: No space left on device' using errcode = '53100';");
  }

  void refuseRows() throws Exception {
    trigger(
        "row",
        "if new.vehicle_id %% 10 = %d then raise exception 'refused' using errcode = '23514';"
                .formatted(random.nextInt(10))
            + " end if;");
  }

  private void trigger(String each, String body) throws SQLException, InterruptedException {
    database.run(TRIGGER.formatted(body, each));
    pass(FEW_ROUNDS);
    database.run("drop trigger fault on positions");
  }

  void fillJournal() throws Exception {
    server.limitFiles(JOURNAL_BYTES);
    database.interrupt();
    pass(FEW_ROUNDS);
    server.liftLimit();
    database.resume();
  }

  void turnClock() throws IOException, InterruptedException {
    server.turnClock(Duration.ofMinutes(-random.nextInt(2, 4 * 24 * 60)));
    pass(FEW_ROUNDS);
    server.turnClock(Duration.ofDays(random.nextInt(60)));
    pass(FEW_ROUNDS);
    server.turnClock(Duration.ZERO);
  }

  void cutLines() throws InterruptedException {
    for (int times = random.nextInt(1, 4); times > 0; times--) {
      load.cutInFrame(random.nextLong());
      pass(0);
    }
  }

  void repeatPackets() throws InterruptedException {
    for (int times = random.nextInt(1, 4); times > 0; times--) {
      load.repeat();
      pass(0);
    }
  }
}
