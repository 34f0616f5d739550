package io.qingtu.server.ingest;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.OTHER_PHONE;
import static io.qingtu.server.RunningServer.OTHER_PLATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.journal.Journal;
import io.qingtu.server.store.PositionBatch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database refuses some rows: they are kept apart, durable before they are acknowledged. */
class RefusedRowsIT extends OneTerminal {
  private static final int REFUSED = 77;

  /** check_violation: it lies with the row. */
  private static final String OF_THE_ROW = "23514";

  /** datatype_mismatch: it may lie with every row. */
  private static final String UNCLEAR = "42804";

  RefusedRowsIT() {
    super(Map.of("analysis.enabled", "false"));
  }

  /** From now on rows of a table under a condition end their statement with an SQLSTATE. */
  private void refuse(String table, String condition, String state) {
    server.database.run(
        """
        create function refuse_%1$s() returns trigger language plpgsql as $$ begin
          if %2$s then raise exception 'the test refuses it' using errcode = '%3$s'; end if;
          return new;
        end $$"""
            .formatted(table, condition, state));
    server.database.run(
        "create trigger refuse before insert on %1$s for each row execute function refuse_%1$s()"
            .formatted(table));
  }

  private void refuseSome(String state) {
    refuse("positions", "new.direction = " + REFUSED, state);
  }

  private LocationBody refused(int second) {
    return body(second).directionDegrees(REFUSED);
  }

  private void reported(LocationBody body) {
    assertTrue(terminal.ask(terminal.packets.location(body)).success());
  }

  @Test
  void keepsARefusedRowApartAsTheReportThatCameAndStoresTheOthersOfItsMessage() {
    refuseSome(OF_THE_ROW);
    LocationBody apart = refused(2).satellites(9);
    byte[] message = terminal.packets.batch(0, body(0), body(1), apart, body(3), body(4));
    assertTrue(terminal.ask(message).success());
    assertEquals(List.of(at(0), at(1), at(3), at(4)), track());
    assertEquals(1, server.count("ingest.refused"));
    assertArrayEquals(
        apart.toBytes(),
        server
            .parts()
            .database()
            .query(
                "select body from quarantine where reason like 'the store refuses it%'",
                row -> row.getBytes(1))
            .get(0));
  }

  @Test
  void letsARefusedRowKeepNoOtherTerminalOut() {
    refuseSome(OF_THE_ROW);
    try (TerminalSocket other = new TerminalSocket(server.port(), OTHER_PHONE)) {
      other.signIn(OTHER_PLATE);
      other.send(report(other.packets, 0));
      reported(refused(0));
      assertTrue(other.reply().success());
      assertTrue(other.ask(report(other.packets, 1)).success());
    }
    assertEquals(2, server.parts().positions().count());
    assertEquals(1, quarantined());
    assertEquals(0, server.count("ingest.failures"));
  }

  @Test
  void keepsARowApartWhoseRefusalIsUnclearOnceAnotherIsTaken() {
    refuseSome(UNCLEAR);
    reported(refused(0));
    assertTrue(isBehind(), "alone it may be the table that takes nothing");
    assertEquals(0, quarantined());
    reported(body(1));
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(List.of(at(1)), track());
    assertEquals(1, quarantined());
  }

  @ParameterizedTest
  @ValueSource(strings = {UNCLEAR, "42501", "53100", "XX000"})
  void keepsNothingApartWhereTheTableTakesNothing(String state) {
    refuse("positions", "true", state);
    for (int s = 0; s < 5; s++) {
      reported(body(s));
    }
    assertTrue(isBehind());
    server.database.run("drop trigger refuse on positions");
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(seconds(0, 5), track());
    assertEquals(0, quarantined());
  }

  @Test
  void findsEveryRefusedRowOfAJournal() {
    server.database.interrupt();
    for (int s = 0; s < 40; s++) {
      reported(s % 8 == 3 ? refused(s) : body(s));
    }
    server.database.resume();
    refuseSome(UNCLEAR);
    await("the journal is empty").until(() -> !isBehind());
    assertEquals(40, server.parts().positions().count() + quarantined());
    reported(body(40));
  }

  @Test
  void keepsInTheJournalsRefusalsWhatQuarantineDoesNotTakeEither() throws IOException {
    refuseSome(OF_THE_ROW);
    refuse("quarantine", "true", OF_THE_ROW);
    assertTrue(terminal.ask(terminal.packets.batch(0, body(0), refused(1), body(2))).success());
    assertEquals(List.of(at(0), at(2)), track());
    server.stop();
    try (Journal kept = new Journal(new Journal.Config(journal, 0).refusals())) {
      assertEquals(1, kept.entries());
      PositionBatch entry = PositionBatch.decode(kept.first(1).get(0));
      assertEquals(at(1), entry.rows().get(0).position().fixTime());
    }
  }
}
