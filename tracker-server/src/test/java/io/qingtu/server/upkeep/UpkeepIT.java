package io.qingtu.server.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.HandClock;
import io.qingtu.server.config.CityHour;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Positions;
import io.qingtu.server.upkeep.UpkeepConfig.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day's work by the clock, on whatever the test server is. */
class UpkeepIT {
  private static final String PLATE = "鲁V00001";

  /** Its day ends at 00:00 UTC, which is 08:00 in the city. */
  private static final Instant FIX = Instant.parse("2025-05-13T12:00:00Z");

  private static final Instant OVER = Instant.parse("2026-11-14T00:00:00Z");

  private TestDatabase server;
  private Database database;
  private PositionStore store;
  private final HandClock clock = new HandClock(OVER);

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    database.update("insert into company (name) values ('c')");
    database.update(
        "insert into vehicle (id, plate, kind, company_id) select 1, ?, 'MUCK_TRUCK', id from company",
        PLATE);
    store = new PositionStore(database);
    store.save(List.of(new PositionRow(1, Positions.at(PLATE, FIX), new byte[] {1})));
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private Upkeep upkeep(Terms terms) {
    return new Upkeep(
        new UpkeepConfig(
            Duration.ofHours(24), Duration.ofDays(3), terms, new CityHour(LocalTime.of(2, 0))),
        clock,
        database);
  }

  @Test
  void dropsADayWhenItIsOverItsTermAndNotBefore() {
    try (Upkeep upkeep = upkeep(new Terms(true, 18, 60))) {
      clock.now = OVER.minusMillis(1);
      upkeep.run();
      assertEquals(1, store.count());
      clock.now = OVER;
      upkeep.run();
      assertEquals(0, store.count());
    }
  }

  @Test
  void dropsNothingWhereTheBureauDoesNotWantIt() {
    try (Upkeep upkeep = upkeep(new Terms(false, 18, 60))) {
      clock.now = OVER.plus(Duration.ofDays(4000));
      upkeep.run();
      assertEquals(1, store.count());
    }
  }

  @Test
  void saysWhatItUses() {
    try (Upkeep upkeep = upkeep(new Terms(true, 18, 60))) {
      String line = upkeep.describe();
      String start =
          database.hypertable() ? "hypertable of TimescaleDB " : "partitions of PostgreSQL ";
      assertTrue(line.startsWith(start), line);
      assertTrue(line.contains("columnstore"), line);
      assertTrue(line.endsWith("; retention by our own job: tracks 18 months, evidence 60"), line);
    }
    try (Upkeep upkeep = upkeep(new Terms(false, 18, 60))) {
      String line = upkeep.describe();
      assertTrue(line.endsWith("; nothing is dropped (database.retention is false)"), line);
    }
  }
}
