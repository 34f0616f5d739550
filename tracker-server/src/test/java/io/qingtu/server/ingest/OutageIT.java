package io.qingtu.server.ingest;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.track.Position;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The database is away, or hangs: terminals notice nothing and nothing is lost. */
class OutageIT extends OneTerminal {
  private final List<Position> fed = new CopyOnWriteArrayList<>();

  OutageIT() {
    super(Map.of("analysis.enabled", "false"));
    server.parts().addPositionFeed(fed::addAll);
  }

  private void reported(int second) {
    assertTrue(terminal.ask(report(second)).success());
  }

  @Test
  void acknowledgesFromTheDiskWhileTheDatabaseIsAwayAndStoresInOrderAfterwards() {
    reported(0);
    assertFalse(isBehind());
    server.database.interrupt();
    for (int s = 1; s < 40; s++) {
      reported(s);
    }
    assertTrue(isBehind());
    assertEquals(List.of(at(0)), fed.stream().map(Position::fixTime).toList());
    server.database.resume();
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(seconds(0, 40), track());
    assertEquals(seconds(0, 40), fed.stream().map(Position::fixTime).toList());
    reported(40);
    assertFalse(isBehind());
    assertEquals(seconds(0, 41), track());
  }

  @Test
  void keepsAReportThatCannotBeAPositionThroughTheOutage() {
    server.database.interrupt();
    byte[] zeros = terminal.packets.location(body(0).rawTime(new byte[6]));
    assertTrue(terminal.ask(zeros).success());
    server.database.resume();
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(1, quarantined());
  }

  @Test
  void waitsForNoDatabaseThatHangs() throws SQLException {
    reported(0);
    try (Connection other = DriverManager.getConnection(server.database.url());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table positions in access exclusive mode");
      reported(1);
      reported(2);
      assertTrue(isBehind());
      other.rollback();
    }
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(seconds(0, 3), track());
  }

  @Test
  void storesAnotherTimeWhatItMayHaveStoredAlreadyOnlyOnce() {
    reported(0);
    server.database.interrupt();
    reported(1);
    reported(0);
    server.database.resume();
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(seconds(0, 2), track());
    assertEquals(2, server.parts().positions().count());
  }
}
