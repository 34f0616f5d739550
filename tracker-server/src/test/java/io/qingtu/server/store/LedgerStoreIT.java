package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.OpenWindow;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
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
        Grade.B,
        12_345.6,
        Double.NaN,
        42,
        310.5,
        9_876.5,
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
    VehicleDayWork work =
        new VehicleDayWork(
            TRUCK,
            DAY,
            7200,
            7140.5,
            3600,
            6100.2,
            6000.1,
            5432.1,
            Collections.nCopies(12, 7L),
            7e3);
    ledger.replace(List.of(trip), List.of(pass), List.of(day), List.of(work));
    assertEquals(List.of(trip), trips());
    assertEquals(List.of(pass), ledger.passes(OUT, OUT.plusSeconds(1)));
    assertEquals(List.of(day), ledger.quality(DAY, DAY));
    assertEquals(List.of(work), ledger.work(DAY, DAY));
    assertEquals(List.of(), ledger.work(DAY.plusDays(1), DAY.plusDays(7)));
  }

  @Test
  void replacesAResultByTheNewerOne() {
    Trip running = trip("T1", TRUCK, 0, Trip.EndKind.UNDER_WAY);
    Trip over = trip("T1", TRUCK, 0, Trip.EndKind.OK);
    ledger.replace(
        List.of(running), List.of(pass(0, PassResult.Outcome.MISSED)), List.of(), List.of());
    ledger.replace(List.of(over), List.of(pass(2, PassResult.Outcome.DONE)), List.of(), List.of());
    assertEquals(List.of(over), trips());
    assertEquals(List.of(pass(2, PassResult.Outcome.DONE)), ledger.passes(OUT, OUT.plusSeconds(1)));
  }

  @Test
  void readsNoTripThatALaterAnalysisDoesNotFindAndKeepsItsRow() {
    Trip before = trip("T0", TRUCK, 0, Trip.EndKind.OK);
    Trip gone = trip("T1", TRUCK, 10, Trip.EndKind.OK);
    Trip held = trip("T2", TRUCK, 20, Trip.EndKind.OK);
    Trip others = trip("T3", "鲁V00002", 30, Trip.EndKind.OK);
    ledger.replace(List.of(before, gone, held, others), List.of(), List.of(), List.of());
    ledger.supersede(TRUCK, OUT.plusSeconds(600), List.of("T2"));
    assertEquals(List.of(before, held, others), trips());
    assertEquals(4, server.ask("select count(*) from trip"));
  }

  @Test
  void readsATripAgainThatAnAnalysisFindsAgain() {
    Trip trip = trip("T1", TRUCK, 0, Trip.EndKind.OK);
    ledger.replace(List.of(trip), List.of(), List.of(), List.of());
    ledger.supersede(TRUCK, OUT, List.of());
    assertEquals(List.of(), trips());
    ledger.replace(List.of(trip), List.of(), List.of(), List.of());
    assertEquals(List.of(trip), trips());
  }

  private static OpenWindow open(OpenWindow.State state, String segment, int done) {
    return new OpenWindow(
        "R1",
        segment,
        Side.FWD,
        Operation.SWEEP,
        OUT,
        OUT.plusSeconds(7200),
        state,
        2,
        done,
        0.4,
        null,
        OUT.plusSeconds(90),
        List.of(TRUCK));
  }

  private List<String> board() {
    return new SweepingQueries(database)
        .between(OUT, OUT.plusSeconds(1), Scope.CITY).stream()
            .map(r -> r.segmentId() + " " + r.result() + " " + r.done() + " " + r.judged())
            .toList();
  }

  @Test
  void anOpenWindowStandsOnTheBoardAndIsNoPassUntilItIsJudged() {
    ledger.replaceOpen(List.of(open(OpenWindow.State.UPCOMING, "SEG1", 0)), true);
    assertEquals(List.of("SEG1 UPCOMING 0 false"), board());
    ledger.replaceOpen(List.of(open(OpenWindow.State.RUNNING, "SEG1", 1)), false);
    assertEquals(List.of("SEG1 RUNNING 1 false"), board());
    assertEquals(List.of(), ledger.passes(OUT, OUT.plusSeconds(1)));
    PassResult verdict = pass(1, PassResult.Outcome.PARTIAL);
    ledger.replace(List.of(), List.of(verdict), List.of(), List.of());
    assertEquals(List.of("SEG1 PARTIAL 1 true"), board());
    assertEquals(List.of(verdict), ledger.passes(OUT, OUT.plusSeconds(1)));
  }

  @Test
  void aVerdictIsNeverTakenBackByAnOpenWindow() {
    PassResult verdict = pass(1, PassResult.Outcome.PARTIAL);
    ledger.replace(List.of(), List.of(verdict), List.of(), List.of());
    ledger.replaceOpen(List.of(open(OpenWindow.State.RUNNING, "SEG1", 0)), true);
    assertEquals(List.of(verdict), ledger.passes(OUT, OUT.plusSeconds(1)));
    assertEquals(List.of("SEG1 PARTIAL 1 true"), board());
  }

  @Test
  void anotherPlanTakesItsOpenWindowsFromTheBoardAndKeepsTheirRows() {
    ledger.replaceOpen(
        List.of(
            open(OpenWindow.State.RUNNING, "SEG1", 0), open(OpenWindow.State.RUNNING, "SEG2", 0)),
        true);
    ledger.replaceOpen(List.of(open(OpenWindow.State.RUNNING, "SEG2", 1)), true);
    assertEquals(List.of("SEG2 RUNNING 1 false"), board());
    assertEquals(2, server.ask("select count(*) from pass_result"));
    ledger.replaceOpen(List.of(open(OpenWindow.State.RUNNING, "SEG1", 1)), false);
    assertEquals(2, board().size());
  }

  @Test
  void aWindowThatRunsOnPastMidnightStandsOnBothDays() {
    ledger.replaceOpen(List.of(open(OpenWindow.State.RUNNING, "SEG1", 0)), true);
    Instant end = OUT.plusSeconds(7200);
    SweepingQueries sweeping = new SweepingQueries(database);
    assertEquals(
        1, sweeping.between(end.minusSeconds(1), end.plusSeconds(86_400), Scope.CITY).size());
    assertEquals(0, sweeping.between(end, end.plusSeconds(86_400), Scope.CITY).size());
    ledger.replace(List.of(), List.of(pass(2, PassResult.Outcome.DONE)), List.of(), List.of());
    assertEquals(
        0,
        sweeping.between(end.minusSeconds(1), end.plusSeconds(86_400), Scope.CITY).size(),
        "judged, it belongs to the day on which it began");
  }
}
