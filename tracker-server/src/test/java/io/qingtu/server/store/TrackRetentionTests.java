package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.track.Position;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds when tracks are over their term, however PostgreSQL keeps them. */
abstract class TrackRetentionTests {
  private static final Instant DAY = Instant.parse("2025-05-13T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2025-05-14T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-14T00:00:00Z");
  private static final Instant NOON = Instant.parse("2025-05-13T12:00:00Z");
  private static final String PLATE = "鲁V00001";
  private static final String OTHER = "鲁V00002";

  private final boolean hypertable;
  private TestDatabase server;
  private Database database;
  private PositionStore store;
  private TrackRetention retention;
  private TrackQueries tracks;

  TrackRetentionTests(boolean hypertable) {
    this.hypertable = hypertable;
  }

  abstract void require(TestDatabase server);

  /** What may be done to chunks before they are dropped. */
  void tend(TrackChunks chunks) {
    // nothing is where there is no columnstore
  }

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    require(server);
    database = new Database(new Database.Config(server.url(), "", "", 4, hypertable));
    database.update("insert into company (name) values ('c')");
    for (String plate : List.of(PLATE, OTHER)) {
      database.update(
          "insert into vehicle (id, plate, kind, company_id)"
              + " select ?, ?, 'MUCK_TRUCK', id from company",
          id(plate),
          plate);
    }
    store = new PositionStore(database);
    tracks = new TrackQueries(database);
    retention = new TrackRetention(database);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private static int id(String plate) {
    return plate.equals(PLATE) ? 1 : 2;
  }

  private void fix(String plate, Instant time) {
    store.save(
        List.of(new PositionRow(id(plate), Positions.at(plate, time), new byte[] {0x31, 1, 9})));
  }

  private void alert(String plate, Instant start, Instant end) {
    database.update(
        """
        insert into alert (key, rule, vehicle_id, start_time, decided_time, end_time, grade,
          severity, status, reason, place_id, permit_id, trip_id, segment_ids, unit, rule_version,
          decision, created_at, updated_at)
        values (?, 'M04', ?, ?, ?, ?, 'B', 2, 'OPEN', '', '', '', '', '{}', '', '1', '[]', ?, ?)""",
        plate + start,
        id(plate),
        start,
        start,
        end,
        start,
        start);
  }

  private void trip(String plate, Instant out, Instant end, boolean superseded) {
    database.update(
        """
        insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,
          end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m, max_speed_kmh,
          observed_share, waybill_id, waybill_match, superseded)
        values (?, ?, '', '', ?, 'OK', '', ?, 'A', 0, 0, 0, 0, 0, 1, '', '', ?)""",
        plate + out,
        id(plate),
        out,
        end,
        superseded);
  }

  /** Drops the day as the job does; what went of the positions. */
  private List<TrackRetention.Dropped> drop() {
    return drop(NEXT);
  }

  private List<TrackRetention.Dropped> drop(Instant moment) {
    tend(new TrackChunks(database));
    return retention.dropTracks(moment, NOW).stream()
        .filter(d -> d.chunk().table().equals("positions"))
        .toList();
  }

  /** Moments of a vehicle's fixes that can be looked at, s after noon. */
  private List<Long> left(String plate) {
    return tracks
        .track(plate, DAY.minus(Duration.ofDays(2)), NEXT.plus(Duration.ofDays(2)))
        .stream()
        .map(p -> Duration.between(NOON, p.fixTime()).toSeconds())
        .toList();
  }

  /** What the audit has on a table: the chunk's end, what was in it, what is kept. */
  private List<String> audit(String table) {
    return database.query(
        "select split_part(object, '/', 3) || ' ' || (detail ->> 'all') || ' ' || (detail ->> 'kept')"
            + " from audit where action = 'retention' and split_part(object, '/', 1) = ? order by id",
        row -> row.getString(1),
        table);
  }

  private List<String> audit() {
    return audit("positions");
  }

  /** Moments of the raw items that are kept as evidence, s after noon. */
  private List<Long> itemsKept() {
    return database
        .query("select block from evidence_items", row -> ItemBlock.decode(row.getBytes(1)))
        .stream()
        .flatMap(List::stream)
        .map(i -> Duration.between(NOON, i.time()).toSeconds())
        .sorted()
        .toList();
  }

  @Test
  void dropsTheDayThatEndsByTheMomentAndNotTheOneAfterIt() {
    fix(PLATE, NEXT.minusMillis(1));
    fix(PLATE, NEXT);
    assertEquals(List.of(), retention.dropTracks(NEXT.minusMillis(1), NOW));
    assertEquals(2, store.count());
    assertEquals(1, drop().size());
    assertEquals(1, store.count());
    assertTrue(store.existsBefore(PLATE, NEXT.plusMillis(1)));
    assertEquals(List.of(NEXT + " 1 0"), audit());
    assertEquals(List.of(), drop());
    assertEquals(1, audit().size());
  }

  @Test
  void keepsAnAlertsFixesTenMinutesBeforeAndAfterItToTheSecond() {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    for (long s : new long[] {-601, -600, 0, 30, 660, 661}) {
      fix(PLATE, NOON.plusSeconds(s));
    }
    fix(OTHER, NOON);
    List<Position> before = tracks.track(PLATE, NOON.minusSeconds(600), NOON.plusSeconds(661));
    assertEquals(List.of(-601L, -600L, 0L, 30L, 660L, 661L), left(PLATE));
    drop();
    assertEquals(List.of(-600L, 0L, 30L, 660L), left(PLATE));
    assertEquals(List.of(), left(OTHER));
    assertEquals(before, tracks.track(PLATE, DAY, NEXT));
    assertEquals(List.of(NEXT + " 7 4"), audit());
  }

  @Test
  void keepsATripWithItsMarginAndNoneThatALaterAnalysisDidNotFind() {
    trip(PLATE, NOON, NOON.plusSeconds(3600), false);
    trip(OTHER, NOON, NOON.plusSeconds(3600), true);
    for (String plate : List.of(PLATE, OTHER)) {
      fix(plate, NOON.minusSeconds(600));
      fix(plate, NOON.plusSeconds(1800));
      fix(plate, NOON.plusSeconds(4201));
    }
    drop();
    assertEquals(List.of(-600L, 1800L), left(PLATE));
    assertEquals(List.of(), left(OTHER));
  }

  @Test
  void keepsTheFirstDayOfWhatHasNotEnded() {
    Instant start = NOON.minus(Duration.ofHours(24)).plusSeconds(60);
    alert(PLATE, start, null);
    fix(PLATE, NOON.plusSeconds(660));
    fix(PLATE, NOON.plusSeconds(661));
    drop();
    assertEquals(List.of(660L), left(PLATE));
  }

  @Test
  void keepsAFixOnceThatIsEvidenceOfSeveral() {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    alert(PLATE, NOON.plusSeconds(30), NOON.plusSeconds(90));
    trip(PLATE, NOON.minusSeconds(3600), NOON.plusSeconds(3600), false);
    fix(PLATE, NOON.plusSeconds(45));
    assertEquals(1, drop().get(0).kept());
    assertEquals(List.of(45L), left(PLATE));
  }

  @Test
  void keepsBothSidesOfMidnightAsTheirDaysGo() {
    alert(PLATE, NEXT.minusSeconds(60), NEXT.plusSeconds(60));
    fix(PLATE, NEXT.minusSeconds(30));
    fix(PLATE, NEXT.plusSeconds(30));
    drop();
    long midnight = Duration.between(NOON, NEXT).toSeconds();
    assertEquals(List.of(midnight - 30, midnight + 30), left(PLATE));
    assertEquals(1, drop(NEXT.plus(Duration.ofDays(1))).size());
    assertEquals(List.of(midnight - 30, midnight + 30), left(PLATE));
  }

  @Test
  void doublesNothingThatAnEarlierRunHasCopied() throws SQLException {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    fix(PLATE, NOON);
    fix(PLATE, NOON.plusSeconds(30));
    // as if the copy had been committed and the drop had not
    Chunk chunk = new TrackChunks(database).of("positions").get(0);
    database.inTransaction("copying", connection -> EvidenceTracks.keep(connection, chunk));
    assertEquals(List.of(0L, 30L), left(PLATE));
    assertEquals(2, drop().get(0).kept());
    assertEquals(List.of(0L, 30L), left(PLATE));
    assertEquals(2, server.ask("select count(*) from evidence_positions"));
  }

  @Test
  void leavesEverythingWhereItIsCutOffBetweenCopyAndDrop() throws SQLException {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    fix(PLATE, NOON);
    try (Connection reader = DriverManager.getConnection(server.url())) {
      reader.setAutoCommit(false);
      try (Statement statement = reader.createStatement()) {
        // a reader holds what the drop would need: it gives up, as it would die, after the copy
        statement.execute("select count(*) from positions");
        assertThrows(StoreException.class, this::drop);
      }
      assertEquals(1, store.count());
      assertEquals(0, server.ask("select count(*) from evidence_positions"));
      assertEquals(List.of(), audit());
      reader.rollback();
    }
    assertEquals(1, drop().size());
    assertEquals(List.of(0L), left(PLATE));
    assertEquals(1, audit().size());
  }

  @Test
  void dropsNothingWhoseEvidenceIsNotKeptAsItIs() {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    fix(PLATE, NOON);
    Chunk chunk = new TrackChunks(database).of("positions").get(0);
    database.inTransaction("copying", connection -> EvidenceTracks.keep(connection, chunk));
    database.update("update evidence_positions set lon_e6 = lon_e6 + 1");
    IllegalStateException e = assertThrows(IllegalStateException.class, this::drop);
    assertTrue(e.getMessage().startsWith("1 of the 1 fixes of "), e.getMessage());
    assertEquals(1, store.count());
    assertEquals(List.of(), audit());
  }

  @Test
  void leavesTheDayToAnotherProcessThatIsAtIt() throws SQLException {
    fix(PLATE, NOON);
    try (Connection other = DriverManager.getConnection(server.url())) {
      other.setAutoCommit(false);
      try (Statement statement = other.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(hashtext('retention')::bigint)");
        assertEquals(List.of(), drop());
      }
      other.rollback();
    }
    assertEquals(1, drop().size());
  }

  @Test
  void dropsEvidenceWhenItsOwnTermIsOver() {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    fix(PLATE, NOON);
    drop();
    Chunk evidence = new TrackChunks(database).of("evidence_positions").get(0);
    assertEquals(List.of(), retention.dropEvidence(evidence.to().minusMillis(1), NOW));
    assertEquals(List.of(0L), left(PLATE));
    assertEquals(1, retention.dropEvidence(evidence.to(), NOW).get(0).all());
    assertEquals(List.of(), left(PLATE));
    assertEquals(List.of(evidence.to() + " 1 0"), audit("evidence_positions"));
  }

  @Test
  void keepsTheRawItemsOfEvidenceAndDropsTheOthersWithTheirDay() {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    for (long s : new long[] {0, 30, 5000}) {
      fix(PLATE, NOON.plusSeconds(s));
    }
    fix(OTHER, NOON);
    drop(NEXT.plus(Duration.ofDays(1)));
    assertEquals(List.of(0L, 30L), itemsKept());
    assertEquals(0, server.ask("select count(*) from position_items"));
    assertEquals(List.of(NEXT + " 4 2"), filled(audit("position_items")));
    drop(NEXT.plus(Duration.ofDays(1)));
    assertEquals(List.of(0L, 30L), itemsKept());
  }

  /** Without the days that were made ahead and had nothing. */
  private static List<String> filled(List<String> audit) {
    return audit.stream().filter(a -> !a.endsWith(" 0 0")).toList();
  }

  @Test
  void leavesRawItemsThatMayBeOfTheNextDayUntilItGoes() {
    fix(PLATE, NOON);
    fix(PLATE, NEXT);
    drop();
    assertEquals(2, server.ask("select count(*) from position_items"));
    drop(NEXT.plus(Duration.ofDays(1)));
    assertEquals(1, server.ask("select count(*) from position_items"));
  }

  @Test
  void dropsNoRawItemsWhoseFixIsStillAmongTheTracks() {
    Instant ahead = NEXT.plus(Duration.ofDays(2));
    Position wrongClock = Positions.received(PLATE, ahead, NOON);
    store.save(List.of(new PositionRow(1, wrongClock, new byte[] {0x31, 1, 9})));
    assertThrows(IllegalStateException.class, () -> drop(NEXT.plus(Duration.ofDays(1))));
    assertEquals(1, server.ask("select count(*) from position_items"));
    assertEquals(List.of(), audit("position_items"));
  }

  @Test
  void dropsWhatSaysWhereVehiclesWereWithTheirTracks() {
    fix(PLATE, NEXT.minusSeconds(1));
    fix(PLATE, NEXT);
    assertEquals(2, server.ask("select count(*) from presence"));
    drop();
    assertEquals(1, server.ask("select count(*) from presence"));
    assertEquals(List.of(NEXT + " 1 0"), audit("presence"));
  }

  @Test
  void dropsTheRawItemsOfEvidenceWithIt() {
    alert(PLATE, NOON, NOON.plusSeconds(60));
    fix(PLATE, NOON);
    drop(NEXT.plus(Duration.ofDays(1)));
    Chunk items = new TrackChunks(database).of("evidence_items").get(0);
    retention.dropEvidence(items.to().minusMillis(1), NOW);
    assertEquals(List.of(0L), itemsKept());
    retention.dropEvidence(items.to(), NOW);
    assertEquals(List.of(), itemsKept());
  }

  @Test
  void hasTheColumnsOfTheTracksInTheEvidence() {
    List<List<String>> columns = new ArrayList<>();
    for (String table : List.of("positions", "evidence_positions")) {
      columns.add(
          database.query(
              "select attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull"
                  + " from pg_attribute where attrelid = ?::regclass and attnum > 0"
                  + " and not attisdropped order by attname",
              row -> row.getString(1),
              table));
    }
    assertEquals(columns.get(0), columns.get(1));
  }

  @Test
  void takesPositionsOfTheDaysThatAreLeft() {
    fix(PLATE, NOON);
    fix(PLATE, NEXT.plusSeconds(5));
    drop();
    fix(PLATE, NEXT.plusSeconds(10));
    assertEquals(2, store.count());
  }
}
