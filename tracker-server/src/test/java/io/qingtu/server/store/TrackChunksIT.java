package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackChunksIT {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-16T00:00:00Z");
  private static final String PLATE = "鲁V00001";

  private final TestDatabase server = TestDatabase.forClass(getClass());
  private Database database;
  private PositionStore store;
  private TrackChunks chunks;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private void open(boolean hypertable) {
    database = new Database(new Database.Config(server.url(), "", "", 4, hypertable));
    database.update("insert into company (name) values ('c')");
    database.update(
        "insert into vehicle (id, plate, kind, company_id) select 1, ?, 'MUCK_TRUCK', id from company",
        PLATE);
    store = new PositionStore(database);
    chunks = new TrackChunks(database);
  }

  private void fixAt(Instant time) {
    store.save(List.of(new PositionRow(1, Positions.at(PLATE, time), new byte[] {1})));
  }

  private List<Instant> bounds(Chunk chunk) {
    return List.of(chunk.from(), chunk.to());
  }

  @Test
  void tellsThePartitionsOfPostgresqlByTheirBounds() {
    open(false);
    fixAt(MIDNIGHT);
    List<Chunk> found = chunks.of("positions");
    // the days ahead are made with it
    assertEquals(List.of(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))), bounds(found.get(0)));
    assertEquals(3, found.size());
    assertEquals(StorageEdition.Kind.PARTITIONS, chunks.edition().kind());
    assertEquals(0, chunks.compress(Instant.MAX));
  }

  @Test
  void tellsTheChunksOfAHypertable() {
    assumeTrue(server.offersTimescale(), "this test server has no TimescaleDB");
    open(true);
    fixAt(MIDNIGHT.minusMillis(1));
    fixAt(MIDNIGHT);
    List<Chunk> found = chunks.of("positions");
    assertEquals(List.of(MIDNIGHT.minus(Duration.ofDays(1)), MIDNIGHT), bounds(found.get(0)));
    assertEquals(List.of(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))), bounds(found.get(1)));
    assertEquals(2, found.size());
    assertEquals(List.of(false, false), found.stream().map(Chunk::compressed).toList());
  }

  @Test
  void makesChunksOfAnotherLengthFromNowOnAndLeavesThoseThatAreThere() {
    assumeTrue(server.offersTimescale(), "this test server has no TimescaleDB");
    open(true);
    fixAt(MIDNIGHT);
    chunks.resize(Duration.ofHours(6));
    chunks.resize(Duration.ofHours(6));
    fixAt(MIDNIGHT.plus(Duration.ofHours(23)));
    fixAt(MIDNIGHT.plus(Duration.ofHours(30)));
    List<Chunk> found = chunks.of("positions");
    assertEquals(List.of(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))), bounds(found.get(0)));
    assertEquals(
        List.of(MIDNIGHT.plus(Duration.ofHours(30)), MIDNIGHT.plus(Duration.ofHours(36))),
        bounds(found.get(1)));
    assertEquals(2, found.size());
  }
}
