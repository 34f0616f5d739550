package io.qingtu.server.fault;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.FreePort;
import io.qingtu.fixtures.Patience;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.terminal.Acknowledgement;
import io.qingtu.fixtures.terminal.TerminalLoad;
import io.qingtu.route.track.Position;
import io.qingtu.server.KillableServer;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PositionStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A server process is killed in the middle of a load, and another one takes its place. */
class KilledServerIT {
  private static final int TERMINALS = 50;

  private static KillableServer server(TestDatabase database, int port) {
    return KillableServer.withTerminals(database.url(), TestFolder.make("killed"), port, TERMINALS);
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
      KillableServer killed = server(server, port);
      killed.start();
      try {
        CompletableFuture<TerminalLoad.Result> load =
            CompletableFuture.supplyAsync(
                new TerminalLoad(plan(port), Patience.LONGEST, acknowledged::add)::run);
        await("some are acknowledged").until(() -> acknowledged.size() >= 2 * TERMINALS);
        killed.kill();
        int before = acknowledged.size();
        killed.start();
        TerminalLoad.Result result = load.get();
        assertTrue(before < result.sent(), "it was killed in the middle");
        assertEquals(0, result.lost());
        assertEquals(acknowledged.size(), result.sent());
      } finally {
        killed.kill();
      }
      assertEquals(fixes(acknowledged), stored(server));
    }
  }

  @Test
  void losesNoneThatItAcknowledgedWhileTheDatabaseWasAway() throws Exception {
    int port = FreePort.find();
    Queue<Acknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      KillableServer killed = server(server, port);
      killed.start();
      try {
        CompletableFuture<TerminalLoad.Result> load =
            CompletableFuture.supplyAsync(
                new TerminalLoad(plan(port), Patience.LONGEST, acknowledged::add)::run);
        await("some are acknowledged").until(() -> acknowledged.size() >= 2 * TERMINALS);
        server.interrupt();
        int away = acknowledged.size();
        await("more are").until(() -> acknowledged.size() >= away + TERMINALS);
        killed.kill();
        server.resume();
        killed.start();
        assertEquals(0, load.get().lost());
        await("the journal is empty").until(() -> stored(server).containsAll(fixes(acknowledged)));
      } finally {
        killed.kill();
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
