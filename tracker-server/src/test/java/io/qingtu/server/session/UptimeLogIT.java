package io.qingtu.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.PlatformUptime;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.UptimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UptimeLogIT {
  private static final Instant T = Instant.parse("2026-11-09T00:00:00Z");
  private static final Validity DAY = new Validity(T.minusSeconds(1), T.plusSeconds(86_400));

  private TestDatabase server;
  private Database database;
  private UptimeStore store;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new UptimeStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private UptimeLog running(Instant now) {
    UptimeLog log = new UptimeLog(store, Clock.fixed(now, ZoneOffset.UTC));
    int before = store.of(DAY).up().size();
    log.start();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          while (server.ask("select count(*) from gateway_run") == before) {
            Thread.onSpinWait();
          }
        });
    return log;
  }

  @Test
  void eachRunIsNotedFromItsFirstMoment() {
    running(T.plusSeconds(60)).close();
    running(T.plusSeconds(120)).close();
    assertEquals(2, server.ask("select count(*) from gateway_run"));
    assertEquals(T.plusSeconds(60), store.of(DAY).recorded().orElseThrow().from());
  }

  @Test
  void aGatewayThatNeverListenedNotesNothing() {
    new UptimeLog(store, Clock.fixed(T, ZoneOffset.UTC)).close();
    assertEquals(PlatformUptime.UNKNOWN, store.of(DAY));
    assertEquals(List.of(), store.of(DAY).up());
  }
}
