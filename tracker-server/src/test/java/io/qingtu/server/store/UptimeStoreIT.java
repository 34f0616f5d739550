package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.PlatformUptime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UptimeStoreIT {
  private static final Instant T = Instant.parse("2026-11-09T00:00:00Z");

  private TestDatabase server;
  private Database database;
  private UptimeStore uptime;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    uptime = new UptimeStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private static Validity minutes(int from, int to) {
    return new Validity(T.plusSeconds(60L * from), T.plusSeconds(60L * to));
  }

  @Test
  void nothingIsKnownBeforeAnythingWasNoted() {
    assertEquals(PlatformUptime.UNKNOWN, uptime.of(minutes(0, 1000)));
  }

  @Test
  void aRunThatGoesOnIsOneAndANewOneIsAnother() {
    long first = uptime.begin(T);
    uptime.goesOn(first, T.plusSeconds(600));
    long second = uptime.begin(T.plusSeconds(900));
    uptime.goesOn(second, T.plusSeconds(1200));
    assertNotEquals(first, second);
    assertEquals(
        new PlatformUptime(Optional.of(minutes(0, 20)), List.of(minutes(0, 10), minutes(15, 20))),
        uptime.of(minutes(0, 1000)));
    // of the other the question is not about, but it bounds what is noted
    assertEquals(
        new PlatformUptime(Optional.of(minutes(0, 20)), List.of(minutes(0, 10))),
        uptime.of(minutes(0, 15)));
  }

  @Test
  void aClockThatWasSetBackTakesNothingFromARun() {
    long run = uptime.begin(T);
    uptime.goesOn(run, T.plusSeconds(600));
    uptime.goesOn(run, T.plusSeconds(300));
    assertEquals(List.of(minutes(0, 10)), uptime.of(minutes(0, 1000)).up());
  }
}
