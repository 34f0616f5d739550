package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tracks in the columnstore, which TimescaleDB has under the Timescale licence only. No package of
 * Debian's has it: where {@code QINGTU_TEST_DB} or Docker gives no such server, all of it is
 * skipped.
 */
class ColumnstoreIT {
  private static final Instant DAY = Instant.parse("2026-11-16T00:00:00Z");
  private static final Duration ONE = Duration.ofDays(1);
  private static final String PLATE = "鲁V00001";
  private static final String OTHER = "鲁V00002";

  private final TestDatabase server = TestDatabase.forClass(getClass());
  private Database database;
  private PositionStore store;
  private TrackChunks chunks;

  @BeforeEach
  void open() {
    database = new Database(new Database.Config(server.url(), "", "", 4, true));
    chunks = new TrackChunks(database);
    assumeTrue(
        chunks.edition().columnstore(),
        "tests of the columnstore are skipped: the test server is a "
            + chunks.edition()
            + "; QINGTU_TEST_DB can name one with TimescaleDB under the Timescale licence");
    database.update("insert into company (name) values ('c')");
    for (String plate : List.of(PLATE, OTHER)) {
      database.update(
          "insert into vehicle (id, plate, kind, company_id)"
              + " select ?, ?, 'MUCK_TRUCK', id from company",
          id(plate),
          plate);
    }
    store = new PositionStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private static int id(String plate) {
    return plate.equals(PLATE) ? 1 : 2;
  }

  private static PositionRow row(String plate, Instant time) {
    return new PositionRow(id(plate), Positions.at(plate, time), new byte[] {1});
  }

  /** A fix every ten minutes of a day from a moment on. */
  private static List<PositionRow> day(String plate, Instant from) {
    List<PositionRow> rows = new ArrayList<>();
    for (Instant t = from; t.isBefore(from.plus(ONE)); t = t.plusSeconds(600)) {
      rows.add(row(plate, t));
    }
    return rows;
  }

  private List<Boolean> compressed() {
    return chunks.of("positions").stream().map(Chunk::compressed).toList();
  }

  /** Rows of the oldest chunk that lie outside the columnstore, as TimescaleDB counts them. */
  private long late() {
    String chunk = chunks.of("positions").get(0).name();
    return database.query("select count(*) from only " + chunk, r -> r.getLong(1)).get(0);
  }

  @Test
  void compressesAChunkThatEndsByTheMomentAndNoYoungerOne() {
    store.save(day(PLATE, DAY));
    store.save(day(PLATE, DAY.plus(ONE)));
    assertEquals(0, chunks.compress(DAY.plus(ONE).minusMillis(1)));
    assertEquals(List.of(false, false), compressed());
    assertEquals(1, chunks.compress(DAY.plus(ONE)));
    assertEquals(List.of(true, false), compressed());
    assertEquals(0, chunks.compress(DAY.plus(ONE)));
    assertEquals(List.of(true, false), compressed());
  }

  @Test
  void readsBackWhatItCompressed() {
    List<PositionRow> rows = day(PLATE, DAY);
    store.save(rows);
    store.save(day(OTHER, DAY));
    chunks.compress(Instant.MAX);
    assertEquals(
        rows.stream().map(PositionRow::position).toList(), store.track(PLATE, DAY, DAY.plus(ONE)));
    List<Position> streamed = new ArrayList<>();
    new PositionStream(database).read(DAY, DAY.plus(ONE), streamed::add);
    assertEquals(2 * rows.size(), streamed.size());
    assertTrue(store.existsBefore(PLATE, DAY.plusMillis(1)));
  }

  @Test
  void putsAVehiclesFixesTogetherInTheOrderOfTime() {
    store.save(day(PLATE, DAY));
    chunks.compress(Instant.MAX);
    assertEquals(
        List.of("vehicle_id/1/null", "time/null/1"),
        database.query(
            "select attname || '/' || coalesce(segmentby_column_index::text, 'null') || '/'"
                + " || coalesce(orderby_column_index::text, 'null')"
                + " from timescaledb_information.compression_settings"
                + " where hypertable_name = 'positions'"
                + " order by segmentby_column_index nulls last",
            r -> r.getString(1)));
  }

  @Test
  void keepsAPositionOnceThatComesAgainAfterItsChunkWasCompressed() {
    List<PositionRow> rows = day(PLATE, DAY);
    store.save(rows);
    chunks.compress(Instant.MAX);
    assertEquals(List.of(), store.save(rows));
    assertEquals(rows.size(), store.count());
  }

  @Test
  void takesWhatComesLateIntoACompressedChunkAndCompressesItNextTime() {
    List<PositionRow> rows = day(PLATE, DAY);
    store.save(rows);
    chunks.compress(Instant.MAX);
    PositionRow late = row(PLATE, DAY.plusSeconds(1234));
    PositionRow ofAnother = row(OTHER, DAY.plusSeconds(1234));
    assertEquals(
        List.of(late, ofAnother), store.save(List.of(rows.get(0), late, ofAnother, rows.get(1))));
    assertEquals(rows.size() + 2, store.count());
    assertEquals(
        late.position(), store.track(PLATE, DAY.plusSeconds(601), DAY.plusSeconds(1235)).get(1));
    assertEquals(2, late());
    assertEquals(0, chunks.compress(Instant.MAX));
    assertEquals(0, late());
    assertEquals(rows.size() + 2, store.count());
  }

  @Test
  void leavesTheSettingsOfWhoManagesTheDatabase() {
    database.update(
        "alter table positions set (timescaledb.compress,"
            + " timescaledb.compress_segmentby = 'vehicle_id',"
            + " timescaledb.compress_orderby = 'time desc')");
    store.save(day(PLATE, DAY));
    chunks.compress(Instant.MAX);
    assertEquals(
        List.of(false),
        database.query(
            "select orderby_asc from timescaledb_information.compression_settings"
                + " where hypertable_name = 'positions' and attname = 'time'",
            r -> r.getBoolean(1)));
  }
}
