package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trips, passes and quality: the newer result replaces the older one of the same key. */
class LedgerStoreIT {
  private static final String TRUCK = "鲁V00001";
  private static final Instant OUT = Instant.parse("2026-11-16T04:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

  private TestDatabase server;
  private Database database;
  private LedgerStore ledger;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    database.update("insert into company (name) values ('c')");
    for (String plate : List.of(TRUCK, "鲁V00002")) {
      database.update(
          "insert into vehicle (plate, kind, company_id) select ?, 'MUCK_TRUCK', id from company",
          plate);
    }
    ledger = new LedgerStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private static Trip trip(String id, String plate, int minute, Trip.EndKind end) {
    return new Trip(
        id,
        plate,
        "P1",
        "S1",
        OUT.plusSeconds(60L * minute),
        end,
        "D1",
        end == Trip.EndKind.UNDER_WAY ? null : OUT.plusSeconds(1800),
        12_345.6,
        Double.NaN,
        42,
        61.3,
        0.987,
        "",
        "NONE");
  }

  private static PassResult pass(int done, PassResult.Outcome outcome) {
    return new PassResult(
        "R1",
        "SEG1",
        Side.FWD,
        Operation.SWEEP,
        OUT,
        OUT.plusSeconds(7200),
        2,
        done,
        0.93,
        outcome,
        OUT.plusSeconds(60),
        null,
        List.of(TRUCK, "鲁V00002"));
  }

  private List<Trip> trips() {
    return ledger.trips(OUT, OUT.plusSeconds(86_400));
  }

  @Test
  void readsBackExactlyWhatWasStored() {
    Trip trip = trip("T1", TRUCK, 0, Trip.EndKind.OK);
    PassResult pass = pass(1, PassResult.Outcome.PARTIAL);
    VehicleDayQuality day =
        new VehicleDayQuality(
            TRUCK,
            DAY,
            8640,
            8600,
            new TreeMap<>(Map.of("C02", 40L)),
            0.99,
            new TreeMap<>(Map.of("cover", "HEALTHY")),
            123.4,
            120.5);
    ledger.replace(List.of(trip), List.of(pass), List.of(day));
    assertEquals(List.of(trip), trips());
    assertEquals(List.of(pass), ledger.passes(OUT, OUT.plusSeconds(1)));
    assertEquals(List.of(day), ledger.quality(DAY, DAY));
  }

  @Test
  void replacesAResultByTheNewerOne() {
    Trip running = trip("T1", TRUCK, 0, Trip.EndKind.UNDER_WAY);
    Trip over = trip("T1", TRUCK, 0, Trip.EndKind.OK);
    ledger.replace(List.of(running), List.of(pass(0, PassResult.Outcome.MISSED)), List.of());
    ledger.replace(List.of(over), List.of(pass(2, PassResult.Outcome.DONE)), List.of());
    assertEquals(List.of(over), trips());
    assertEquals(List.of(pass(2, PassResult.Outcome.DONE)), ledger.passes(OUT, OUT.plusSeconds(1)));
  }

  @Test
  void readsNoTripThatALaterAnalysisDoesNotFindAndKeepsItsRow() {
    Trip before = trip("T0", TRUCK, 0, Trip.EndKind.OK);
    Trip gone = trip("T1", TRUCK, 10, Trip.EndKind.OK);
    Trip held = trip("T2", TRUCK, 20, Trip.EndKind.OK);
    Trip others = trip("T3", "鲁V00002", 30, Trip.EndKind.OK);
    ledger.replace(List.of(before, gone, held, others), List.of(), List.of());
    ledger.supersede(TRUCK, OUT.plusSeconds(600), List.of("T2"));
    assertEquals(List.of(before, held, others), trips());
    assertEquals(4, server.ask("select count(*) from trip"));
  }

  @Test
  void readsATripAgainThatAnAnalysisFindsAgain() {
    Trip trip = trip("T1", TRUCK, 0, Trip.EndKind.OK);
    ledger.replace(List.of(trip), List.of(), List.of());
    ledger.supersede(TRUCK, OUT, List.of());
    assertEquals(List.of(), trips());
    ledger.replace(List.of(trip), List.of(), List.of());
    assertEquals(List.of(trip), trips());
  }
}
