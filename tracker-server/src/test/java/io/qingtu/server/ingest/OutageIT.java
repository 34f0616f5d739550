package io.qingtu.server.ingest;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.route.track.Position;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database is away, or hangs: terminals notice nothing and nothing is lost. */
class OutageIT {
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
  private final List<Position> fed = new CopyOnWriteArrayList<>();
  private RunningServer server;
  private TerminalSocket terminal;

  @BeforeEach
  void signIn() {
    server = new RunningServer(getClass(), Map.of("analysis.enabled", "false"));
    server.parts().addPositionFeed(fed::addAll);
    terminal = new TerminalSocket(server.port(), PHONE);
    terminal.signIn(PLATE);
  }

  @AfterEach
  void close() {
    terminal.close();
    server.close();
  }

  private Instant at(int second) {
    return start.plusSeconds(second);
  }

  private void report(int second) {
    LocationBody body = LocationBody.at(36.709, 119.107, at(second)).speedKmh(31.5);
    assertTrue(terminal.ask(terminal.packets.location(body)).success());
  }

  private List<Instant> track() {
    return server.parts().positions().track(PLATE, at(-3600), at(7200)).stream()
        .map(Position::fixTime)
        .toList();
  }

  private boolean isBehind() {
    return server.parts().pipeline().isBehind();
  }

  private List<Instant> seconds(int from, int to) {
    List<Instant> all = new ArrayList<>();
    for (int s = from; s < to; s++) {
      all.add(at(s));
    }
    return all;
  }

  @Test
  void acknowledgesFromTheDiskWhileTheDatabaseIsAwayAndStoresInOrderAfterwards() {
    report(0);
    assertFalse(isBehind());
    server.database.interrupt();
    for (int s = 1; s < 40; s++) {
      report(s);
    }
    assertTrue(isBehind());
    assertEquals(List.of(at(0)), fed.stream().map(Position::fixTime).toList());
    server.database.resume();
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(seconds(0, 40), track());
    assertEquals(seconds(0, 40), fed.stream().map(Position::fixTime).toList());
    report(40);
    assertFalse(isBehind());
    assertEquals(seconds(0, 41), track());
  }

  @Test
  void keepsAReportThatCannotBeAPositionThroughTheOutage() {
    server.database.interrupt();
    LocationBody zero = LocationBody.at(36.709, 119.107, at(0)).rawTime(new byte[6]);
    assertTrue(terminal.ask(terminal.packets.location(zero)).success());
    server.database.resume();
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(1, server.parts().positions().countQuarantined());
  }

  @Test
  void waitsForNoDatabaseThatHangs() throws SQLException {
    report(0);
    try (Connection other = DriverManager.getConnection(server.database.url());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table positions in access exclusive mode");
      report(1);
      report(2);
      assertTrue(isBehind());
      other.rollback();
    }
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(seconds(0, 3), track());
  }

  @Test
  void storesAnotherTimeWhatItMayHaveStoredAlreadyOnlyOnce() {
    report(0);
    server.database.interrupt();
    report(1);
    report(0);
    server.database.resume();
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(seconds(0, 2), track());
    assertEquals(2, server.parts().positions().count());
  }
}
