package io.qingtu.server;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.Patience;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.terminal.Acknowledgement;
import io.qingtu.fixtures.terminal.TerminalLoad;
import io.qingtu.route.track.Position;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PositionStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A server process is killed in the middle of a load, and another one takes its place. */
class KilledServerIT {
  private static final int TERMINALS = 50;
  private static final String READY = "ready";
  private static final Path MEDIA = TestFolder.make("media");

  /** The server as a process of its own; its arguments are the database's URL, port and folder. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
      ServerConfig config =
          ServerConfig.read(
              new ConfigReader(
                  Map.of(
                      "database.url",
                      args[0],
                      "database.user",
                      "",
                      "gateway.port",
                      args[1],
                      "gateway.simulated-terminals",
                      Integer.toString(TERMINALS),
                      "media.folder",
                      args[2],
                      "journal.folder",
                      args[2] + "/journal"),
                  Map.of()));
      new TrackerServer(config, Clock.systemUTC(), new SimpleMeterRegistry()).start();
      System.out.println(READY);
      Thread.currentThread().join();
    }
  }

  private static Process serve(String url, int port) throws IOException {
    Process process = OwnProcess.start(Main.class, url, Integer.toString(port), MEDIA.toString());
    OwnProcess.await(process, READY);
    return process;
  }

  private static TerminalLoad.Plan plan(int port) {
    return new TerminalLoad.Plan(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        TERMINALS,
        Duration.ofSeconds(1),
        Duration.ofSeconds(6),
        1,
        PacketBuilder.Version.V2013);
  }

  @Test
  void losesNoPositionThatItHasAcknowledged() throws Exception {
    int port = FreePort.find();
    Queue<Acknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      Process process = serve(server.url(), port);
      try {
        CompletableFuture<TerminalLoad.Result> load =
            CompletableFuture.supplyAsync(
                new TerminalLoad(plan(port), Patience.LONGEST, acknowledged::add)::run);
        await("some are acknowledged").until(() -> acknowledged.size() >= 2 * TERMINALS);
        process.destroyForcibly().waitFor();
        int before = acknowledged.size();
        process = serve(server.url(), port);
        TerminalLoad.Result result = load.get();
        assertTrue(before < result.sent(), "it was killed in the middle");
        assertEquals(0, result.lost());
        assertEquals(acknowledged.size(), result.sent());
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertEquals(fixes(acknowledged), stored(server));
    }
  }

  @Test
  void losesNoneThatItAcknowledgedWhileTheDatabaseWasAway() throws Exception {
    int port = FreePort.find();
    Queue<Acknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      Process process = serve(server.url(), port);
      try {
        CompletableFuture<TerminalLoad.Result> load =
            CompletableFuture.supplyAsync(
                new TerminalLoad(plan(port), Patience.LONGEST, acknowledged::add)::run);
        await("some are acknowledged").until(() -> acknowledged.size() >= 2 * TERMINALS);
        server.interrupt();
        int away = acknowledged.size();
        await("more are").until(() -> acknowledged.size() >= away + TERMINALS);
        process.destroyForcibly().waitFor();
        server.resume();
        process = serve(server.url(), port);
        assertEquals(0, load.get().lost());
        await("the journal is empty").until(() -> stored(server).containsAll(fixes(acknowledged)));
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertEquals(fixes(acknowledged), stored(server));
    }
  }

  private static Set<String> fixes(Queue<Acknowledgement> acknowledged) {
    Set<String> fixes = new HashSet<>();
    acknowledged.forEach(
        a -> {
          long number = Long.parseLong(a.phone()) - TerminalLoad.FIRST_PHONE + 1;
          fixes.add("模拟%05d %s".formatted(number, a.fixTime()));
        });
    return fixes;
  }

  private static Set<String> stored(TestDatabase server) {
    Set<String> stored = new HashSet<>();
    try (Database database = new Database(Database.Config.of(server.url()))) {
      PositionStore positions = new PositionStore(database);
      List<Position> all = new ArrayList<>();
      for (Position latest : positions.latest()) {
        all.addAll(positions.track(latest.plate(), Instant.EPOCH, Instant.now().plusSeconds(60)));
      }
      all.forEach(p -> stored.add(p.plate() + " " + p.fixTime()));
      assertEquals(all.size(), positions.count());
    }
    return stored;
  }
}
