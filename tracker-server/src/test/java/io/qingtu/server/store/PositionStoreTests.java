package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds of the store however PostgreSQL keeps the positions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PositionStoreTests {
  private static final Instant NOON = Instant.parse("2026-11-16T04:00:00Z");
  private static final byte[] NO_ITEMS = {};

  private final boolean hypertable;
  private TestDatabase server;
  private Database database;
  private PositionStore store;
  private int first;
  private int second;

  PositionStoreTests(boolean hypertable) {
    this.hypertable = hypertable;
  }

  abstract void require(TestDatabase server);

  @BeforeAll
  void open() {
    server = TestDatabase.forClass(getClass());
    require(server);
    database = new Database(new Database.Config(server.url(), "", "", 4, hypertable));
    store = new PositionStore(database);
    database.update("insert into company (name) values ('c')");
    first = vehicle("鲁V00001");
    second = vehicle("鲁V00002");
    database.update("insert into terminal (phone, vehicle_id) values ('13900000001', ?)", first);
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  @BeforeEach
  void empty() {
    // what it remembers of presence is gone with the rows
    store = new PositionStore(database);
    database.update("truncate positions, position_items, presence, last_position, quarantine");
  }

  @Test
  void keepsPositionsAsItWasAskedTo() {
    assertEquals(hypertable, database.hypertable());
  }

  @Test
  void readsBackExactlyWhatItStored() {
    Position full =
        new Position(
            "鲁V00001",
            NOON,
            NOON.plusMillis(1234),
            119.107001,
            36.709002,
            true,
            61.3,
            59.9,
            359,
            -12,
            true,
            14,
            123456.7,
            0x80000001L,
            0xC0000003L,
            new Sensors(Cover.PARTIAL, Lift.UP, Load.LOADED, 18.47, Switch.OFF, Switch.ON),
            true);
    Position bare =
        new Position(
            "鲁V00001",
            NOON.plusSeconds(1),
            NOON.plusSeconds(2),
            -119.5,
            -36.5,
            false,
            0,
            Double.NaN,
            -1,
            0,
            false,
            -1,
            Double.NaN,
            0,
            0,
            Sensors.UNKNOWN,
            false);
    store.save(List.of(row(first, full), row(first, bare)));
    assertEquals(List.of(full, bare), track("鲁V00001"));
    List<Position> streamed = new ArrayList<>();
    new PositionStream(database).read(NOON, NOON.plusSeconds(60), streamed::add);
    assertEquals(List.of(full, bare), streamed);
  }

  @Test
  void keepsTheRawItemsOfAPositionOnceHoweverOftenItComes() {
    List<PositionRow> batch = List.of(items(NOON, "310109"), row(first, NOON.plusSeconds(10)));
    store.save(batch);
    store.save(batch);
    store.save(List.of(items(NOON, "310109"), items(NOON.plusSeconds(20), "310108")));
    assertEquals(List.of("310109", "310108"), itemsReceived(NOON, NOON.plusSeconds(60)));
  }

  @Test
  void findsRawItemsByWhenTheyCameAndNotByTheirFix() {
    Instant midnight = Instant.parse("2026-11-17T00:00:00Z");
    // each is received a second later
    store.save(
        List.of(
            items(midnight.minusSeconds(2), "310101"),
            items(midnight.minusSeconds(1), "310102"),
            items(midnight, "310103")));
    assertEquals(List.of("310101"), itemsReceived(midnight.minusSeconds(1), midnight));
    assertEquals(List.of("310102"), itemsReceived(midnight, midnight.plusSeconds(1)));
    assertEquals(List.of("310102", "310103"), itemsReceived(midnight.minusMillis(1), Instant.MAX));
  }

  @Test
  void notesAVehicleOnceInASquareAndFiveMinutes() {
    store.save(List.of(row(first, NOON), row(first, NOON.plusSeconds(299)), row(second, NOON)));
    assertEquals(2, present());
    store.save(List.of(row(first, NOON.plusSeconds(298))));
    assertEquals(2, present());
    store.save(List.of(row(first, NOON.plusSeconds(300))));
    assertEquals(3, present());
    store.save(List.of(row(first, Positions.at("鲁V00001", NOON.plusSeconds(301), 119.2))));
    assertEquals(4, present());
    store.save(List.of(row(first, NOON.minusSeconds(1))));
    assertEquals(5, present());
  }

  /** A vehicle that stands where two squares meet is now in the one, now in the other. */
  @Test
  void notesAVehicleThatComesAndGoesOnceInEachSquare() {
    List<PositionRow> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(
          row(first, Positions.at("鲁V00001", NOON.plusSeconds(10L * i), 119.1 + 0.1 * (i % 2))));
    }
    store.save(rows.subList(0, 9));
    store.save(rows.subList(9, 20));
    assertEquals(2, present());
  }

  @Test
  void notesNothingOfPositionsThatAreKnown() {
    List<PositionRow> rows = List.of(row(first, NOON), row(first, NOON.plusSeconds(600)));
    store.save(rows);
    store = new PositionStore(database); // as after a restart
    store.save(rows);
    assertEquals(2, present());
  }

  @Test
  void notesAVehicleWhosePositionsWereRefusedBefore() {
    Instant later = NOON.plusSeconds(7200);
    List<QuarantinedReport> refused =
        List.of(new QuarantinedReport(NOON, -1, "no such vehicle", NO_ITEMS));
    assertThrows(StoreException.class, () -> store.save(List.of(row(first, later)), refused));
    assertEquals(0, present());
    store.save(List.of(row(first, later)));
    assertEquals(1, present());
  }

  @Test
  void keepsAPositionSentTwiceOnce() {
    List<PositionRow> batch = List.of(row(first, NOON), row(second, NOON));
    assertEquals(batch, store.save(batch));
    assertEquals(List.of(), store.save(batch));
    assertEquals(2, store.count());
  }

  @Test
  void keepsAPositionTwiceInOneBatchOnce() {
    assertEquals(1, store.save(List.of(row(first, NOON), row(first, NOON))).size());
    assertEquals(1, store.count());
  }

  @Test
  void storesTheNewPartOfABatchThatIsKnownInPart() {
    store.save(List.of(row(first, NOON)));
    PositionRow fresh = row(first, NOON.plusSeconds(10));
    assertEquals(List.of(fresh), store.save(List.of(row(first, NOON), fresh)));
    assertEquals(2, store.count());
  }

  @Test
  void keepsSameMomentsOfTwoVehiclesApart() {
    store.save(List.of(row(first, NOON), row(second, NOON)));
    assertEquals(1, track("鲁V00001").size());
    assertEquals(1, track("鲁V00002").size());
  }

  @Test
  void putsBlindSpotDataInItsPlaceAndLeavesTheLatestPositionAlone() {
    store.save(List.of(row(first, NOON), row(first, NOON.plusSeconds(3600))));
    store.save(List.of(row(first, NOON.plusSeconds(1800))));
    assertEquals(
        List.of(NOON, NOON.plusSeconds(1800), NOON.plusSeconds(3600)),
        track("鲁V00001").stream().map(Position::fixTime).toList());
    assertEquals(NOON.plusSeconds(3600), store.latest().get(0).fixTime());
  }

  @Test
  void takesAnyDayOfTheLastWeeksAndBothSidesOfMidnight() {
    Instant midnight = Instant.parse("2026-11-17T00:00:00Z");
    List<PositionRow> rows = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      rows.add(row(first, midnight.minus(Duration.ofDays(day))));
      rows.add(row(first, midnight.minus(Duration.ofDays(day)).minusMillis(1)));
    }
    store.save(rows);
    assertEquals(60, store.count());
    assertEquals(1, store.track("鲁V00001", midnight, midnight.plusSeconds(1)).size());
  }

  @Test
  void endsATrackBeforeItsEndAndBeginsItAtItsStart() {
    store.save(List.of(row(first, NOON), row(first, NOON.plusSeconds(10))));
    assertEquals(1, store.track("鲁V00001", NOON, NOON.plusSeconds(10)).size());
    assertEquals(1, store.track("鲁V00001", NOON.plusMillis(1), NOON.plusSeconds(11)).size());
    assertTrue(store.existsBefore("鲁V00001", NOON.plusMillis(1)));
    assertFalse(store.existsBefore("鲁V00001", NOON));
  }

  @Test
  void leavesTheVehicleAtItsLastTruePlaceWhenTheFixIsLost() {
    store.save(List.of(row(first, Positions.at("鲁V00001", NOON, 119.2))));
    Position lost = Positions.with("鲁V00001", NOON.plusSeconds(10), 0, Sensors.UNKNOWN, false);
    store.save(List.of(row(first, lost)));
    Position latest = store.latest().get(0);
    assertEquals(NOON.plusSeconds(10), latest.fixTime());
    assertEquals(119.2, latest.longitude());
    assertFalse(latest.fixValid());
  }

  @Test
  void movesTheLatestPositionWithASmallBatchAndTwiceASecondWithLargeOnes() {
    AtomicLong now = new AtomicLong();
    LastPositions last = new LastPositions(now::get);
    store.save(many(NOON), List.of(), last);
    Instant moved = store.latest().get(0).fixTime();
    store.save(many(NOON.plusSeconds(3600)), List.of(), last);
    assertEquals(moved, store.latest().get(0).fixTime());
    assertEquals(TimeUnit.MILLISECONDS.toNanos(500), last.untilDue());
    now.addAndGet(last.untilDue());
    store.save(many(NOON.plusSeconds(7200)), List.of(), last);
    Instant later = NOON.plusSeconds(7200 + LastPositions.SMALL);
    assertEquals(later, store.latest().get(0).fixTime());
    store.save(many(NOON.plusSeconds(10_800)), List.of(), last);
    store.save(List.of(row(first, NOON.plusSeconds(14_400))), List.of(), last);
    assertEquals(NOON.plusSeconds(14_400), store.latest().get(0).fixTime());
    assertEquals(Long.MAX_VALUE, last.untilDue());
  }

  @Test
  void movesWhatWaitsWhereNothingMoreComes() {
    LastPositions last = new LastPositions(() -> 0);
    store.save(many(NOON), List.of(), last);
    store.save(many(NOON.plusSeconds(3600)), List.of(), last);
    store.moveLast(last);
    Instant newest = NOON.plusSeconds(3600 + LastPositions.SMALL);
    assertEquals(newest, store.latest().get(0).fixTime());
  }

  @Test
  void catchesUpWithWhatWaitedInAProcessThatEnded() {
    store.save(List.of(row(first, Positions.at("鲁V00001", NOON, 119.1))));
    LastPositions lost = new LastPositions(() -> 0);
    store.save(many(NOON.minus(Duration.ofHours(2))), List.of(), lost);
    List<PositionRow> rows = many(NOON.plusSeconds(10));
    rows.add(row(first, Positions.at("鲁V00001", NOON.plusSeconds(900), 119.2)));
    Position noFix = Positions.with("鲁V00001", NOON.plusSeconds(910), 0, Sensors.UNKNOWN, false);
    rows.add(row(first, noFix));
    store.save(rows, List.of(), lost);
    assertEquals(NOON, store.latest().get(0).fixTime());
    store.catchUpLast();
    Position latest = store.latest().get(0);
    assertEquals(NOON.plusSeconds(910), latest.fixTime());
    assertEquals(119.2, latest.longitude());
    store.catchUpLast();
    assertEquals(List.of(latest), store.latest());
  }

  /** A batch that is no longer small: a fix a second. */
  private List<PositionRow> many(Instant from) {
    List<PositionRow> rows = new ArrayList<>();
    for (int i = 0; i <= LastPositions.SMALL; i++) {
      rows.add(row(first, from.plusSeconds(i)));
    }
    return rows;
  }

  @Test
  void keepsAnImpossibleReportOnceHoweverOftenItComes() {
    QuarantinedReport report = new QuarantinedReport(NOON, first, "year 2000", new byte[] {1, 2});
    store.save(List.of(row(first, NOON)), List.of(report));
    store.save(List.of(row(first, NOON)), List.of(report));
    assertEquals(1, store.countQuarantined());
  }

  @Test
  void storesNothingOfABatchThatTheDatabaseRefuses() {
    assertThrows(
        StoreException.class,
        () ->
            store.save(
                List.of(row(first, NOON)),
                List.of(new QuarantinedReport(NOON, -1, "no such vehicle", NO_ITEMS))));
    assertEquals(0, store.count());
    assertEquals(List.of(), store.latest());
  }

  private PositionRow items(Instant time, String hex) {
    return new PositionRow(first, Positions.at("鲁V00001", time), HexFormat.of().parseHex(hex));
  }

  private List<String> itemsReceived(Instant from, Instant to) {
    return new RawItems(database)
        .received(from, to, items -> true).stream().map(i -> i.items().hex()).toList();
  }

  private long present() {
    return database.query("select count(*) from presence", row -> row.getLong(1)).get(0);
  }

  private List<Position> track(String plate) {
    return store.track(plate, NOON.minus(Duration.ofDays(40)), NOON.plus(Duration.ofDays(2)));
  }

  private static PositionRow row(int vehicle, Position position) {
    return new PositionRow(vehicle, position, NO_ITEMS);
  }

  private PositionRow row(int vehicle, Instant time) {
    return row(vehicle, Positions.at(vehicle == first ? "鲁V00001" : "鲁V00002", time));
  }

  private int vehicle(String plate) {
    return database
        .query(
            "insert into vehicle (plate, kind, company_id) select ?, 'MUCK_TRUCK', id from company"
                + " returning id",
            r -> r.getInt(1),
            plate)
        .get(0);
  }
}
